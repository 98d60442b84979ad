"""Any number of people falls into groups with nobody left over."""

from __future__ import annotations

import pytest

from genuinely.workshop.groups import SIZES, groups


@pytest.mark.parametrize(
    ("people", "grouping", "found"),
    [
        (25, "threes", {3: 7, 4: 1}),
        (26, "threes", {3: 6, 4: 2}),
        (24, "threes", {3: 8}),
        (25, "pairs", {2: 11, 3: 1}),
        (24, "pairs", {2: 12}),
        (25, "fours", {4: 4, 3: 3}),
        (11, "fours", {4: 2, 3: 1}),
        (25, "alone", {}),
        (25, "room", {}),
    ],
)
def test_how_people_fall_into_groups(people: int, grouping: str, found: dict[int, int]) -> None:
    assert groups(people, grouping) == found


@pytest.mark.parametrize("grouping", SIZES)
def test_nobody_is_left_over_and_no_group_is_odd_by_more_than_one(grouping: str) -> None:
    for people in range(10, 201):
        found = groups(people, grouping)
        assert sum(size * count for size, count in found.items()) == people
        assert {abs(size - SIZES[grouping]) for size in found} <= {0, 1}


def test_counting_off_gives_what_is_said() -> None:
    for people in range(10, 41):
        count = sum(groups(people, "threes").values())
        heads = [len(range(number, people, count)) for number in range(count)]
        assert {size: heads.count(size) for size in set(heads)} == groups(people, "threes")
