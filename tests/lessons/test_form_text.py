"""A form's answers in words, and nothing at all where an answer is of another shape."""

from __future__ import annotations

from typing import Any

import pytest

from genuinely.lessons.form_text import in_words, plain, sentence
from genuinely.lessons.forms import form

from .kit import ANSWERS, RIGHT, tea_form, tea_quiz


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("why", ("It waits for you.",)),
        ("kind", ("Black",)),
        ("with", ("Milk", "Lemon")),
        ("hot", ("80",)),
        ("steps", ("1. Warm the pot", "2. Boil water", "3. Pour it")),
        ("people", ("Name: Ada Lovelace, Drinks: Tea", "Name: Kim")),
        ("tastes", ("Mine: scones, rain",)),
    ],
)
def test_an_answer_is_told_in_words(name: str, words: tuple[str, ...]) -> None:
    field = next(field for field in tea_form().fields if field.name == name)
    assert in_words(field, ANSWERS[name]) == words


def test_a_quizs_answers_are_told_in_words() -> None:
    told = {field.name: in_words(field, RIGHT[field.name]) for field in tea_quiz().fields}
    assert told["places"] == ("Matcha → Kyoto", "Mate → Rosario")
    assert told["why"] == ("so it stays hot",)
    assert told["needs"] == ("Time", "Water")


@pytest.mark.parametrize("field", [*tea_form().fields, *tea_quiz().fields], ids=lambda field: field.kind)
@pytest.mark.parametrize("strange", [None, [], {}, [3], {"mine": 3}, ["nothing"], [{"who": 3}], {"option-1": []}])
def test_an_answer_of_another_shape_is_none(field: Any, strange: Any) -> None:
    assert in_words(field, strange) == ()


def test_the_whole_form_can_be_read_as_text() -> None:
    shown = plain(tea_form(), ANSWERS)
    for asked in ("put these in order", "a table, with a row for each", "two lists", "Drinks", "Warm the pot"):
        assert asked in shown
    assert "Your answer so far: 1. Warm the pot; 2. Boil water; 3. Pour it" in shown


def test_a_quiz_as_text_does_not_give_its_answers_away() -> None:
    shown = plain(tea_quiz(), {})
    assert "→ Rosario" in shown
    assert "Matcha → " not in shown
    assert "So that the water stays hot." not in shown
    assert "Three minutes" not in shown


def test_a_sentence_is_made_of_what_is_answered() -> None:
    assert sentence(form("02-plan"), {"sign": "the kettle boils"}).startswith("When the kettle boils, I will open")
    assert sentence(form("02-plan"), {"how_far": "draft"}) == ""
    assert sentence(form("02-guess"), {"replied": 3}) == ""
