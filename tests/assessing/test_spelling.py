"""Slips of the pen are mended before anything learned looks; what is no slip stays."""

from __future__ import annotations

import pytest

from assessing.rated import rated
from genuinely.assessing.spelling import mended, mended_word
from genuinely.assessing.text import words


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("qeustion", "question"), ("questoin", "question"), ("queestion", "question"), ("qustion", "question"),
        ("wuold", "would"), ("coud", "could"), ("recieve", "receive"), ("intrested", "interested"),
        ("introducttion", "introduction"),
    ],
)  # fmt: skip
def test_a_letter_swapped_doubled_or_left_out_is_mended(slip: str, meant: str) -> None:
    assert mended_word(slip) == meant


@pytest.mark.parametrize(
    "word", ["would", "teh", "hi", "Karim", "WUOLD", "Qeustion", "naïve", "wrote", "spreadsheets", "slower", "organise"]
)
def test_what_is_known_short_or_a_name_stays(word: str) -> None:
    assert mended_word(word) == word


def test_a_texts_other_signs_stay_where_they_are() -> None:
    assert mended("One qeustion, Karim: wuold 3 pm do?\n– S.") == "One question, Karim: would 3 pm do?\n– S."


def test_a_word_that_is_mended_is_mended_once() -> None:
    for slip in ("qeustion", "coud", "recieve"):
        assert mended_word(mended_word(slip)) == mended_word(slip)


def test_hardly_a_word_of_the_rated_messages_is_changed() -> None:
    written = [word for one in rated() for word in words(one.message)]
    changed = sum(mended_word(word) != word for word in written)
    assert changed < 0.001 * len(written)
