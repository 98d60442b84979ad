"""The coupling term: right in its numbers, honest about the trace, and said in words as it is drawn."""

from __future__ import annotations

import math
import random

import pytest

from genuinely.coaching.look import look
from genuinely.lessons.coupling_controls import CONTROLS, words
from genuinely.lessons.coupling_model import TwoLevels
from genuinely.lessons.coupling_picture import CouplingScene

START = {each.name: each.start for each in CONTROLS}


def scene(**values: float) -> CouplingScene:
    return CouplingScene(words(), {**START, **values})


def some(count: int = 200) -> list[TwoLevels]:
    dice = random.Random(5)
    return [TwoLevels(dice.uniform(-3, 3), dice.uniform(-3, 3), dice.uniform(-2, 2)) for _ in range(count)]


def test_the_levels_of_a_known_case() -> None:
    two = TwoLevels(0, 1, 0.5)
    assert two.lower == pytest.approx(-0.2071, abs=1e-4)
    assert two.upper == pytest.approx(1.2071, abs=1e-4)


def test_the_trace_is_conserved() -> None:
    for two in some():
        assert two.lower + two.upper == pytest.approx(two.first + two.second)


def test_the_product_of_the_levels_is_the_determinant() -> None:
    for two in some():
        assert two.lower * two.upper == pytest.approx(two.first * two.second - two.g**2, abs=1e-9)


def test_levels_never_cross() -> None:
    for two in some():
        assert two.gap >= 2 * abs(two.g) - 1e-12


def test_equals_are_stabilised_by_the_whole_coupling() -> None:
    assert TwoLevels(3, 3, 0.7).stabilisation == pytest.approx(0.7)


def test_far_apart_the_effect_falls_with_the_distance() -> None:
    assert TwoLevels(0, 100, 1).stabilisation == pytest.approx(1 / 100, rel=1e-3)


def test_without_a_coupling_nothing_is_new() -> None:
    two = TwoLevels(1, 2, 0)
    assert (two.lower, two.upper, two.stabilisation, two.most_across) == (1, 2, 0, 0)
    assert [two.gain(count) for count in range(5)] == [0] * 5


def test_no_gap_at_all_is_no_division_by_nought() -> None:
    two = TwoLevels(1, 1, 0)
    assert two.share_of_first == 0.5
    assert two.period == math.inf
    assert two.across(3) == 0


def test_the_sign_of_the_coupling_changes_no_level() -> None:
    assert TwoLevels(0, 1, 0.4).lower == TwoLevels(0, 1, -0.4).lower


def test_who_is_in_decides_what_is_gained() -> None:
    """One, two, three and four electrons on two equal levels: why two hydrogen atoms bind and two of helium do not."""
    two = TwoLevels(0, 0, 1)
    assert [two.gain(count) for count in range(5)] == [0, 1, 2, 1, 0]


@pytest.mark.parametrize("count", [-1, 5])
def test_there_is_room_for_four(count: int) -> None:
    with pytest.raises(ValueError, match="room for 0 to 4"):
        TwoLevels(0, 0, 1).gain(count)


@pytest.mark.parametrize(("ratio", "most"), [(0, 1), (0.5, 0.94), (1, 0.8), (2, 0.5), (4, 0.2)])
def test_the_closer_the_levels_the_more_goes_across(ratio: float, most: float) -> None:
    assert TwoLevels(ratio, 0, 1).most_across == pytest.approx(most, abs=0.005)


def test_after_half_a_period_the_most_is_across_and_after_a_whole_one_it_is_back() -> None:
    two = TwoLevels(0, 1, 0.5)
    assert two.across(0) == 0
    assert two.across(two.period / 2) == pytest.approx(two.most_across)
    assert two.across(two.period) == pytest.approx(0, abs=1e-12)


def test_the_lower_state_is_mostly_the_lower_level() -> None:
    assert TwoLevels(0, 2, 0.1).share_of_first > 0.99
    assert TwoLevels(2, 0, 0.1).share_of_first < 0.01
    assert TwoLevels(1, 1, 0.1).share_of_first == pytest.approx(0.5)


def test_the_share_is_that_of_the_lower_eigenvector() -> None:
    for two in some(50):
        one, other = two.g, two.lower - two.first  # (E1 − E₋)·a + g·b = 0
        assert two.share_of_first == pytest.approx(one**2 / (one**2 + other**2))


def test_it_says_that_the_sum_stays() -> None:
    said = " ".join(scene(first=0, second=2, g=0.8).comparison)
    assert "Add the levels up: 2 before, and −0.28 and 2.28 make 2 again." in said


def test_a_full_house_gains_nothing_and_it_says_so() -> None:
    assert "no gain at all" in " ".join(scene(g=1, count=4).comparison)
    assert "With 2 in, the whole lies 2 lower" in " ".join(scene(first=1, second=1, g=1, count=2).comparison)


def test_far_apart_it_says_how_little_goes_across() -> None:
    assert "20 % goes across at most" in " ".join(scene(first=0, second=4, g=1).comparison)


def test_it_says_where_the_likeness_breaks() -> None:
    assert "The sum of the levels never changes" in scene().below
    assert "The sum of the levels never changes" in scene().below_plain


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("values", [{}, {"g": 2, "count": 4}, {"first": 0, "second": 0, "g": 2}, {"first": 4, "g": 2}])
def test_every_level_lies_inside_the_picture(values: dict[str, float], theme: str) -> None:
    shown = scene(**values)
    axes = shown.draw(look()[theme]).axes[0]
    low, high = axes.get_ylim()
    assert low < shown.two.lower <= shown.two.upper < high


def test_as_many_things_are_drawn_as_share_the_levels() -> None:
    for count in (1, 2, 3, 4):
        collections = scene(g=1, count=count).draw(look()["light"]).axes[0].collections
        assert sum(len(each.get_offsets()) for each in collections) == count
