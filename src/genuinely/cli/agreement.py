"""How far two sets of levels agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

Pairs = Sequence[tuple[int, int]]
"""Levels, 0 to 2, that two readers gave to the same messages."""


def weighted_kappa(pairs: Pairs) -> float:
    """Return the quadratic weighted kappa (Cohen 1968): 1 full agreement, 0 what chance gives.

    1.0 if both readers gave one and the same level throughout. Raises ValueError for no pairs.
    """
    if not pairs:
        raise ValueError("weighted_kappa: found no pairs of levels, expected one or more")
    count = len(pairs)
    first = [sum(one == level for one, _ in pairs) for level in range(3)]
    second = [sum(two == level for _, two in pairs) for level in range(3)]
    seen = sum((one - two) ** 2 for one, two in pairs)
    by_chance = sum((i - j) ** 2 * first[i] * second[j] for i in range(3) for j in range(3)) / count
    return 1 - seen / by_chance if by_chance else 1.0


def exact(pairs: Pairs) -> float:
    """Return the share of messages to which both gave the same level, 0 to 1."""
    return sum(one == two for one, two in pairs) / len(pairs)


def interval(
    groups: Sequence[Pairs], figure: Callable[[Pairs], float] = weighted_kappa, rounds: int = 200
) -> tuple[float, float]:
    """Return the middle 95 % of a figure over bootstrap samples of whole groups (scenarios), with a fixed seed."""
    draw = Random(20261125)
    figures = []
    for _ in range(rounds):
        sample = [pair for group in draw.choices(groups, k=len(groups)) for pair in group]
        figures.append(figure(sample))
    figures.sort()
    return figures[int(rounds * 0.025)], figures[int(rounds * 0.975) - 1]
