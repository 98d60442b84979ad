"""Two levels and what lies between them: levels, stabilisation, and exchange over time.

H = [[E1, g], [g, E2]]. Energies and g share one unit, which nothing here depends on. Time is counted in ħ over that
unit. Formulas: table of evidence, section 4 (checked numerically there); Novotny 2010, American Journal of Physics
78:1199; Foot, Atomic Physics, appendix A.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

ROOM = 4
"""Two levels, each with room for two."""


@dataclass(frozen=True)
class TwoLevels:
    """Two bare levels `first` and `second`, and the coupling `g` between them (its sign changes no level)."""

    first: float
    second: float
    g: float

    @property
    def difference(self) -> float:
        """δ = E1 − E2."""
        return self.first - self.second

    @property
    def gap(self) -> float:
        """E₊ − E₋ = √(δ² + 4g²): never less than 2|g|."""
        return math.hypot(self.difference, 2 * self.g)

    @property
    def lower(self) -> float:
        """E₋ = (E1 + E2)/2 − gap/2."""
        return (self.first + self.second - self.gap) / 2

    @property
    def upper(self) -> float:
        """E₊ = (E1 + E2)/2 + gap/2. With E₋ it sums to E1 + E2: the trace is conserved."""
        return (self.first + self.second + self.gap) / 2

    @property
    def stabilisation(self) -> float:
        """How far the lower level has gone down: min(E1, E2) − E₋.

        |g| where both are equal; about g²/|δ| where they are far apart.
        """
        return (self.gap - abs(self.difference)) / 2

    @property
    def share_of_first(self) -> float:
        """How much of the lower coupled level is the first one, 0 to 1. One half where both are equal."""
        if self.gap == 0:
            return 0.5
        return (1 - self.difference / self.gap) / 2

    def gain(self, count: int) -> float:
        """Return by how much the coupling lowers the energy of `count` things filled in from below, two a level.

        1, 2, 1 and 0 times the stabilisation for 1 to 4: what the lower level wins, the upper one takes back.
        Raises ValueError for a count that has no room.
        """
        if not 0 <= count <= ROOM:
            raise ValueError(f"There is room for 0 to {ROOM}, not for {count}.")
        below = min(count, 2)
        above = count - below
        return (below - above) * self.stabilisation

    @property
    def most_across(self) -> float:
        """The greatest share that ever goes across, 0 to 1: 4g²/(δ² + 4g²)."""
        return 0.0 if self.gap == 0 else (2 * self.g / self.gap) ** 2

    @property
    def period(self) -> float:
        """How long it takes to go across and come back, in ħ per unit of energy: 2π/gap. Infinite without a gap."""
        return math.inf if self.gap == 0 else 2 * math.pi / self.gap

    def across(self, time: float) -> float:
        """Return the share that has gone from one to the other after `time`: most_across · sin²(gap·t/2)."""
        return self.most_across * math.sin(self.gap * time / 2) ** 2
