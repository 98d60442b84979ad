"""What an exchange leaves each of two people, the region in which both gain, and how much to ask for.

Worth and cost are in points, 0 to 10, as somebody feels them; to add up the points of two people is to take a point of
the one for worth a point of the other. The size x of an ask goes from 0 (nothing) to 1 (all of it). Formulas: table of
evidence, section 5 ("ZOPA", "A favour"). How worth and cost go with the size is an illustration and not a finding: the
worth is w(2x − x²), so that the first part brings the most, and the cost cx², so that the last part costs the most.
"""

from __future__ import annotations

from dataclasses import dataclass

FELT = 1.0
"""Points. Less than that is too little to write for: a rule of thumb."""

_NOTHING = 1e-9


@dataclass(frozen=True)
class Side:
    """What it is worth to one of the two, and what it costs them: points, 0 to 10."""

    worth: float
    cost: float

    def brings(self, size: float = 1) -> float:
        """Return what an ask of this size is worth to them: w(2x − x²) points."""
        return self.worth * (2 * size - size**2)

    def takes(self, size: float = 1) -> float:
        """Return what it costs them: cx² points."""
        return self.cost * size**2

    def net(self, size: float = 1) -> float:
        """Return what is left: n(x) = 2wx − (w + c)x² points; w − c for the whole of it."""
        return self.brings(size) - self.takes(size)

    @property
    def best_size(self) -> float:
        """The size at which the most is left: w/(w + c), 0 to 1."""
        return self.worth / (self.worth + self.cost) if self.worth else 0.0

    @property
    def largest_size(self) -> float:
        """The size up to which nothing is lost: 2w/(w + c), 1 at most."""
        return min(1.0, 2 * self.best_size)


@dataclass(frozen=True)
class Exchange:
    """Two sides, how much of it is asked for (`size`, 0 to 1), and what goes back.

    back: points that you hand to them beyond what the exchange itself brings; below 0, they hand them to you.
    """

    you: Side
    them: Side
    size: float = 1
    back: float = 0

    @property
    def before(self) -> tuple[float, float]:
        """What is left for you and for them while nothing goes back, in points."""
        return self.you.net(self.size), self.them.net(self.size)

    @property
    def left(self) -> tuple[float, float]:
        """What is left for you and for them: a point on the map. What goes back moves it along its antidiagonal."""
        you, them = self.before
        return you - self.back, them + self.back

    @property
    def surplus(self) -> float:
        """S = n(you) + n(them) points: what there is to share. Nothing that goes back changes it."""
        return sum(self.before)

    @property
    def is_empty(self) -> bool:
        """Whether there is no region in which nobody loses: S < 0."""
        return self.surplus < -_NOTHING

    @property
    def region(self) -> tuple[float, float] | None:
        """What may go back so that nobody loses, in points: from −n(them) to n(you). None where that is empty."""
        you, them = self.before
        return None if self.is_empty else (-them, you)

    @property
    def outcome(self) -> str:
        """Return "empty", "even" (nothing to share), "both" (both gain), or "you" or "them" for who comes off short."""
        if self.is_empty:
            return "empty"
        if self.surplus <= _NOTHING:
            return "even"
        you, them = self.left
        if them <= _NOTHING:
            return "them"
        return "you" if you <= _NOTHING else "both"

    @property
    def together(self) -> Side:
        """Both as one side: its net is the surplus, its largest size the one up to which there is a region."""
        return Side(self.you.worth + self.them.worth, self.you.cost + self.them.cost)

    @property
    def is_worth_less(self) -> bool:
        """Whether some smaller ask leaves something to share that can be felt."""
        return self.together.net(self.together.best_size) >= FELT

    @property
    def largest_without(self) -> float:
        """The size up to which nobody loses though nothing goes back, 0 to 1."""
        return min(self.you.largest_size, self.them.largest_size)
