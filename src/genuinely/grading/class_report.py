"""A class's work on one assignment, as the tables of its report look at it: plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from genuinely.assessing import Assessment
from genuinely.coaching.wording import words
from genuinely.grading.class_report_wording import say
from genuinely.scenarios import FrozenDict, load_scenario

STRONG = 2
"""The level that leaves nothing to do."""


@dataclass(frozen=True)
class Weakness:
    """Words that kept a criterion below strong, and the move they make; "" twice where it is for want of any."""

    criterion: str
    move: str
    words: str


@dataclass(frozen=True)
class Reading:
    """What a report needs of an assessment: its levels by criterion, its total from 0 to 100, and what was weak."""

    levels: FrozenDict[str, int]
    total: float
    flagged: bool
    weaknesses: tuple[Weakness, ...]


@dataclass(frozen=True)
class Item:
    """Something with points.

    key: its grade id, behind its notebook's name and a slash where two notebooks have the same id.
    scenario: the card of a message, "" for whatever else has points.
    """

    key: str
    maximum: float
    scenario: str = ""

    @property
    def title(self) -> str:
        """Return what a report calls it."""
        return load_scenario(self.scenario).title if self.scenario else self.key


@dataclass(frozen=True)
class Work:
    """What one student wrote for one item.

    points: as they stand in the gradebook, None if there are none yet.
    message: what was assessed, "" if nothing was.
    reading: None if there was nothing to read, or if it was too long to be read.
    before: the first of the student's own versions, where they chose to add them, and there is more than one.
    reason: why a person should look at it, "" if nobody need. at_stake: how far the points may be from a person's.
    """

    student: str
    item: Item
    points: float | None
    message: str = ""
    reading: Reading | None = None
    before: Reading | None = None
    reason: str = ""
    at_stake: float = 0.0


@dataclass(frozen=True)
class ClassWork:
    """Everything that a report on an assignment is made of.

    items: in the order of the notebooks. works: by student, then item.
    handout: what everybody was given beside the cards.
    not_graded: students who handed something in that no graded notebook of ours belongs to.
    older: how many points were made with other versions than are installed now; their levels are of today's.
    versions: of assessor and rubric, as they are installed now.
    trouble: a sentence on why there is nothing, "" if there is no trouble.
    """

    assignment: str
    items: tuple[Item, ...] = ()
    works: tuple[Work, ...] = ()
    handout: tuple[str, ...] = ()
    not_graded: tuple[str, ...] = ()
    older: int = 0
    versions: tuple[str, str] = ("", "")
    trouble: str = ""

    @property
    def students(self) -> tuple[str, ...]:
        """Return the ids of all whose work is here, in their order."""
        return tuple(dict.fromkeys(work.student for work in self.works))

    @property
    def read(self) -> Iterator[tuple[Work, Reading]]:
        """Yield every message that was read, with its reading."""
        return ((work, work.reading) for work in self.works if work.reading is not None)

    def __repr__(self) -> str:
        """Say in a sentence what is here."""
        if self.trouble:
            return self.trouble
        return say("page.here", assignment=self.assignment, students=len(self.students), items=len(self.items))


def reading_of(message: str, assessment: Assessment) -> Reading:
    """Return of an assessment what a report needs."""
    return Reading(assessment.levels, assessment.total, bool(assessment.flags), tuple(_weaknesses(message, assessment)))


def criterion_title(criterion: str) -> str:
    """Return what learners know a criterion by."""
    return words("criteria")[criterion]["title"]


def weakness_label(criterion: str, move: str) -> str:
    """Return in a few words what a weakness rests on: what a move does, or that there is none."""
    if move:
        return words("moves")[move]["label"]
    return say("weaknesses.length" if criterion == "concise" else "weaknesses.nothing")


def _weaknesses(message: str, assessment: Assessment) -> Iterator[Weakness]:
    for criterion, level in assessment.levels.items():
        if level < STRONG:
            spans = assessment.evidence[criterion]
            if not spans:
                yield Weakness(criterion, "", "")
            for span in spans:
                yield Weakness(criterion, span.move, " ".join(message[span.start : span.end].split()))
