"""What two people can make of their differences: splitting everything against trading on what each cares about.

Each person hands out one whole over the things on the table: a tuple of weights that sums to 1. What somebody has is
the sum of the weights of what they get. Formulas: table of evidence, section 5 ("Logrolling"); evening out: the
adjusted winner procedure of Brams and Taylor, Fair Division (1996).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Weights = tuple[float, ...]


def weights(points: Sequence[float]) -> Weights:
    """Return points of any size as shares of 1. Whoever gives no points at all cares for everything alike."""
    total = sum(points)
    return tuple(each / total for each in points) if total else tuple(1 / len(points) for _ in points)


@dataclass(frozen=True)
class Deal:
    """For each thing on the table, the share that goes to the first person (0 to 1); the rest goes to the second."""

    one: Weights
    other: Weights
    shares: tuple[float, ...]

    @property
    def first(self) -> float:
        """What the first has of it, 0 to 1."""
        return sum(share * weight for share, weight in zip(self.shares, self.one, strict=True))

    @property
    def second(self) -> float:
        """What the second has of it, 0 to 1."""
        return sum((1 - share) * weight for share, weight in zip(self.shares, self.other, strict=True))

    @property
    def total(self) -> float:
        """What both have together; to add them up is to take a point of the one for worth a point of the other."""
        return self.first + self.second


def split(one: Weights, other: Weights) -> Deal:
    """Everything down the middle: a half for each, 1 together."""
    return Deal(one, other, tuple(0.5 for _ in one))


def trade(one: Weights, other: Weights) -> Deal:
    """Each thing to whoever cares more for it; halves where both care alike. Together Σ max(w1, w2)."""
    return Deal(one, other, tuple(_whose(mine, theirs) for mine, theirs in zip(one, other, strict=True)))


def created(one: Weights, other: Weights) -> float:
    """What trading makes beyond splitting: ½ Σ |w1 − w2|, the distance between the two sets of priorities, 0 to 1."""
    return sum(abs(mine - theirs) for mine, theirs in zip(one, other, strict=True)) / 2


def evened(one: Weights, other: Weights) -> Deal:
    """The trade, with as much handed back as makes both have the same: never less than a half each.

    Whoever has more hands back first what they care for least more than the other does, and of the last thing a part.
    """
    deal = trade(one, other)
    if deal.first < deal.second:
        mirrored = evened(other, one)
        return Deal(one, other, tuple(1 - share for share in mirrored.shares))
    shares = list(deal.shares)
    held = [index for index, share in enumerate(shares) if share > 0 and one[index] + other[index] > 0]
    for index in sorted(held, key=lambda index: (one[index] / other[index]) if other[index] else float("inf")):
        now = Deal(one, other, tuple(shares))
        shares[index] -= min(shares[index], (now.first - now.second) / (one[index] + other[index]))
    return Deal(one, other, tuple(shares))


def _whose(mine: float, theirs: float) -> float:
    if abs(mine - theirs) < 1e-9:
        return 0.5
    return 1.0 if mine > theirs else 0.0
