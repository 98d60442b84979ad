"""Words of the card without the sense of its facts."""

from __future__ import annotations

import random

import pytest

from assessing.guards.flagged import flags
from genuinely.assessing.cues import common_words
from genuinely.assessing.text import words
from genuinely.scenarios import Scenario, load_scenario, load_scenarios

FRAMES = (
    "Does your {} in the {} make a {} for {}?",
    "I have put {} to a {} with {}, and the {} was {}.",
    "My {} could be the {} of your {}, so {} and {} together.",
)


def nonsense(card: Scenario, seed: int) -> str:
    chance = random.Random(seed)
    facts = " ".join((*card.recipient.facts, *card.sender.facts, *card.recipient.goals))
    pool = sorted({word for word in words(facts) if word.casefold() not in common_words() and len(word) > 3})
    told = (frame.format(*(chance.choice(pool) for _ in range(frame.count("{}")))) for frame in FRAMES)
    return f"Hi {card.recipient.name.split()[-1]}, {' '.join(told)}"


def test_the_cards_words_in_frames_are_known_as_nonsense() -> None:
    """Three in four or more: chance puts words of one fact beside each other now and then."""
    told = [flags(id, nonsense(card, seed)) for seed, (id, card) in enumerate(load_scenarios().items())]
    assert sum(bool(found) for found in told) >= 3 * len(told) / 4


@pytest.mark.parametrize(
    "message",
    [
        "Callum, seat five here. Your post: who shows what broke at ten litres? I can: 27 batches, 19 failed, foam, "
        "filters, dye, all in my log, and it's yours. Which of the three did you see in the fund's reactor? Sofia",
        "Callum, 33 decks with 1 mL tubes, and a fund that lost money on foam! 27 batches in ten litres, 19 failed: "
        "mine is the log of each failure. Which cause goes on your checklist first? Sofia",
    ],
)
def test_a_message_full_of_the_card_that_keeps_facts_together_is_one(message: str) -> None:
    assert load_scenario("u-seat-five").sender.name.startswith("Sofia")
    assert flags("u-seat-five", message) == ()
