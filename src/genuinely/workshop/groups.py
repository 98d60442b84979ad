"""How a number of people falls into pairs, threes and fours, with nobody left over."""

from __future__ import annotations

from collections.abc import Mapping

SIZES: Mapping[str, int] = {"pairs": 2, "threes": 3, "fours": 4}


def groups(people: int, grouping: str) -> dict[int, int]:
    """Return how many groups there are of each size, the usual size first; none for `alone` and `room`.

    Whoever is left over from pairs and threes joins one, so that 25 people in threes are 7 threes and one four. Of five
    one is silent, so fours become threes instead.
    """
    if grouping not in SIZES:
        return {}
    size = SIZES[grouping]
    if size < 4:
        count, larger = people // size, people % size
        found = {size: count - larger, size + 1: larger}
    else:
        count = -(-people // size)
        smaller = count * size - people
        found = {size: count - smaller, size - 1: smaller}
    return {each: many for each, many in found.items() if many}
