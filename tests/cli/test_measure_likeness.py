"""How alike honest messages are: counted on messages of which it is known, and none of the course's comes near."""

from __future__ import annotations

import pytest

from genuinely.cli.measure import Measured
from genuinely.cli.measuring.likeness import alike
from genuinely.cli.measuring.ratings import RatedMessage, ratings_folder
from genuinely.grading.likeness import NEAR
from genuinely.scenarios import load_scenario

OWN = "Last winter a caller of mine rang eleven times about one bill, and each time she used fewer words than before."
OTHER = (
    "My grandmother ran a bakery and never wrote a recipe down, so today I count everything that comes past my desk."
)


def message(id: str, text: str, card: str = "coat-rack") -> RatedMessage:
    return RatedMessage(id, 1, load_scenario(card), text, (), frozenset())


def test_pairs_to_one_card_are_counted_and_a_copy_among_them_is_said() -> None:
    *_, said = alike([message("a", OWN), message("b", OWN), message("c", OTHER)])
    assert said.startswith("The most alike of 3 pairs: 1.00.")
    assert f"From {NEAR} on an answer goes to a person: 1 of these pairs" in said


def test_messages_to_two_cards_and_short_ones_are_no_pairs() -> None:
    *_, said = alike([message("a", OWN), message("b", OWN, "newest-copy"), message("c", "Thank you for this.")])
    assert said.startswith("The most alike of 0 pairs")


@pytest.mark.slow
def test_no_two_rated_messages_to_one_card_are_taken_for_copies() -> None:
    *_, said = alike(Measured(ratings_folder()).messages)
    assert ": 0 of these pairs" in said
