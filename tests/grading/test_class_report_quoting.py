"""Quotations name nobody but those on the card."""

from __future__ import annotations

import pytest

from genuinely.grading.class_report_quoting import LONGEST, Quoting

from .made_class import FIRST, ITEMS, a_class, work


def quote(words: str, *others: str, student: str = "s1234567") -> str:
    of = work(student, ITEMS[0], 1.0, words)
    return Quoting(a_class(of, *(work("other", ITEMS[0], 1.0, text) for text in others))).quote(words, of)


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        ("my name is Kevin and I write to you", "my name is […] and I write to you"),
        ("my friend Aoife O'Brien-Smith told me of it", "my friend […] told me of it"),
        ("reach me under kevin.blogs@example.org please", "reach me under […] please"),
        ("it stands on https://kevin.example/about for all", "it stands on […] for all"),
        ("call me at +49 170 1234567 any time", "call me at […] any time"),
        ("I am s1234567 in your course", "I am […] in your course"),
        ("I met КЕВИН and Łukasz's sister there", "I met […] and […] sister there"),
    ],
)
def test_names_numbers_and_addresses_are_left_out(words: str, quoted: str) -> None:
    assert quote(words) == quoted


@pytest.mark.parametrize(
    "words",
    [
        "I read it on Tuesday, and I'm still laughing",
        "Marcus, would you tell Fairmont's annotators of it?",
        "your 44% are my callers with a keyboard",
    ],
)
def test_what_the_card_names_and_days_stay(words: str) -> None:
    assert FIRST == "bank-chatbot-repairs"
    assert quote(words) == words


def test_at_the_beginning_of_a_sentence_a_word_that_somebody_writes_small_is_none() -> None:
    assert quote("Kevin here, from your class") == "[…] here, from your class"
    assert (
        quote("Callers ring again. Customers type.", "the callers and customers")
        == "Callers ring again. Customers type."
    )


def test_too_little_is_not_quoted_and_too_much_is_cut() -> None:
    assert quote("Kevin Blogs") == ""
    assert quote("and so on " * 100).endswith("…")
    assert len(quote("and so on " * 100)) <= LONGEST
