"""What an instructor has chosen for a problem set: when learners see levels, and what a total is worth."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from genuinely.assessing import Assessment


@dataclass(frozen=True)
class Terms:
    """The two lines that a problem set's file may have.

    levels_from: from when on learners see levels, with its zone; None for while they write.
    full_points_from: the total of 100 from which on a message has all its points. Below it, in proportion.
    """

    levels_from: datetime | None = None
    full_points_from: float = 100.0

    def points(self, assessment: Assessment, worth: float) -> float:
        """Return what a message earns of `worth`: its total's share of `full_points_from`, to two decimals.

        0 if it was not attempted or is flagged. Raises ValueError if `worth` is negative or not finite.
        """
        return min(assessment.points(worth * (100 / self.full_points_from)), float(worth))

    def share(self, total: float) -> float:
        """Return the share of a message's points, 0 to 1, that so much of a total of 100 comes to."""
        return min(total / self.full_points_from, 1.0)

    def opening(self, now: datetime | None = None) -> str:
        """Return when levels will be shown, as "2026-12-01 18:00" in this machine's zone; "" if they are now."""
        if self.levels_from is None or (now or datetime.now(UTC)) >= self.levels_from:
            return ""
        return f"{self.levels_from.astimezone():%Y-%m-%d %H:%M}"


COURSE_TERMS = Terms()
"""Where nothing was chosen: levels while writing, and every point of 100 counts."""
