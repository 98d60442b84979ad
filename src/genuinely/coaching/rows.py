"""What there is to say on each criterion, in the order in which it helps most."""

from __future__ import annotations

from dataclasses import dataclass

from genuinely.assessing import Assessment, Span
from genuinely.assessing.settings import load_rubric
from genuinely.coaching.marks import Mark, marks
from genuinely.coaching.wording import words
from genuinely.scenarios import Scenario


@dataclass(frozen=True)
class Row:
    """A criterion's level, the marks that it rests on, and the next thing to do ("" where it is strong).

    sure: whether the checker holds the level probable enough to say it without a "probably".
    """

    criterion: str
    level: int
    marks: tuple[Mark, ...]
    advice: str
    sure: bool = True

    @property
    def quotes(self) -> tuple[tuple[Mark, ...], ...]:
        """The marks, those over the same words together, in the order of reading."""
        places: dict[tuple[int, int], list[Mark]] = {}
        for mark in self.marks:
            places.setdefault((mark.start, mark.end), []).append(mark)
        return tuple(map(tuple, places.values()))

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
        return words("levels")[f"level_{self.level}"]["word" if self.sure else "unsure"]


def rows(message: str, scenario: Scenario, assessment: Assessment) -> tuple[Row, ...]:
    """Return a row for each criterion: first what would gain most, by what is missing times its weight."""
    found = marks(assessment, message)
    made = [
        Row(
            name,
            level,
            tuple(m for m in found if any(_same(m, span) for span in assessment.evidence.get(name, ()))),
            assessment.advice.get(name, "") if level < 2 else "",
            assessment.certainty.get(name, 1.0) >= load_rubric().sure,
        )
        for name, level in assessment.levels.items()
    ]
    return tuple(sorted(made, key=lambda row: -(2 - row.level) * float(scenario.criteria.get(row.criterion, 1))))


def next_row(ordered: tuple[Row, ...]) -> Row | None:
    """Return the row of the one recommended next step, or None if nothing is left to do."""
    return next((row for row in ordered if row.advice), None)


def labels(marked: tuple[Mark, ...]) -> str:
    """Return what the moves of marks over the same words do, in words."""
    return ", ".join(words("moves")[mark.move]["label"] for mark in marked)


def quote(message: str, mark: Mark, *, at_most: int = 110) -> str:
    """Return the marked words on one line, cut at a word where they are long."""
    text = " ".join(message[mark.start : mark.end].split())
    if len(text) <= at_most:
        return text
    return text[:at_most].rsplit(" ", 1)[0].rstrip(",;:. ") + " …"


def _same(mark: Mark, span: Span) -> bool:
    return (mark.start, mark.end, mark.move) == (span.start, span.end, span.move)
