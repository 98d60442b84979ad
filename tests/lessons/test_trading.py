"""Value from difference: trading makes what the priorities differ by, and evening out leaves nobody short."""

from __future__ import annotations

import random
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.lessons.trading_controls import CONTROLS, words
from genuinely.lessons.trading_model import Weights, created, evened, split, trade, weights
from genuinely.lessons.trading_picture import TradingScene

START = {each.name: each.start for each in CONTROLS}


def scene(you: tuple[int, int, int] = (5, 5, 5), them: tuple[int, int, int] = (5, 5, 5), **more: Any) -> TradingScene:
    given = {
        f"{who}_{place}": points for who, all in (("you", you), ("them", them)) for place, points in enumerate(all, 1)
    }
    return TradingScene(words(), {**START, **given, **more})


def some(count: int = 300) -> list[tuple[Weights, Weights]]:
    dice = random.Random(7)
    draw = lambda size: weights([dice.randint(0, 10) for _ in range(size)])  # noqa: E731
    sizes = [dice.randint(1, 5) for _ in range(count)]
    return [(draw(size), draw(size)) for size in sizes]


def test_points_become_shares_of_one() -> None:
    assert weights([2, 3, 5]) == (0.2, 0.3, 0.5)


def test_no_points_at_all_care_for_everything_alike() -> None:
    assert weights([0, 0]) == (0.5, 0.5)


def test_splitting_gives_a_half_to_each() -> None:
    for one, other in some():
        assert split(one, other).first == pytest.approx(0.5)
        assert split(one, other).second == pytest.approx(0.5)


def test_a_known_trade() -> None:
    deal = trade((0.7, 0.2, 0.1), (0.1, 0.2, 0.7))
    assert deal.total == pytest.approx(1.6)
    assert deal.shares == (1.0, 0.5, 0.0)


def test_what_is_created_is_the_distance_between_the_priorities() -> None:
    for one, other in some():
        assert trade(one, other).total == pytest.approx(1 + created(one, other))
        assert trade(one, other).total == pytest.approx(sum(map(max, one, other)))


def test_equal_priorities_create_nothing() -> None:
    for one, _ in some(50):
        assert created(one, one) == 0
        assert trade(one, one).total == pytest.approx(1)


def test_opposite_priorities_double_the_pie() -> None:
    assert trade((1, 0), (0, 1)).total == 2


def test_no_division_beats_the_trade() -> None:
    dice = random.Random(1)
    for one, other in some(50):
        shares = [dice.random() for _ in one]
        total = sum(s * a + (1 - s) * b for s, a, b in zip(shares, one, other, strict=True))
        assert total <= trade(one, other).total + 1e-9


def test_evened_out_both_have_the_same_and_at_least_a_half() -> None:
    for one, other in some():
        deal = evened(one, other)
        assert deal.first == pytest.approx(deal.second)
        assert deal.first >= 0.5 - 1e-9
        assert deal.total <= trade(one, other).total + 1e-9
        assert all(-1e-9 <= share <= 1 + 1e-9 for share in deal.shares)


def test_evening_out_by_hand() -> None:
    """Where the trade is even already, nothing is handed back; else a part of what both care for nearly alike."""
    deal = evened((0.6, 0.1, 0.3), (0.1, 0.6, 0.3))
    assert (deal.first, deal.second) == (pytest.approx(0.75), pytest.approx(0.75))
    lopsided = evened((0.4, 0.3, 0.3), (0.1, 0.5, 0.4))
    assert lopsided.shares == pytest.approx((1.0, 0.0, 0.5 / 0.7))
    assert lopsided.first == pytest.approx(0.4 + 0.3 * 0.5 / 0.7)


def test_evening_out_does_not_care_who_is_called_first() -> None:
    for one, other in some(100):
        assert evened(one, other).first == pytest.approx(evened(other, one).first)


def test_it_says_who_takes_what_and_what_came_of_it() -> None:
    said = " ".join(scene((7, 2, 1), (1, 2, 7)).comparison)
    assert "You take “whose name stands first”." in said
    assert "They take “when it is finished”." in said
    assert "You share “who may use the data again”." in said
    assert "That makes 60 points" in said


def test_two_things_are_joined_by_a_word() -> None:
    said = " ".join(scene((9, 5, 5), (1, 5, 9)).comparison)
    assert "They take “who may use the data again” and “when it is finished”." in said


def test_of_equals_it_says_that_a_trade_makes_nothing() -> None:
    assert "no trade makes more of it" in scene().comparison[0]
    assert len(scene().comparison) == 1


def test_who_comes_off_short_is_told() -> None:
    assert "leaves you with less than half" in " ".join(scene((4, 3, 3), (1, 6, 5)).comparison)
    assert "leaves them with less than half" in " ".join(scene((1, 6, 5), (4, 3, 3)).comparison)


def test_what_is_said_adds_up() -> None:
    """61.7 each is shown as 62 and 62, and their sum as 124."""
    shown = scene((4, 3, 3), (1, 6, 5))
    written = [each.get_text() for each in shown.draw(look()["light"]).axes[1].texts]
    assert written[-3:] == ["62", "62", "124"]


def test_ones_own_things_are_named() -> None:
    shown = scene((9, 1, 1), (1, 9, 1), thing_1=" the keys ")
    assert "You take “the keys”" in " ".join(shown.comparison)
    labels = shown.draw(look()["light"]).axes[0].get_yticklabels()
    assert labels[0].get_text() == "1 · the keys"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("you", [(0, 0, 0), (10, 0, 0), (10, 10, 10)])
@pytest.mark.parametrize("them", [(0, 0, 0), (0, 0, 10)])
def test_any_priorities_can_be_drawn(you: tuple[int, int, int], them: tuple[int, int, int], theme: str) -> None:
    bars = scene(you, them).draw(look()[theme]).axes[1].patches
    assert all(0 <= bar.get_width() <= 100 + 1e-9 for bar in bars)


def test_the_two_people_differ_in_more_than_colour() -> None:
    bars = scene((9, 1, 1), (1, 9, 1)).draw(look()["light"]).axes[0].patches
    assert {bar.get_hatch() for bar in bars} == {None, "////"}
