"""How far two sets of levels agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from random import Random

Pairs = Sequence[tuple[int, int]]
"""Levels, 0 to 2, that two readers gave to the same messages."""

Table = Sequence[int]
"""Nine counts: how often the first reader gave a level and the second one, (0, 0), (0, 1), (0, 2), (1, 0) and so on."""

LEVELS = range(3)


def table(pairs: Iterable[tuple[int, int]]) -> list[int]:
    """Return the counts of pairs of levels."""
    seen = Counter(pairs)
    return [seen[one, two] for one in LEVELS for two in LEVELS]


def weighted_kappa(pairs: Pairs) -> float:
    """Return the quadratic weighted kappa (Cohen 1968): 1 full agreement, 0 what chance gives.

    1.0 if both readers gave one and the same level throughout. Raises ValueError for no pairs.
    """
    return kappa_of(table(pairs))


def kappa_of(counts: Table) -> float:
    """Return the quadratic weighted kappa of a table. Raises ValueError for an empty one."""
    total = sum(counts)
    if not total:
        raise ValueError("weighted_kappa: found no pairs of levels, expected one or more")
    first = [sum(counts[3 * one : 3 * one + 3]) for one in LEVELS]
    second = [sum(counts[two::3]) for two in LEVELS]
    seen = sum(_apart(one, two) * counts[3 * one + two] for one in LEVELS for two in LEVELS)
    by_chance = sum(_apart(one, two) * first[one] * second[two] for one in LEVELS for two in LEVELS) / total
    return 1 - seen / by_chance if by_chance else 1.0


def _apart(one: int, two: int) -> int:
    return (one - two) ** 2


def exact(pairs: Pairs) -> float:
    """Return the share of messages to which both gave the same level, 0 to 1."""
    return exact_of(table(pairs))


def exact_of(counts: Table) -> float:
    """Return the share of a table's pairs that are equal, 0 to 1."""
    return (counts[0] + counts[4] + counts[8]) / sum(counts)


def interval(
    groups: Sequence[Pairs], figure: Callable[[Table], float] = kappa_of, rounds: int = 1000
) -> tuple[float, float]:
    """Return the middle 95 % of a figure over bootstrap samples of whole groups (scenarios), with a fixed seed."""
    return interval_of([[table(group)] for group in groups], lambda tables: figure(tables[0]), rounds)


def interval_of(
    groups: Sequence[Sequence[Table]], figure: Callable[[Sequence[Table]], float], rounds: int = 1000
) -> tuple[float, float]:
    """Return the same for a figure of several tables: each group brings one for each criterion, say."""
    draw = Random(20261125)
    figures = []
    for _ in range(rounds):
        drawn = draw.choices(groups, k=len(groups))
        figures.append(figure([_added(tables) for tables in zip(*drawn, strict=True)]))
    figures.sort()
    return figures[int(rounds * 0.025)], figures[int(rounds * 0.975) - 1]


def _added(tables: Sequence[Table]) -> list[int]:
    return [sum(counts) for counts in zip(*tables, strict=True)]
