"""How far a total is likely to be from the raters': held against what can be worked out on paper."""

from __future__ import annotations

import pytest

from genuinely.assessing.expecting import expected_error


def test_no_doubt_means_no_expected_error() -> None:
    assert expected_error([(2, (0, 0, 1)), (0, (1, 0, 0))], [1, 3]) == 0


def test_one_criterion_alone_by_hand() -> None:
    """Level 2 of 2 with a tenth on 1 and a tenth on 0: off by 1 or by 2 of 2, so 5 and 10 points."""
    assert expected_error([(2, (0.1, 0.1, 0.8))], [4]) == pytest.approx(15)


def test_errors_that_cancel_are_not_added() -> None:
    """Each may be one too high or one too low; of the four cases two are 0 off and two are 2 of 4 off."""
    either = (0.5, 0.0, 0.5)
    assert expected_error([(1, either), (1, either)], [1, 1]) == pytest.approx(25)


def test_a_heavier_criterion_counts_for_more() -> None:
    unsure, sure = (1, (0.0, 0.5, 0.5)), (1, (0.0, 1.0, 0.0))
    heavy = expected_error([unsure, sure], [3, 1])
    assert heavy == pytest.approx(3 * expected_error([unsure, sure], [1, 3]))
