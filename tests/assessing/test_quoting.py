"""Words of a message inside a sentence of the course's."""

from __future__ import annotations

import pytest

from genuinely.assessing.quoting import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("Could you name one clause?", "Could you name one clause?"),
        ("I hope this finds you well.", "I hope this finds you well"),
        ("with many thanks,", "with many thanks"),
        ("one thing –", "one thing"),
        ("I was wondering...", "I was wondering..."),
        ("I was wondering…", "I was wondering…"),
        ("Great talk!", "Great talk!"),
        ("two\n  lines\tand more", "two lines and more"),
        ('you wrote "ship it" twice.', "you wrote ‘ship it’ twice"),
        ("you wrote “ship it” twice", "you wrote ‘ship it’ twice"),
        ("users press 'Clear'", "users press 'Clear'"),
        ("...", "..."),
        (".", "."),
    ],
)
def test_words_are_shown_on_one_line_with_single_marks_inside_and_none_that_doubles(words: str, shown: str) -> None:
    assert quoted(words) == shown


def test_long_words_are_cut_at_a_words_end_and_say_so() -> None:
    assert quoted("one two three, four", 15) == "one two three …"
    assert quoted("one two three", 13) == "one two three"


def test_one_endless_word_is_cut_where_it_must_be() -> None:
    assert quoted("a" * 50, 10) == "a" * 10 + " …"
