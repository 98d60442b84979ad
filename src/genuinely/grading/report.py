"""What a run of grading came to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from genuinely.grading.changes import Change
from genuinely.grading.marking import Score
from genuinely.grading.trouble import GradingError


@dataclass(frozen=True)
class Waiting:
    """An answer on the manual-grading list, with its reason."""

    student: str
    notebook: str
    score: Score


@dataclass
class Report:
    """What a run came to, as far as it has come.

    graded: students that were graded anew. unchanged: those of whom everything was graded already.
    waiting: answers that a person has to look at for a reason, by what is at stake.
    by_hand: how many answers of all these are for a person by their nature.
    changes: of scores that stood in the gradebook, where all was graded anew.
    troubles: for each student that could not be graded, why. notes: what else should be known of one.
    """

    total: int = 0
    graded: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    by_hand: int = 0
    changes: list[Change] = field(default_factory=list)
    troubles: list[tuple[str, GradingError]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    _waiting: list[Waiting] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Return how many students were dealt with."""
        return len(self.graded) + len(self.unchanged) + len(self.troubles)

    @property
    def waiting(self) -> list[Waiting]:
        """Return the list with most at stake first."""
        return sorted(self._waiting, key=lambda each: (-each.score.at_stake, each.student, each.score.grade_id))

    def add(self, student: str, notebook: str, needing: Iterable[Score]) -> None:
        """Take note of scores of a student that need a person."""
        for score in needing:
            if score.reason:
                self._waiting.append(Waiting(student, notebook, score))
            else:
                self.by_hand += 1
