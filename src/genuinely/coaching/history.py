"""How the levels moved from draft to draft."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from genuinely.assessing import Assessment, assess, is_readable
from genuinely.coaching.ids import shape
from genuinely.coaching.keeping_words import kept_and_tell, short
from genuinely.coaching.page import Notice, Shown, escape, notices, page, symbol
from genuinely.coaching.problem_sets import terms_of
from genuinely.coaching.wording import say, words
from genuinely.keeping import file_of, is_grading
from genuinely.scenarios import Scenario

KIND = "messages"
SHOWN_AT_MOST = 6


@dataclass(frozen=True)
class Draft:
    """A version that was kept, read again by today's assessor so that all drafts are held to one measure."""

    number: int
    time: datetime | None
    text: str
    assessment: Assessment


@dataclass(frozen=True, repr=False)
class History(Shown):
    """A column for each draft, a row for each criterion. `drafts` are the oldest first, one at least."""

    card: Scenario
    drafts: tuple[Draft, ...]
    troubles: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return say("history.title", title=self.card.title)

    @property
    def shown(self) -> tuple[Draft, ...]:
        """The first and the latest drafts, so that the table stays readable."""
        return self.drafts if len(self.drafts) <= SHOWN_AT_MOST else (self.drafts[0], *self.drafts[1 - SHOWN_AT_MOST :])

    @property
    def left_out(self) -> str:
        count = len(self.drafts) - len(self.shown)
        return say("history.left_out", count=count, file=short(file_of(KIND, self.card.id))) if count else ""

    def html(self) -> str:
        columns = "".join(
            f'<th scope="col">{escape(say("history.draft", number=draft.number))}'
            f'<span class="g-why">{escape(_when(draft))}</span></th>'
            for draft in self.shown
        )
        body = "".join(_html_row(title, cells) for title, cells in self._rows())
        table = (
            f'<table class="g-history"><caption>{escape(self.title)}</caption><thead><tr>'
            f'<th scope="col">{escape(say("history.column_criterion"))}</th>{columns}</tr></thead>'
            f"<tbody>{body}</tbody></table>"
        )
        foot = f'<p class="g-foot">{escape(self.left_out)}</p>' if self.left_out else ""
        scroll = f'<div class="g-scroll" tabindex="0" role="group" aria-label="{escape(self.title)}">{table}</div>'
        return page(notices(self.troubles) + scroll + foot)

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        yield from self.troubles
        yield self.title
        for draft in self.shown:
            yield f"  {say('history.draft', number=draft.number)}: {_when(draft)}"
        for title, cells in self._rows():
            yield f"{title}: " + "  →  ".join(" ".join(part for part in cell if part) for cell in cells)
        if self.left_out:
            yield self.left_out

    def _rows(self) -> Iterator[tuple[str, tuple[tuple[str, str, str], ...]]]:
        """For each row its title, and for each draft a symbol, a word and the way it moved."""
        for criterion in self.drafts[-1].assessment.levels:
            levels = [draft.assessment.levels.get(criterion, 0) for draft in self.shown]
            entries = [words("levels")[f"level_{level}"] for level in levels]
            cells = zip((e["symbol"] for e in entries), (e["word"] for e in entries), _moved(levels), strict=True)
            yield words("criteria")[criterion]["title"], tuple(cells)
        totals = [round(draft.assessment.total) for draft in self.shown]
        waits = [say("history.flagged") if d.assessment.flags else "" for d in self.shown]
        numbers = (f"{total} ({wait})" if wait else str(total) for total, wait in zip(totals, waits, strict=True))
        yield (
            say("history.total"),
            tuple(("", number, moved) for number, moved in zip(numbers, _moved(totals), strict=True)),
        )


def drafts(card: Scenario) -> tuple[tuple[Draft, ...], tuple[str, ...]]:
    """Return the drafts kept for a card, the oldest first, and sentences on what could not be read."""
    entries, troubles = kept_and_tell(KIND, card.id)
    texts = [(_time(entry), entry["text"]) for entry in entries if _readable(entry.get("text"))]
    found = (Draft(number, time, text, assess(text, card)) for number, (time, text) in enumerate(texts, start=1))
    return tuple(found), troubles


def _readable(text: object) -> bool:
    return isinstance(text, str) and is_readable(text)


def history(card: Scenario) -> Shown:
    """Return the table of a card's drafts, or a sentence if there are none to show."""
    if is_grading():
        return Notice((say("history.grading"),))
    if when := terms_of(card.id).opening():
        return Notice((say("later.history", when=when),))
    found, troubles = drafts(card)
    if not found:
        return Notice((*troubles, say("history.none", title=card.title, shape=shape(card.id))))
    return History(card, found, troubles)


def _moved(values: list[int]) -> list[str]:
    signs = [
        say("history.up" if now > before else "history.down" if now < before else "history.same")
        for before, now in pairwise(values)
    ]
    return ["", *signs]


def _html_row(title: str, cells: tuple[tuple[str, str, str], ...]) -> str:
    shown = "".join(
        f'<td>{symbol(sign) + " " if sign else ""}<b>{escape(word)}</b><span class="g-why">{escape(moved)}</span></td>'
        for sign, word, moved in cells
    )
    return f'<tr class="g-row"><th scope="row">{escape(title)}</th>{shown}</tr>'


def _time(entry: Mapping[str, Any]) -> datetime | None:
    try:
        return datetime.fromisoformat(entry["time"])
    except (KeyError, TypeError, ValueError):
        return None


def _when(draft: Draft) -> str:
    when = f"{draft.time:%Y-%m-%d %H:%M}" if draft.time else "–"
    return say("history.when", when=when, words=len(draft.text.split()))
