"""What a sentence takes up of a card."""

from __future__ import annotations

import pytest
from scenarios.made import card

from genuinely.assessing.grounding import Touch, stem, stems, survey, touch
from genuinely.scenarios import Scenario, load_scenario

SLACK = load_scenario("slack-hard-negatives")


def touched(text: str) -> Touch:
    return touch(text, survey(SLACK))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("scores", "scoring"), ("label", "labels"), ("labelled", "label"), ("relabelling", "relabelled"),
        ("judgments", "judgment"), ("classes", "class"), ("buses", "bus"), ("hospital's", "hospitals"),
        ("Negatives", "negative"), ("two", "2"), ("fifteen", "15"),
    ],
)  # fmt: skip
def test_forms_of_a_word_meet(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("loss", "lost"), ("model", "mode"), ("bed", "bee"), ("15", "51"), ("nurse", "number")]
)
def test_different_words_do_not_meet(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_common_words_are_not_among_the_stems() -> None:
    assert stems("I would like to ask you about the work that you did") == frozenset()


def test_a_paraphrase_touches_the_recipients_fact() -> None:
    found = touched("After relabelling, nearly a third of your negatives turned out to be answers").recipient
    assert {stem("relabelled"), stem("negatives")} <= found


def test_a_sentence_about_nothing_on_the_card_touches_nothing() -> None:
    found = touched("The weather in Lisbon is lovely and my grandmother sings")
    assert (found.recipient, found.goals, found.sender) == (frozenset(), frozenset(), frozenset())


@pytest.mark.parametrize(
    "text", ["Calloway Health is a great company", "I would love to join Calloway", "Dear Tomasz Wilk"]
)
def test_the_employers_name_or_the_persons_alone_is_no_ground(text: str) -> None:
    assert touched(text).recipient == frozenset()


def test_a_title_alone_is_no_ground() -> None:
    assert touched("You are a senior machine learning engineer for clinical notes").recipient == frozenset()


def test_each_side_is_told_apart() -> None:
    mine = touched("I fine-tune a sentence-transformers model on court judgments in Hindi")
    theirs = touched("You relabelled your negatives")
    goal = touched("to find mislabelled pairs without nurses")
    assert len(mine.sender) > len(mine.recipient)
    assert len(theirs.recipient) > len(theirs.sender)
    assert stem("nurses") in goal.goals


def test_numbers_in_words_are_the_cards_numbers() -> None:
    made = Scenario.from_dict(card(recipient__facts=["Rebuilt the quay in 30 nights"]))
    assert stem("30") in touch("You rebuilt it in thirty nights", survey(made)).recipient


def test_words_from_several_facts_count_only_within_the_strongest() -> None:
    made = Scenario.from_dict(card(recipient__facts=["Painted buoys purple", "Tuned a foghorn"]))
    found = touch("purple foghorn buoys", survey(made)).recipient
    assert found == {stem("purple"), stem("buoys")}
