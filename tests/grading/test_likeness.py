"""Nearly identical texts are found, and what everybody was given makes nobody alike."""

from __future__ import annotations

import json

import pytest

from genuinely.grading.likeness import NEAR, given_with, likeness, near_pairs, own_words
from genuinely.scenarios import load_scenario

from .problem_set import REPOSITORY, SCENARIOS

OWN = (
    "Last winter a caller of mine rang eleven times about one bill, and each time she used fewer words than before. "
    "I keep wondering whether your customers do the same when they type, or whether typing makes them explain more."
)
OTHER = (
    "My grandmother ran a bakery and never wrote a recipe down, which is perhaps why I count everything that I meet. "
    "Would one page of counts, made from public logs, be of any use to the people who label your failed chats?"
)


def alike(one: str, other: str) -> float:
    return likeness(own_words(one), own_words(other))


def test_a_text_is_like_itself_and_unlike_another() -> None:
    assert alike(OWN, OWN) == 1.0
    assert alike(OWN, OTHER) < 0.4


@pytest.mark.parametrize(
    "changed",
    [
        OWN.upper().replace(",", " -"),
        OWN.replace("winter", "spring").replace("eleven", "nine").replace("bill", "invoice"),
        f"Dear Mr. Adeyemi,\n\n{OWN}\n\nBest wishes",
        OWN.replace("'", "’").replace(". ", ".\n\n"),
    ],
)
def test_signs_single_words_and_a_greeting_hide_nothing(changed: str) -> None:
    assert alike(OWN, changed) >= NEAR


def test_what_stands_on_the_card_makes_nobody_alike() -> None:
    card = load_scenario(SCENARIOS[0])
    given = given_with(card)
    one, other = (
        own_words(f"{card.situation} {' '.join(card.recipient.facts)} {text}", given) for text in (OWN, OTHER)
    )
    assert likeness(one, other) < 0.4
    assert own_words(card.draft, given) == ()


def test_nor_does_a_handout() -> None:
    given = given_with(load_scenario(SCENARIOS[0]), OWN)
    assert likeness(own_words(OWN, given), own_words(OWN, given)) == 0.0


def test_two_short_texts_are_never_called_alike() -> None:
    assert alike("Thank you so much for your answer!", "Thank you so much for your answer!") == 0.0


def test_pairs_are_found_with_their_places_the_most_alike_first() -> None:
    changed = OWN.replace("winter", "spring").replace("eleven", "nine")
    texts = [own_words(text) for text in (OTHER, OWN, "too short", changed, OWN)]
    pairs = near_pairs(texts)
    assert [(pair.one, pair.other) for pair in pairs[:1]] == [(1, 4)]
    assert {(pair.one, pair.other) for pair in pairs[1:]} == {(1, 3), (3, 4)}
    assert pairs[0].likeness == 1.0
    assert all(NEAR <= pair.likeness < 1 for pair in pairs[1:])


def test_no_pair_of_rated_messages_for_one_card_is_called_nearly_identical() -> None:
    by_card: dict[str, list[tuple[str, ...]]] = {}
    with (REPOSITORY / "data" / "ratings" / "messages.jsonl").open(encoding="utf-8") as file:
        for entry in map(json.loads, file):
            words = own_words(entry["message"], given_with(load_scenario(entry["scenario"])))
            by_card.setdefault(entry["scenario"], []).append(words)
    assert sum(map(len, by_card.values())) > 1_500
    assert [card for card, texts in by_card.items() if near_pairs(texts, 0.6)] == []


def test_nothing_and_one_text_have_no_pairs() -> None:
    assert near_pairs([]) == []
    assert near_pairs([own_words(OWN)]) == []
