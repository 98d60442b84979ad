"""What the words of a sentence decide, whatever a model reads in it."""

from __future__ import annotations

import pytest

from assessing.rated import rated
from genuinely.assessing import assess
from genuinely.assessing.grammar import asks_much, heard, presses
from genuinely.assessing.moves import Reading, readings_of
from genuinely.assessing.readers import read_both
from genuinely.assessing.text import read
from genuinely.scenarios import Scenario, load_scenario

CARD = load_scenario("slack-hard-negatives")


def unheard(message: str, card: Scenario) -> tuple[Reading, ...]:
    """What the readers alone see."""
    text = read(message)
    return readings_of(text, read_both(text, card))


def reading(sentence: str) -> Reading:
    (found,) = unheard(sentence, CARD)
    return found


@pytest.mark.parametrize(
    "sentence",
    [
        "No pressure at all, but I need your answer by Friday.",
        "I'll call you on Monday anyway.",
        "I'm counting on you.",
        "I would be rather let down if you did.",
        "A no is not fine.",
        "Please don't leave this unanswered.",
    ],
)
def test_terms_that_are_set_are_pressure(sentence: str) -> None:
    found = heard(reading(sentence))
    assert presses(found.sentence.text)
    assert found.moves[0].name == "pressure"


@pytest.mark.parametrize(
    "sentence",
    [
        "Could I call you for ten minutes?",
        "You owe me nothing.",
        "I don't think you owe me an answer.",
        "A no is fine, and so is silence.",
        "I answer by Friday, whatever comes.",
        "Let's say it was luck.",
    ],
)
def test_a_request_and_a_way_out_are_none(sentence: str) -> None:
    assert not presses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Could you look at my CV, tell me which courses to take, and introduce me to somebody who hires?",
        "Please read my draft, share your data and then recommend me to your boss.",
        "My only request: a call this week, your slides, and two names of people who hire.",
        "One tiny favour: could you refer me for the job?",
    ],
)
def test_requests_that_compete_and_large_ones_in_small_words_ask_much(sentence: str) -> None:
    assert asks_much(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Would you be my mentor?",
        "Could you mentor me, starting next week?",
        "Please get me into the data role on your team.",
        "You could give me a job, I learn quickly.",
        "I need you to get me in somewhere.",
        "Just hire me, there is no risk in it.",
        "Kindly offer me an internship in your lab.",
        "Maybe you can arrange me an interview before June.",
        "It would change my life if you agreed to be my sponsor.",
        "Please take me on.",
    ],
)
def test_a_request_too_large_for_the_relationship_asks_much_in_any_words(sentence: str) -> None:
    assert asks_much(sentence)
    assert heard(reading(sentence)).probabilities["big_ask"] == 1.0


@pytest.mark.parametrize(
    "sentence",
    [
        "Would you feel able to refer me for the data role?",
        "Would you be my mentor in a small way, one call of 20 minutes?",
        "I'm not asking you to hire me.",
        "The table is yours whether you hire me or not.",
        "You don't have to find me a job.",
        "My old mentor, who got me the job at the mill, read your paper aloud.",
        "What made you take on the second volunteer?",
        "Nobody will hire me for my jokes.",
        "Could you give me one example of a job posting that worked?",
        "I won't ask you to be my mentor; one line is plenty.",
    ],
)
def test_a_request_of_the_kind_that_is_small_denied_or_about_others_does_not(sentence: str) -> None:
    assert not asks_much(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Could you tell me which of the two you would try first, and why?",
        "Could you read page two and tell me if it holds?",
        "One question: did recall fall on the rare pairs, the common ones, or both?",
        "A small favour: which paper would you read first?",
    ],
)
def test_one_request_does_not(sentence: str) -> None:
    assert not asks_much(sentence)


@pytest.mark.parametrize(
    ("sentence", "moves"),
    [
        ("I don't have one question, and a line back would not help me.", {"ask", "question", "exit"}),
        ("I can't send you my results, nor will I share any data.", {"offer", "vague_offer"}),
        ("I don't want to compare anything with you or try an idea together.", {"seed", "vague_seed"}),
        ("Your work has nothing in common with mine.", {"link", "ground"}),
        ("I never wondered why you chose it.", {"question"}),
    ],
)
def test_a_move_that_is_denied_is_not_heard(sentence: str, moves: set[str]) -> None:
    found = heard(reading(sentence))
    assert {found.probabilities[move] for move in moves} == {0.0}
    assert moves.isdisjoint(move.name for move in found.moves)


def test_another_sentence_is_heard_as_it_was_read() -> None:
    found = reading("I can't send you the raw data, but I can send you the table of both rounds.")
    assert heard(found) is found


def test_a_way_out_that_is_taken_back_leaves_no_easy_no_and_quotes_what_takes_it_back() -> None:
    message = (
        "Hi Tomasz, which 54 did you drop? A no is fine, and so is silence. I'll call you on Monday at nine anyway."
    )
    found = assess(message, CARD)
    assert found.levels["easy_no"] == 0
    assert [message[span.start : span.end] for span in found.evidence["easy_no"]] == [
        "I'll call you on Monday at nine anyway."
    ]


def test_few_rated_messages_are_held_at_zero_by_their_words() -> None:
    """Those were rated 0 in easy_no, all but one."""
    pressed = [one.id for one in rated() if any(presses(sentence.text) for sentence in read(one.message).sentences)]
    assert 0 < len(pressed) <= 0.06 * len(rated())
