"""What there is to say on each criterion, in the order in which it helps most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from genuinely.assessing import Assessment, Doubt, Span
from genuinely.assessing.quoting import quoted
from genuinely.coaching.marks import Mark, marks
from genuinely.coaching.wording import say, words
from genuinely.scenarios import Scenario

_LONGEST_QUOTE = 110

Placed = TypeVar("Placed", Span, Mark)


@dataclass(frozen=True)
class Row:
    """A criterion's level, the marks that it rests on, and the next thing to do ("" where it is strong).

    doubt: the other reading, where the checker is unsure and says "probably".
    """

    criterion: str
    level: int
    marks: tuple[Mark, ...]
    advice: str
    doubt: Doubt | None = None

    @property
    def quotes(self) -> tuple[tuple[Mark, ...], ...]:
        """The marks, those over the same words together, in the order of reading."""
        return _by_place(self.marks)

    @property
    def other_quotes(self) -> tuple[tuple[Span, ...], ...]:
        """The words that would stand for the other reading; empty where they are those of this one."""
        return () if self.doubt is None or self._on_the_same_words else _by_place(self.doubt.evidence)

    @property
    def other(self) -> str:
        """The other reading in words, or ""."""
        if self.doubt is None:
            return ""
        level = f"level_{self.doubt.level}"
        return say(
            "feedback.other_same" if self._on_the_same_words else "feedback.other",
            word=words("levels")[level]["word"],
            meaning=words("criteria")[self.criterion][level],
        )

    @property
    def _on_the_same_words(self) -> bool:
        other = self.doubt.evidence if self.doubt else ()
        return bool(other) and {(s.start, s.end, s.move) for s in other} == {
            (m.start, m.end, m.move) for m in self.marks
        }

    @property
    def decide(self) -> str:
        """The question by which a learner decides between the two readings, with what either answer means, or ""."""
        if self.doubt is None:
            return ""
        lower, higher = (words("levels")[f"level_{level}"]["word"] for level in sorted((self.level, self.doubt.level)))
        return say("feedback.decide", question=self.doubt.question, higher=higher, lower=lower)

    @property
    def title(self) -> str:
        return words("criteria")[self.criterion]["title"]

    @property
    def why(self) -> str:
        return words("criteria")[self.criterion]["why"]

    @property
    def meaning(self) -> str:
        return words("criteria")[self.criterion][f"level_{self.level}"]

    @property
    def symbol(self) -> str:
        return words("levels")[f"level_{self.level}"]["symbol"]

    @property
    def word(self) -> str:
        return words("levels")[f"level_{self.level}"]["unsure" if self.doubt else "word"]


def rows(message: str, scenario: Scenario, assessment: Assessment) -> tuple[Row, ...]:
    """Return a row for each criterion: first what would gain most, by what is missing times its weight."""
    found = marks(assessment, message)
    made = [
        Row(
            name,
            level,
            tuple(m for m in found if any(_same(m, span) for span in assessment.evidence.get(name, ()))),
            assessment.advice.get(name, "") if level < 2 else "",
            assessment.doubts.get(name),
        )
        for name, level in assessment.levels.items()
    ]
    return tuple(sorted(made, key=lambda row: -(2 - row.level) * float(scenario.criteria.get(row.criterion, 1))))


def next_row(ordered: tuple[Row, ...]) -> Row | None:
    """Return the row of the one recommended next step, or None if nothing is left to do."""
    return next((row for row in ordered if row.advice), None)


def labels(marked: Sequence[Span | Mark]) -> str:
    """Return what the moves of marks over the same words do, in words."""
    return ", ".join(words("moves")[mark.move]["label"] for mark in marked)


def quote(message: str, mark: Span | Mark) -> str:
    """Return the marked words on one line, cut at a word where they are long."""
    return quoted(message[mark.start : mark.end], _LONGEST_QUOTE)


def _same(mark: Mark, span: Span) -> bool:
    return (mark.start, mark.end, mark.move) == (span.start, span.end, span.move)


def _by_place(marked: Sequence[Placed]) -> tuple[tuple[Placed, ...], ...]:
    places: dict[tuple[int, int], list[Placed]] = {}
    for mark in marked:
        places.setdefault((mark.start, mark.end), []).append(mark)
    return tuple(map(tuple, places.values()))
