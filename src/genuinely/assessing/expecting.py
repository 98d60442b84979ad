"""How far from the raters' total a total is likely to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence


def expected_error(levels: Iterable[tuple[int, Sequence[float]]], weights: Sequence[float]) -> float:
    """Return the expected distance of a total from the true one, in points of 100.

    levels: each criterion's level with the probabilities of 0, 1 and 2, taken to be independent of each other.
    """
    chances = {0.0: 1.0}
    for (given, probabilities), weight in zip(levels, weights, strict=True):
        further: dict[float, float] = defaultdict(float)
        for off, chance in chances.items():
            for level, probability in enumerate(probabilities):
                further[off + weight * (level - given)] += chance * probability
        chances = further
    return 100 * sum(abs(off) * chance for off, chance in chances.items()) / (2 * sum(weights))
