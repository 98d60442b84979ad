"""The asking game: right in its numbers, shut until both guesses stand, no study drawn, said in words as drawn."""

from __future__ import annotations

import math
import random
import re
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.lessons.asking_controls import CONTROLS, asking_game, words
from genuinely.lessons.asking_model import WANTED, Ask, Asking, attempt, better, longest_wait
from genuinely.lessons.asking_picture import SHOWN, STUDIES, AskingScene
from genuinely.lessons.evidence import figures, sources
from genuinely.lessons.reading import LessonDataError

START = {each.name: each.start for each in CONTROLS}
GUESSED = {"asks": 20, "yes": 3}


def scene(**values: Any) -> AskingScene:
    return AskingScene(words(), {**START, **values})


def said(**values: Any) -> str:
    return " ".join(scene(**values).comparison)


# The model


@pytest.mark.parametrize("chance", [0.1, 0.3, 0.5, 0.9, 1.0])
def test_the_chances_of_all_numbers_of_people_sum_to_one_and_give_the_mean(chance: float) -> None:
    asking = Asking(chance)
    chances = [asking.exactly(people) for people in range(1000)]
    assert sum(chances) == pytest.approx(1)
    assert sum(people * each for people, each in enumerate(chances)) == pytest.approx(asking.mean)


def test_fewer_people_than_are_wanted_are_never_enough() -> None:
    assert [Asking(0.9).exactly(people) for people in range(WANTED)] == [0] * WANTED


def test_one_yes_is_waited_for_as_in_the_geometric_distribution() -> None:
    one = Asking(0.25, wanted=1)
    assert one.mean == 4
    assert one.exactly(3) == pytest.approx(0.75**2 * 0.25)


@pytest.mark.parametrize("chance", [0.1, 0.2, 0.35, 0.5, 0.8, 1.0])
def test_eight_tries_of_ten_end_within_the_usual_numbers_and_one_at_most_on_each_side(chance: float) -> None:
    asking = Asking(chance)
    low, high = asking.usual
    below = sum(asking.exactly(people) for people in range(low))
    inside = sum(asking.exactly(people) for people in range(low, high + 1))
    assert below <= 0.1
    assert inside >= 0.8 - 1e-9
    assert 1 - below - inside <= 0.1 + 1e-9


def test_if_nobody_says_yes_no_number_is_enough() -> None:
    nobody = Asking(0)
    assert nobody.mean == math.inf
    assert nobody.exactly(100) == 0
    with pytest.raises(ValueError, match="No number of people"):
        nobody.within(0.5)
    with pytest.raises(ValueError, match="never ends"):
        attempt(1, nobody)


def test_a_certainty_is_not_had_from_any_number_of_people() -> None:
    with pytest.raises(ValueError, match="No number of people"):
        Asking(0.5).within(1)


def test_a_better_chance_is_never_above_one() -> None:
    assert better(0.3, 2) == pytest.approx(0.6)
    assert better(0.5, 3) == 1


def test_a_try_ends_with_the_yes_that_was_wanted() -> None:
    for number in range(50):
        answers = attempt(number, Asking(0.3))
        assert sum(answers) == WANTED
        assert answers[-1]


def test_the_same_try_comes_out_the_same() -> None:
    assert attempt(7, Asking(0.3)) == attempt(7, Asking(0.3))
    assert len({attempt(number, Asking(0.3)) for number in range(20)}) > 15


def test_a_better_chance_never_makes_the_same_try_longer() -> None:
    for number in range(50):
        lengths = [len(attempt(number, Asking(chance))) for chance in (0.2, 0.4, 0.6, 0.8, 1)]
        assert lengths == sorted(lengths, reverse=True)


def test_many_tries_come_near_the_mean_and_the_usual_numbers() -> None:
    asking = Asking(0.3)
    lengths = [len(attempt(number, asking)) for number in range(4000)]
    assert sum(lengths) / len(lengths) == pytest.approx(asking.mean, rel=0.03)
    low, high = asking.usual
    assert sum(low <= each <= high for each in lengths) / len(lengths) == pytest.approx(0.81, abs=0.04)


@pytest.mark.parametrize(
    ("answers", "wait"),
    [((), 0), ((True, True), 0), ((False, False, True, False), 2), ((True, False, False, False), 3)],
)
def test_the_longest_row_of_noes(answers: tuple[bool, ...], wait: int) -> None:
    assert longest_wait(answers) == wait


def test_at_the_least_chance_an_ask_is_worth_as_much_as_silence() -> None:
    dice = random.Random(3)
    for _ in range(200):
        ask = Ask(dice.uniform(1, 10), dice.uniform(0, 10), dice.uniform(0, 10))
        assert ask.worth(ask.least) == pytest.approx(0, abs=1e-9)
        assert ask.worth(ask.least + 0.01) > 0


def test_an_ask_that_costs_what_it_brings_needs_certainty_and_more() -> None:
    assert Ask(3, 3, 5).least == 1
    assert Ask(3, 4, 5).least > 1
    assert Ask(0, 0, 0).least == math.inf


# What is shown


def test_nothing_but_the_guesses_is_open_until_both_stand() -> None:
    for values in ({}, {"asks": 20}, {"yes": 3}, {"asks": 20, "tries": 4}):
        shown = scene(**values)
        assert tuple(shown.open_parts) == ("guess",)
        assert shown.below == shown.below_plain == ""
        assert len(shown.draw(look()["light"]).axes) == 2
    assert tuple(scene(**GUESSED).open_parts) == ("guess", "try", "worth")


def test_a_guess_of_nobody_is_a_guess() -> None:
    shown = scene(asks=20, yes=0, tries=3)
    assert tuple(shown.open_parts) == ("guess", "try", "worth")
    assert shown.tries == []
    assert "no number of people is enough" in shown.text
    assert "One yes in ten would change that" in said(asks=20, yes=0)
    shown.draw(look()["light"])


def test_before_the_guesses_no_number_of_a_study_or_of_the_model_is_told() -> None:
    shown = scene(asks=20)
    for told in (shown.text, *shown.comparison, words().question):
        assert not re.search(r"\d", told.replace("20", ""))


def test_the_guesses_are_held_against_each_other() -> None:
    assert "agree with each other" in said(asks=17, yes=3)
    assert "you expect more people to turn you down" in said(asks=40, yes=5)
    assert "you are more hopeful" in said(asks=10, yes=1)


def test_the_guess_stands_beside_the_model() -> None:
    assert "You guessed 20 people" in said(**GUESSED)
    assert "it takes 17 on average" in said(**GUESSED)
    assert "usually between 10 and 25" in scene(**GUESSED).text


def test_tries_are_told_with_their_longest_row_of_noes() -> None:
    first = attempt(1, Asking(0.3))
    assert f"took {len(first)} people. The longest row of noes in it: {longest_wait(first)}." in said(
        **GUESSED, tries=1
    )
    told = said(**GUESSED, tries=30)
    lengths = [len(attempt(number, Asking(0.3))) for number in range(1, 31)]
    assert f"30 tries took between {min(lengths)} and {max(lengths)} people" in told


def test_if_everybody_says_yes_every_try_is_alike() -> None:
    told = said(asks=5, yes=10, tries=3)
    assert "3 tries, and each took 5 people." in told
    assert "nothing to wait for" in told


def test_better_odds_can_turn_silence_into_an_ask() -> None:
    told = said(**GUESSED, better=2, value=6, cost=1, sting=3)
    assert "from a chance of 44 % on" in told
    assert "silence, which brings 0, looks better" in told
    assert "the ask was worth making" in told


def test_better_odds_change_nothing_where_no_odds_are_good_enough() -> None:
    assert "No odds can mend that" in said(**GUESSED, better=3, value=2, cost=5)
    assert "it is still not worth it" in said(asks=50, yes=1, better=2, value=4, cost=1, sting=3)


def test_a_hopeful_guess_is_worth_an_ask_with_and_without_better_odds() -> None:
    told = said(asks=8, yes=7, better=1.2)
    assert "more than silence" in told
    assert "worth it as well" in told


def test_every_study_is_told_with_its_mark_and_the_warning_is_among_them() -> None:
    shown = scene(**GUESSED)
    marks = {row["id"]: row["verified"] for row in sources(*STUDIES).rows}
    for id in STUDIES:
        told = words().say(f"study_{id}")
        assert told.startswith(f"{id} · ")
        assert "second-hand" in told if marks[id].startswith("V2") else "Seen in" in told or "seen in" in told
        assert id in shown.below
        assert id in shown.below_plain
        assert id in words().sources
    assert "People say yes under pressure too" in shown.below


@pytest.mark.parametrize("id", [each for each in STUDIES if each != "E07"])
def test_the_figures_of_the_studies_may_not_be_drawn(id: str) -> None:
    with pytest.raises(LessonDataError, match="told in words"):
        figures(id)


def test_no_study_is_drawn() -> None:
    for values in ({}, GUESSED, {**GUESSED, "tries": 4, "better": 2}):
        for axes in scene(**values).draw(look()["light"]).axes:
            written = [text.get_text() for text in axes.texts] + [axes.get_title(), axes.get_title(loc="right")]
            assert not re.search(r"E\d\d|stud", " ".join(written))


def test_as_many_people_are_filled_in_as_are_guessed() -> None:
    crowd, ten = scene(asks=23).draw(look()["light"]).axes
    full = [each for each in crowd.patches if each.get_facecolor() == crowd.patches[0].get_facecolor()]
    assert len(full) == 2 * 23
    assert len({each.get_facecolor() for each in ten.patches}) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    "values",
    [GUESSED, {"asks": 60, "yes": 1, "tries": 9}, {"asks": 5, "yes": 10, "better": 3}, {**GUESSED, "tries": 40}],
)
def test_guess_and_tries_lie_inside_the_picture(values: dict[str, Any], theme: str) -> None:
    shown = scene(**values)
    spread, rows, worth = shown.draw(look()[theme]).axes
    low, high = spread.get_xlim()
    assert rows.get_xlim() == (low, high)
    assert low < values["asks"] < high
    drawn = [label.get_text() for label in rows.get_yticklabels()]
    assert len(drawn) == min(SHOWN, values.get("tries", 0))
    assert all(len(each) < high for each in shown.tries[-SHOWN:])
    assert worth.get_xlim() == (0, 100)


def test_the_game_is_kept_under_its_own_name_in_each_place() -> None:
    assert asking_game().place.startswith("genuinely/instruments/")
    assert asking_game().place.endswith("/asking")
    assert asking_game("04").place.endswith("/asking-04")
