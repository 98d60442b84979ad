"""What grading anew would change of a score that stands in the gradebook, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from genuinely.grading.marking import Score

_LEVELS = ("missing", "emerging", "strong")
_UNKNOWN = "nothing is known of how it was graded before"


@dataclass(frozen=True)
class Change:
    """A score that comes out otherwise.

    before, after: its automatic points; None where a person gives them.
    waits: whether it goes to a person now and did not before. by_person: whether a person's own points stand over it.
    why: what moved, in phrases.
    """

    student: str
    notebook: str
    grade_id: str
    before: float | None
    after: float | None
    waits: bool
    by_person: bool
    why: tuple[str, ...]

    @property
    def difference(self) -> float:
        """Return by how many points it changes."""
        return (self.after or 0.0) - (self.before or 0.0)


@dataclass(frozen=True)
class Stood:
    """A score as it stands: its automatic points, whether a person's own stand over them, and how it was graded.

    graded: None where the graded notebook does not say.
    """

    points: float | None
    by_person: bool
    graded: Score | None


def changes(student: str, notebook: str, stood: Mapping[str, Stood], now: Sequence[Score]) -> Iterator[Change]:
    """Yield what changes of the scores of one notebook. stood: by grade id; what is not in it is no change."""
    for score in now:
        before = stood.get(score.grade_id)
        if before is None:
            continue
        waits = score.needs_person and before.graded is not None and not before.graded.needs_person
        if before.points != score.points or waits:
            why = tuple(_why(before.graded, score))
            yield Change(student, notebook, score.grade_id, before.points, score.points, waits, before.by_person, why)


def _why(before: Score | None, now: Score) -> Iterator[str]:
    if before is None:
        yield _UNKNOWN
        return
    for name, level in now.levels.items():
        was = before.levels.get(name)
        if was is not None and was != level:
            yield f"{name} was {_LEVELS[was]} and is {_LEVELS[level]}"
    if before.levels and now.levels and set(before.levels) != set(now.levels):
        yield f"other criteria count: {', '.join(sorted(set(before.levels) ^ set(now.levels)))}"
    if before.maximum != now.maximum:
        yield f"it was worth {before.maximum:g} and is worth {now.maximum:g}"
    if before.reason != now.reason and now.reason:
        yield now.reason
    if before.reason and not now.reason:
        yield f"it no longer waits ({before.reason})"
