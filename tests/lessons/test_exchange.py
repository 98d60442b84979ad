"""The exchange map: right in its numbers, their side before one's own, and plain about when not to send."""

from __future__ import annotations

import random
import tomllib
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.lessons import exchange_map
from genuinely.lessons.controls import cleaned
from genuinely.lessons.exchange_controls import CONTROLS, example, example_from, scene, words
from genuinely.lessons.exchange_model import Exchange, Side
from genuinely.lessons.exchange_picture import CARDS
from genuinely.lessons.reading import LessonDataError, Table

FRIEND = {"friend_you_worth": 7, "friend_you_cost": 3, "friend_them_worth": 6, "friend_them_cost": 5}
THEIRS = {**FRIEND, "who": "M. K.", "them_get": "a reader who asks back", "them_worth": 4, "them_cost": 7}
BOTH = {**THEIRS, "you_worth": 9, "you_cost": 2}
COSTLY = {**THEIRS, "you_worth": 4, "you_cost": 7}


def shown(step: str = "size", **values: Any) -> Any:
    return scene(words(), cleaned(CONTROLS, {"step": step, **values}))


def some(count: int = 300) -> list[Exchange]:
    dice = random.Random(3)
    sides = [Side(dice.randint(0, 10), dice.randint(0, 10)) for _ in range(2 * count)]
    return [
        Exchange(you, them, dice.uniform(0.1, 1), dice.uniform(-8, 8))
        for you, them in zip(sides[::2], sides[1::2], strict=True)
    ]


def test_what_is_left_is_worth_less_cost() -> None:
    assert Exchange(Side(9, 2), Side(4, 7)).left == (7, -3)


def test_nothing_that_goes_back_changes_what_there_is_to_share() -> None:
    for each in some():
        assert sum(each.left) == pytest.approx(each.surplus)


def test_in_the_region_and_only_there_nobody_loses() -> None:
    for each in some():
        if each.region is None:
            assert min(each.left) < 0
            continue
        low, high = each.region
        assert high - low == pytest.approx(each.surplus)
        assert (low - 1e-9 <= each.back <= high + 1e-9) == (min(each.left) >= -1e-9)


def test_the_region_is_empty_where_the_sum_is_below_nought_and_only_there() -> None:
    assert [Exchange(Side(5, 2), Side(0, cost)).is_empty for cost in (2, 3, 4)] == [False, False, True]


def test_the_whole_of_an_ask_leaves_what_its_sides_leave() -> None:
    for each in some():
        assert Exchange(each.you, each.them).surplus == pytest.approx(each.together.worth - each.together.cost)
        assert each.surplus == pytest.approx(each.together.net(each.size))


def test_the_best_size_and_the_largest_are_those_of_the_curve() -> None:
    side = Side(6, 4)
    sizes = [step / 1000 for step in range(1001)]
    assert max(sizes, key=side.net) == pytest.approx(side.best_size) == 0.6
    assert Side(2, 8).largest_size == pytest.approx(0.4)
    assert Side(2, 8).net(0.4) == pytest.approx(0)
    assert Side(0, 3).largest_size == Side(0, 0).best_size == 0
    assert Side(5, 0).best_size == Side(5, 3).largest_size == 1


def test_a_smaller_ask_has_a_region_where_the_whole_has_none() -> None:
    whole = Exchange(Side(4, 7), Side(4, 7))
    assert whole.outcome == "empty"
    assert whole.is_worth_less
    assert Exchange(whole.you, whole.them, 0.7).region is not None
    assert not Exchange(Side(1, 8), Side(0, 7)).is_worth_less


@pytest.mark.parametrize(
    ("you", "them", "back", "outcome"),
    [
        ((7, 2), (5, 1), 0, "both"),
        ((7, 2), (1, 3), 0, "them"),
        ((7, 2), (1, 3), 3, "both"),
        ((7, 2), (1, 3), 5, "you"),
        ((1, 3), (7, 2), 0, "you"),
        ((1, 3), (7, 2), -3, "both"),
        ((3, 2), (2, 3), 0, "even"),
        ((3, 3), (2, 3), 0, "empty"),
    ],
)
def test_the_outcome_of_a_known_exchange(
    you: tuple[int, int], them: tuple[int, int], back: float, outcome: str
) -> None:
    assert Exchange(Side(*you), Side(*them), back=back).outcome == outcome


def test_one_step_opens_after_the_other_and_their_side_before_ones_own() -> None:
    assert shown().open_parts == ["step", "friend"]
    assert shown(**FRIEND).open_parts == ["step", "friend", "them"]
    assert shown(**{**THEIRS, "them_get": " "}).open_parts == ["step", "friend", "them"]
    assert shown(**{**THEIRS, "them_cost": None}).open_parts == ["step", "friend", "them"]
    assert shown(**THEIRS).open_parts == ["step", "friend", "them", "you"]
    assert shown(**BOTH).open_parts == ["step", "friend", "them", "you", "size"]


def test_one_step_is_looked_at_and_the_others_are_away() -> None:
    assert shown("them", **BOTH).away_parts == ["friend", "you", "size"]
    assert "M. K. would have −3" in shown("them", **BOTH).comparison[0]
    assert "a line, at −3" in shown("them", **BOTH).text
    assert "The point “M. K.”" not in shown("them", **BOTH).text
    assert "Your friendship lies in the shaded quarter" in shown("friend", **BOTH).comparison[0]


def test_a_step_that_is_not_reached_says_what_is_missing() -> None:
    assert "invented friendship" in shown("you").comparison[0]
    assert "What could it be worth to them?" in shown("you", **FRIEND).comparison[0]


def test_an_own_side_alone_makes_no_point() -> None:
    assert shown(**FRIEND, you_worth=9, you_cost=0).person is None


def test_nought_is_an_answer_too() -> None:
    nothing = dict.fromkeys(FRIEND, 0)
    assert shown(**nothing).friend == Exchange(Side(0, 0), Side(0, 0))
    assert "It is worth something to both" not in " ".join(shown(**nothing).comparison)


def test_what_went_to_and_fro_is_counted() -> None:
    noticed = dict(zip(CARDS, ("came", "went", "both", "both", "both", "neither"), strict=True))
    assert "1 came to you, 1 went to your friend and 3 went both ways" in shown(noticed=noticed).comparison[0]
    assert len(shown(noticed={"news": "both"}).comparison) == 1


def test_their_side_alone_is_a_line() -> None:
    told = shown(**THEIRS)
    assert "M. K. would have −3" in told.comparison[0]
    assert "a line, at −3" in told.text


def test_who_comes_off_short_is_told_and_what_could_go_back() -> None:
    said = " ".join(shown(**BOTH).comparison)
    assert "M. K. comes off short (−3)" in said
    assert "between 3 and 7 points go from you to them" in said
    assert "Both gain: +2.5 for you, and for M. K. +1.5" in " ".join(shown(**BOTH, back=4.5).comparison)
    mirrored = {**BOTH, "them_worth": 9, "them_cost": 2, "you_worth": 4, "you_cost": 7}
    assert "between 3 and 7 points go from them to you" in " ".join(shown(**mirrored).comparison)
    either = {**BOTH, "them_worth": 9, "them_cost": 2, "back": 8}
    assert "up to 7 points go from you to them, or up to 7 from them to you" in " ".join(shown(**either).comparison)


def test_where_the_region_is_empty_it_says_ask_for_less_or_do_not_send() -> None:
    less = " ".join(shown(**COSTLY).comparison)
    assert "There is no region in which both gain: together it costs 6 points more" in less
    assert "Ask for less. Below 72 % of it" in less
    none = " ".join(shown(**{**THEIRS, "them_worth": 0, "you_worth": 1, "you_cost": 8}).comparison)
    assert "Better not to send this one" in none


def test_a_size_that_is_said_to_be_enough_is() -> None:
    assert shown(**COSTLY, size=70).person.region is not None
    assert "This is what 70 % of the ask comes to." in shown(**COSTLY, size=70).comparison


def test_the_words_say_what_is_drawn() -> None:
    told = shown(**BOTH).text
    assert "The point “M. K.”: +7 for you, −3 for them." in told
    assert "4 points to share" in told
    assert "“invented friendship”" in shown().text


def test_a_name_is_not_needed() -> None:
    assert "somebody comes off short" in " ".join(shown(**{**BOTH, "who": " "}).comparison)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("values", [{}, THEIRS, BOTH, {**BOTH, "back": 8, "you_worth": 0, "you_cost": 10}, COSTLY])
def test_every_point_lies_inside_the_picture(values: dict[str, Any], theme: str) -> None:
    plane = shown(**values).draw(look()[theme]).axes[0]
    low, high = plane.get_xlim()
    points = [line for line in plane.lines if line.get_marker() in ("o", "D")]
    assert len(points) == 1 + ("you_worth" in values)
    for point in points:
        assert all(low <= each <= high for each in (*point.get_xdata(), *point.get_ydata()))


def test_what_is_gained_and_paid_differ_in_more_than_colour() -> None:
    bars = shown(**BOTH, back=2).draw(look()["light"]).axes[1].patches
    assert {bar.get_hatch() for bar in bars} == {None, "////", ".."}


def test_what_is_filled_in_is_kept_and_there_again() -> None:
    value = cleaned(CONTROLS, BOTH)
    exchange_map().sent = {"number": 1, "value": value}
    again = exchange_map()
    assert again.value == value
    assert again.shown["open"] == ["step", "friend", "them", "you", "size"]
    assert again.shown["away"] == ["them", "you", "size"]
    assert exchange_map("elsewhere").value["who"] == ""


def test_the_page_for_where_nothing_can_be_moved_has_everything() -> None:
    data: Any = exchange_map()._repr_mimebundle_()
    plain = (data[0] if isinstance(data, tuple) else data)["text/plain"]
    assert "The hollow circle is an invented friendship" in plain
    assert "S = n(you) + n(them)" in plain
    assert "E67" in plain


EXAMPLE = "[you]\nworth = 7\ncost = 3\n[them]\nworth = 6\ncost = 4\n"


def made(text: str) -> Exchange:
    return example_from(Table("exchange.toml", "", tomllib.loads(text)))


def test_the_example_is_read_from_its_file() -> None:
    assert made(EXAMPLE) == example()
    assert example().outcome == "both"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (EXAMPLE.replace("7", "11"), "you.worth"),
        (EXAMPLE.replace("7", '"much"'), "you.worth"),
        (EXAMPLE.replace("[them]", "[they]"), "they"),
        (EXAMPLE.replace("cost = 4", ""), "them.cost"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_key(text: str, key: str) -> None:
    with pytest.raises(LessonDataError, match=rf"exchange\.toml: key '{key}'"):
        made(text)
