"""A lesson's examples as pages: two messages side by side, a worked rewrite, help that opens step by step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from genuinely.assessing import assess, is_readable
from genuinely.coaching import latest
from genuinely.coaching.history import drafts
from genuinely.coaching.ids import shape
from genuinely.coaching.page import Shown, escape, heading, page, sentence
from genuinely.lessons.examples import Contrast, Hints, Worked, contrast_of, hints_of, worked_of
from genuinely.lessons.wording import say
from genuinely.scenarios import load_scenario

_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")

_TARGET = "padding: 0.7em 0; cursor: pointer"
"""A line to click on that is 44 pixels high."""


@dataclass(frozen=True, repr=False)
class ContrastPage(Shown):
    """Two messages side by side, without a word on which is better."""

    shown: Contrast

    def _messages(self) -> tuple[tuple[str, str], ...]:
        return (say("contrast.first"), self.shown.first), (say("contrast.second"), self.shown.second)

    def html(self) -> str:
        both = "".join(f"<div>{heading(title, level=3)}{_letter(message)}</div>" for title, message in self._messages())
        return page(f'<div class="g-people">{both}</div>', label=say("contrast.label"))

    def plain(self) -> str:
        return "\n\n".join(f"{title}\n\n{_indented(message)}" for title, message in self._messages())


@dataclass(frozen=True, repr=False)
class WorkedPage(Shown):
    """A worked rewrite, each stretch with why it stands there, and what the checker makes of the whole."""

    worked: Worked

    @property
    def title(self) -> str:
        return say("worked.title", title=load_scenario(self.worked.scenario).title)

    @property
    def checker(self) -> str:
        total = assess(self.worked.message, load_scenario(self.worked.scenario)).total
        return say("worked.checker", total=round(total))

    def html(self) -> str:
        columns = "".join(f'<th scope="col">{escape(say(f"worked.{name}"))}</th>' for name in ("message", "why"))
        body = "".join(
            f'<tr class="g-row"><td>{_letter(step.words)}</td><td>{sentence(step.why)}</td></tr>'
            for step in self.worked.steps
        )
        title = heading(self.title, level=3, kind="g-title")
        return page(
            f'<div class="g-head">{title}</div>'
            f'<table class="g-history"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>'
            f'<p class="g-foot">{escape(self.checker)}</p>',
            label=self.title,
        )

    def plain(self) -> str:
        steps = "\n\n".join(f"{_indented(step.words)}\n  [{step.why}]" for step in self.worked.steps)
        return f"{self.title}\n\n{steps}\n\n{self.checker}"


@dataclass(frozen=True, repr=False)
class HintsPage(Shown):
    """Help from least to most, each step closed until it is wanted; the last one after an attempt alone."""

    hints: Hints
    attempted: bool

    def _steps(self) -> Iterator[tuple[str, str]]:
        for name in ("nudge", "rule", "example"):
            yield say(f"hints.{name}"), getattr(self.hints, name)
        if self.attempted:
            note = say("hints.solution_note", recipient=load_scenario(self.hints.scenario).recipient.name)
            yield say("hints.solution"), f"{self.hints.solution}\n\n{note}"
        else:
            yield say("hints.solution"), say("hints.locked", shape=shape(self.hints.scenario))

    def html(self) -> str:
        steps = "".join(_closed(title, text) for title, text in self._steps())
        return page(heading(say("hints.title"), level=3) + steps, label=say("hints.title"))

    def plain(self) -> str:
        return "\n\n".join((say("hints.title"), *(f"{title}\n{_indented(text)}" for title, text in self._steps())))


def contrast(id: str) -> Shown:
    """Return the two contrasting messages for a scenario."""
    return ContrastPage(contrast_of(id))


def worked(id: str) -> Shown:
    """Return the worked rewrite for a scenario."""
    return WorkedPage(worked_of(id))


def hints(id: str) -> Shown:
    """Return the help for a scenario; its solution only if a message of the learner's own has been tried."""
    return HintsPage(hints_of(id), _attempted(id))


def _attempted(id: str) -> bool:
    """Whether there is a message that is neither empty nor the draft nor full of open slots."""
    card = load_scenario(id)
    here = latest(id)
    now = () if here is None or not is_readable(here) else (assess(here, card),)
    kept, _ = drafts(card)
    return any(each.attempted and not each.flags for each in (*now, *(draft.assessment for draft in kept)))


def _closed(title: str, text: str) -> str:
    # JupyterLab would take Space and Enter on the summary for its own.
    summary = f'<summary data-lm-suppress-shortcuts="true" style="{_TARGET}">{escape(title)}</summary>'
    return f"<details>{summary}{_letter(text)}</details>"


def _letter(message: str) -> str:
    # A blank line is a gap between paragraphs, not a whole line of white.
    paragraphs = _BLANK_LINES.sub('<span class="g-gap"></span>', sentence(message))
    return f'<blockquote class="g-draft">{paragraphs}</blockquote>'


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line else "" for line in text.splitlines())
