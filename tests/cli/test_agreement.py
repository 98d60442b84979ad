"""How far two readers agree, held against what can be worked out on paper."""

from __future__ import annotations

import pytest

from genuinely.cli.agreement import exact, interval, weighted_kappa


def test_full_agreement_is_1() -> None:
    assert weighted_kappa([(0, 0), (1, 1), (2, 2), (2, 2)]) == 1


def test_one_and_the_same_level_throughout_is_full_agreement() -> None:
    assert weighted_kappa([(1, 1), (1, 1)]) == 1


def test_full_disagreement_between_the_ends_is_minus_1() -> None:
    assert weighted_kappa([(0, 2), (2, 0)]) == -1


def test_levels_that_have_nothing_to_do_with_each_other_are_0() -> None:
    assert weighted_kappa([(one, two) for one in range(3) for two in range(3)]) == pytest.approx(0)


def test_a_small_table_worked_out_by_hand() -> None:
    """Squared distances seen: 0, 1, 0, 4, so 5. Marginals (1, 1, 2) and (2, 0, 2).

    By chance: 1*2*4 (2 apart) + 1*2*1 + 1*2*1 (1 apart) + 2*2*4 (2 apart) = 8 + 2 + 2 + 16 = 28, over 4 is 7.
    """
    pairs = [(0, 0), (1, 2), (2, 2), (2, 0)]
    # first reader 0: (0,2) is 4 * 1 * 2 = 8; 1: (1,0) 1 * 1 * 2 = 2, (1,2) 1 * 1 * 2 = 2; 2: (2,0) 4 * 2 * 2 = 16
    assert weighted_kappa(pairs) == pytest.approx(1 - 5 / 7)


def test_two_levels_apart_weigh_four_times_as_much_as_one() -> None:
    """Same marginals (2, 0, 2) and (1, 2, 1) against (2, 0, 2) and (2, 0, 2), by hand: 1 - 2/6 and 1 - 8/8."""
    assert weighted_kappa([(0, 0), (0, 1), (2, 1), (2, 2)]) == pytest.approx(1 - 2 / 6)
    assert weighted_kappa([(0, 0), (0, 2), (2, 0), (2, 2)]) == pytest.approx(0)


def test_it_does_not_matter_which_reader_comes_first() -> None:
    pairs = [(0, 1), (1, 2), (2, 2), (1, 0), (0, 0)]
    assert weighted_kappa(pairs) == pytest.approx(weighted_kappa([(two, one) for one, two in pairs]))


def test_no_pairs_are_refused() -> None:
    with pytest.raises(ValueError, match="no pairs"):
        weighted_kappa([])


def test_the_share_of_equal_levels() -> None:
    assert exact([(0, 0), (1, 2), (2, 2), (2, 0)]) == 0.5


def test_an_interval_holds_the_figure_and_is_the_same_each_time() -> None:
    groups = [[(0, 0), (1, 1)], [(2, 1), (2, 2)], [(0, 1), (2, 2), (1, 1)], [(0, 0), (2, 2), (1, 2)]]
    low, high = interval(groups)
    assert low < weighted_kappa([pair for group in groups for pair in group]) < high
    assert interval(groups) == (low, high)


def test_an_interval_of_equal_groups_has_no_width() -> None:
    assert interval([[(0, 0), (1, 2), (2, 2)]] * 5) == pytest.approx((weighted_kappa([(0, 0), (1, 2), (2, 2)]),) * 2)


def test_an_interval_draws_whole_groups() -> None:
    """One group agrees, the other disagrees: samples hold none, some or all of either, so both ends are met."""
    low, high = interval([[(0, 0), (2, 2)], [(0, 2), (2, 0)]])
    assert (low, high) == (-1, 1)
