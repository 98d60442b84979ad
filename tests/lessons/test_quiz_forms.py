"""Questions as something to answer: every reply says whether, and why."""

from __future__ import annotations

from typing import Any

import pytest

from genuinely.lessons.fields import Field
from genuinely.lessons.quiz_forms import as_form, is_right
from genuinely.lessons.quizzes import banks

from .kit import RIGHT, tea_bank, tea_quiz


def field(name: str) -> Field:
    return next(field for field in tea_quiz().fields if field.name == name)


@pytest.mark.parametrize("question", tea_bank().questions, ids=lambda question: question.kind)
def test_the_right_answer_is_right_and_others_are_not(question: Any) -> None:
    assert is_right(question, RIGHT[question.name])
    for other in (None, "option-2", ["option-1"], {"option-1": "target-option-2"}, {"nearest": "option-2"}, [], {}):
        assert not is_right(question, other)


def test_the_order_of_ticks_is_no_matter() -> None:
    question = next(each for each in tea_bank().questions if each.kind == "multiple")
    assert is_right(question, ["option-2", "option-1"])


def test_a_tick_is_told_whether_it_belongs() -> None:
    assert {option.text: option.reply for option in field("needs").options} == {
        "Time": "One to tick. Three minutes.",
        "Water": "One to tick. Fresh.",
        "A whisk": "Not one to tick. That is for matcha.",
    }


def test_an_order_is_asked_mixed_and_told_place_by_place() -> None:
    steps = field("steps")
    assert [option.text for option in steps.options] != ["Boil", "Pour", "Drink"]
    assert steps.replies["option-2"]["1"] == "Yes. While it is hot."
    assert steps.replies["option-2"]["0"] == "Not here: it is number 2. While it is hot."


def test_a_match_is_explained_for_the_target_that_was_chosen() -> None:
    replies = field("places").replies["option-1"]
    assert replies["target-option-1"] == "Yes. A bowl of it."
    assert replies["target-option-2"] == "Not this one. A bowl of it."
    assert replies["lure-1"] == "Not this one. Somebody drinks it."
    assert {target.text for target in field("places").targets} == {"Kyoto", "Rosario", "Nowhere"}


@pytest.mark.parametrize("bank", banks().values(), ids=lambda bank: bank.id)
def test_no_order_of_the_course_is_asked_in_its_right_order(bank: Any) -> None:
    for asked, question in zip(as_form(bank).fields, bank.questions, strict=True):
        if question.kind in ("order", "match"):
            shown = [option.name for option in (asked.targets or asked.options)]
            assert shown != sorted(shown)


def test_the_place_of_the_right_option_tells_nothing() -> None:
    places = [
        [is_right(question, option.name) for option in asked.options].index(True)
        for bank in banks().values()
        for asked, question in zip(as_form(bank).fields, bank.questions, strict=True)
        if question.kind == "single"
    ]
    for place in range(3):
        assert places.count(place) > len(places) / 6
