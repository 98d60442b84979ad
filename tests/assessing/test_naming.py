"""Names become slots before anything learned looks: whoever is on the card, the same is seen."""

from __future__ import annotations

import pytest

from genuinely.assessing.features import featurize
from genuinely.assessing.full.encoder import tokenizer
from genuinely.assessing.full.tokens import card_texts, message_windows
from genuinely.assessing.naming import NAMED, THEIRS, YOU, named_on, slot_of, without_titles
from genuinely.assessing.text import read
from genuinely.cli.measuring.naming import load_names, of_card, renamed
from genuinely.scenarios import load_scenario, load_scenarios

CARD = load_scenario("slack-hard-negatives")


def test_people_are_slots_however_their_names_are_written() -> None:
    slots = named_on(CARD)
    first = CARD.recipient.name.split()[0]
    for word in (first, first.lower(), first.upper(), f"{first}'s", f"{first}’s"):
        assert slot_of(word, slots) == YOU
    assert slot_of("hello", slots) is None


def test_an_employer_is_a_slot_as_it_is_written() -> None:
    card = load_scenario("turbine-referral")
    employers = [word for word, slot in named_on(card).items() if slot == THEIRS]
    assert employers
    assert all(slot_of(word.lower(), named_on(card)) != THEIRS for word in employers)


def test_others_whom_the_card_names_are_slots_too() -> None:
    assert named_on(load_scenario("after-the-bread-talk"))["Bev"] == NAMED


@pytest.mark.parametrize(
    ("text", "left"),
    [("Dear Mr Asante,", "Dear Asante,"), ("Ms. Geraghty", "Geraghty"), ("Dear Mrs O'Neil", "Dear O'Neil"),
     ("I missed you", "I missed you"), ("I miss the sea", "I miss the sea"), ("Dr Asante", "Dr Asante")],
)  # fmt: skip
def test_titles_that_tell_a_gender_are_left_out(text: str, left: str) -> None:
    assert without_titles(text) == left


@pytest.mark.parametrize("culture", load_names().cultures)
def test_of_each_card_the_same_is_seen_whoever_is_on_it(culture: str) -> None:
    """The draft and the card as tokens and features, with everybody whom the card names exchanged."""
    other: list[str] = []
    for card in load_scenarios().values():
        exchange = of_card(card, culture, load_names())
        new = renamed(card, exchange)
        one, two = read(card.draft), read(new.draft)
        seen = [
            (message_windows(text, on, tokenizer()), card_texts(on, tokenizer()), featurize(text, on))
            for text, on in ((one, card), (two, new))
        ]
        if seen[0] != seen[1]:
            other.append(card.id)
    # One card names somebody at the start of a sentence alone, and Jun is a common word as well.
    assert len(other) <= 3, other
