"""What a learner takes along: messages first and last, plans, reflections, with their dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from genuinely.coaching.history import Draft, drafts
from genuinely.coaching.studio.own import tidy_form
from genuinely.coaching.wording import words
from genuinely.keeping import KeptFile, kept_files
from genuinely.lessons.course_wording import say
from genuinely.lessons.form_widget import answers_in
from genuinely.lessons.journal_page import Written, written
from genuinely.lessons.names import Initials, people_in
from genuinely.scenarios import Scenario, load_scenarios

OWN, OWN_CARDS = "own", "own_cards"
"""The kinds under which a learner's own messages to real people are kept, and what is known of these people."""


@dataclass(frozen=True)
class Block:
    """Something under a small heading ("" for none): lines in the learner's words, or the rows of a table."""

    label: str
    lines: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Piece:
    """One exercise: its title, when it was written, what was written."""

    title: str
    when: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Part:
    """A part of the page, one piece at least."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Portfolio:
    """The whole page. `notes` say what was left out."""

    day: date
    parts: tuple[Part, ...]
    notes: tuple[str, ...]

    @property
    def under(self) -> str:
        """Return what stands under the title."""
        return say("portfolio.of", day=self.day.isoformat())


def gather(*, names: bool, own: bool, today: date | None = None) -> Portfolio:
    """Return the portfolio of what is kept.

    names: people whom the learner mentions are written out; otherwise they become initials wherever they stand.
    own: messages of the learner's own to real people are included.
    """
    reflections = [each for each in written() if each.spec and not each.file.name.startswith(("quiz-", "prediction-"))]
    own_files = kept_files(OWN)
    plans = [each for each in reflections if each.spec and each.spec.sentence]
    others = [each for each in reflections if each.spec and not each.spec.sentence]
    found = (
        Part(say("portfolio.messages"), tuple(_messages())),
        Part(say("portfolio.own"), tuple(map(_own, own_files)) if own else ()),
        Part(say("portfolio.plans"), tuple(map(_reflection, plans))),
        Part(say("portfolio.reflections"), tuple(map(_reflection, others))),
    )
    notes = () if own or not own_files else (say("portfolio.without_own"),)
    made = Portfolio(today or date.today(), tuple(part for part in found if part.pieces), notes)
    return made if names else _with_initials(made, reflections)


def _messages() -> Iterator[Piece]:
    cards = load_scenarios()
    for each in kept_files("messages"):
        card = cards.get(each.name)
        versions = drafts(card)[0] if card else ()
        if card and versions:
            yield _message(card, versions)


def _message(card: Scenario, versions: tuple[Draft, ...]) -> Piece:
    first, last = versions[0], versions[-1]
    ends = (last,) if len(versions) == 1 else (first, last)
    keys = ("only",) if len(versions) == 1 else ("first", "last")
    texts = (
        Block(_version(key, _day(each)), tuple(each.text.strip().split("\n")))
        for key, each in zip(keys, ends, strict=True)
    )
    columns = (
        say("portfolio.column_criterion"),
        *(say(f"portfolio.column_{key}") for key in ("first", "last")[-len(ends) :]),
    )
    rows = tuple(
        (words("criteria")[name]["title"], *(_level(each, name) for each in ends)) for name in last.assessment.levels
    )
    waits = say("portfolio.person", name=card.title) if last.assessment.flags else card.title
    return Piece(waits, _span(_day(first), _day(last)), (*texts, Block(say("portfolio.levels"), (), columns, rows)))


def _own(file: KeptFile) -> Piece:
    texts = [(str(entry.get("time", ""))[:10], str(entry.get("text", ""))) for entry in file.entries]
    ends = texts[:1] if len(texts) == 1 else [texts[0], texts[-1]]
    keys = ("only",) if len(ends) == 1 else ("first", "last")
    blocks = (
        Block(_version(key, day), tuple(text.strip().split("\n"))) for key, (day, text) in zip(keys, ends, strict=True)
    )
    return Piece(_recipient(file.name) or file.name, _span(texts[0][0], texts[-1][0]), tuple(blocks))


def _recipient(name: str) -> str:
    """The person whom an own message is for, "" where that was not said."""
    entries = next((each.entries for each in kept_files(OWN_CARDS) if each.name == name), ())
    return str(tidy_form(entries[-1].get("form"))["their_name"]) if entries else ""


def _reflection(each: Written) -> Piece:
    blocks = (Block(label, lines) for label, lines in each.lines(each.file.entries[-1]))
    return Piece(each.label, _span(each.file.first[:10], each.file.last[:10]), tuple(blocks))


def _with_initials(portfolio: Portfolio, reflections: list[Written]) -> Portfolio:
    people = [
        person
        for each in reflections
        for entry in each.file.entries
        if each.spec
        for person in people_in(each.spec, answers_in(entry))
    ]
    people += [name for each in kept_files(OWN_CARDS) if (name := _recipient(each.name))]
    if not people:
        return portfolio
    hide = Initials(people).in_place
    notes = (*portfolio.notes, say("portfolio.initials"))
    return replace(portfolio, parts=tuple(_hidden(part, hide) for part in portfolio.parts), notes=notes)


def _hidden(part: Part, hide: Callable[[str], str]) -> Part:
    def block(each: Block) -> Block:
        return replace(each, lines=tuple(map(hide, each.lines)))

    pieces = (replace(p, title=hide(p.title), blocks=tuple(map(block, p.blocks))) for p in part.pieces)
    return Part(part.title, tuple(pieces))


def _version(key: str, day: str) -> str:
    return say(f"portfolio.{key}", day=day)


def _level(draft: Draft, criterion: str) -> str:
    return words("levels")[f"level_{draft.assessment.levels.get(criterion, 0)}"]["word"]


def _day(draft: Draft) -> str:
    return f"{draft.time:%Y-%m-%d}" if draft.time else "–"


def _span(first: str, last: str) -> str:
    return say("portfolio.written", day=first) if first == last else say("portfolio.from_to", first=first, last=last)
