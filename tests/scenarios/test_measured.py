"""Where a card lies outside of those on which the checker was measured."""

from __future__ import annotations

from dataclasses import replace

import pytest

from genuinely.scenarios import CRITERIA, FrozenDict, load_scenario, load_scenarios
from genuinely.scenarios.card import KINDS
from genuinely.scenarios.measured import FEW, kinds_and_channels, outside, spans, usual_weights

CARD = load_scenario("coat-rack")


def test_no_card_of_the_course_lies_outside_but_for_rare_kinds() -> None:
    counts = kinds_and_channels()
    for card in load_scenarios().values():
        is_rare = counts[card.kind, card.channel] < FEW
        assert len(list(outside(card))) == is_rare, card.id


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"situation": "word " * 200}, "Words in the situation: 200; the cards have"),
        ({"draft": "word " * 8}, "Words in the draft: 8; the cards have"),
        ({"sender": replace(CARD.sender, facts=("One fact of the sender.",))}, "Facts about the sender: 1"),
        ({"recipient": replace(CARD.recipient, goals=("a", "b", "c", "d"))}, "Goals of the recipient: 4"),
        ({"kind": "thank_you", "channel": "chat"}, "Of the 94 cards, none is of the kind thank_you by chat."),
        ({"criteria": FrozenDict({"clear_ask": 9})}, "Weight of a criterion: 9"),
        ({"kind": "referral"}, "No card of the kind referral counts new_together."),
    ],
)
def test_what_differs_is_said(change: dict[str, object], said: str) -> None:
    assert any(each.startswith(said) for each in outside(replace(CARD, **change)))  # type: ignore[arg-type]


def test_a_draft_is_held_against_its_own_channel() -> None:
    longest_chat = max(
        (card for card in load_scenarios().values() if card.channel == "chat"), key=lambda card: len(card.draft.split())
    )
    longer = replace(longest_chat, draft=f"{longest_chat.draft} and some more words")
    assert any("Words in the draft" in each for each in outside(longer))


@pytest.mark.parametrize("kind", KINDS)
def test_usual_weights_are_a_sound_table(kind: str) -> None:
    weights = usual_weights(kind)
    assert spans()["criteria that count"].holds(len(weights))
    assert list(weights) == [name for name in CRITERIA if name in weights]
    assert all(1 <= weight <= 3 for weight in weights.values())
