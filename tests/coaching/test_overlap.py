"""How far quoted words meet marked ones: enough for one deciding stretch, little for a whole message."""

from __future__ import annotations

import pytest

from genuinely.coaching.overlap import Overlap, located, overlap, words_of

A = "Dear Ana, I love your work and would be glad to learn more about it. Could we have a coffee some day?"
B = (
    "Dear Ana, you wrote that nobody reads the last page. I read forty of them for my thesis. "
    "The last page is where people say what they fear. Which of yours surprised you? No answer is fine."
)
SPANS = (("B", "nobody reads the last page"), ("B", "Which of yours surprised you"), ("A", "love your work"))


def found(quoted: str) -> Overlap:
    return overlap(quoted, {"A": A, "B": B}, SPANS)


@pytest.mark.parametrize("number", range(len(SPANS)))
def test_a_marked_stretch_earns_everything(number: int) -> None:
    result = found(SPANS[number][1])
    assert result.share == 1.0
    assert result.met == (number,)
    assert [each.message for each in result.quotations] == [SPANS[number][0]]


@pytest.mark.parametrize(
    "quoted",
    [
        '"nobody reads the last page"',
        "“Nobody reads the last page!”",
        "NOBODY READS THE LAST PAGE",
        "nobdy reads teh last page",
        "- nobody reads the last page.",
        "you wrote that nobody reads the last page",
        '"nobody reads the last page", and "Which of yours surprised you?"',
        "nobody reads the last page\nWhich of yours surprised you",
    ],
)
def test_case_quotation_marks_slips_and_the_sentence_around_make_no_difference(quoted: str) -> None:
    assert found(quoted).share == 1.0


def test_apostrophes_of_every_kind_are_one() -> None:
    for quoted in ("I don't mind", "I don’t mind", "I dont mind"):
        assert overlap(quoted, {"A": "Honestly, I don't mind at all."}, [("A", "I don't mind")]).share == 1.0


def test_a_whole_message_earns_less_than_half_of_what_its_deciding_words_do() -> None:
    assert 0 < found(B).share < 0.5
    assert found(A).share < 0.25
    assert found(f"{A}\n{B}").share < 0.25


def test_part_of_a_stretch_earns_part() -> None:
    assert 0 < found("nobody").share < found("nobody reads").share < 1.0


@pytest.mark.parametrize(
    "quoted",
    [
        "",
        " \n ",
        '""',
        "I liked the question best because it is kind",
        "Dear Ana",
        "where people say what they fear",
        "…",
    ],
)
def test_words_that_are_not_marked_or_in_no_message_earn_nothing(quoted: str) -> None:
    assert found(quoted).share == 0.0


def test_single_words_strewn_over_a_message_are_not_found() -> None:
    [quotation] = found("nobody page which you").quotations
    assert quotation.message == ""
    assert found("surprised").quotations[0].places


def test_quoted_words_count_and_what_is_said_around_them_does_not() -> None:
    said = 'I thought that "nobody reads the last page" was what made it, since I love your work would fit anybody'
    assert found(said).share == 1.0


def test_each_quotation_is_told_with_the_message_that_it_is_from() -> None:
    result = found('"Could we have a coffee" and "forty of them" and "no such words"')
    assert [(each.words, each.message) for each in result.quotations] == [
        ("Could we have a coffee", "A"),
        ("forty of them", "B"),
        ("no such words", ""),
    ]


def test_a_very_long_quotation_is_read_in_no_time() -> None:
    assert found("nobody reads the last page " * 10_000).share <= 1.0


def test_words_are_compared_in_small_letters_without_marks() -> None:
    assert words_of("It's “Fine”, 1,100 times!") == ("its", "fine", "1", "100", "times")
    assert located("fine 1", words_of("It's “Fine”, 1,100 times!")) == range(1, 3)
    assert located("times fine", words_of("Fine times")) is None
    assert located("", words_of("Fine")) is None
