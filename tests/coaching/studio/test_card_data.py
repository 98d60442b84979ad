"""A card as the page beside the editor shows it."""

from __future__ import annotations

from coaching.studio.test_own import card
from genuinely.coaching.studio.card_data import card_data
from genuinely.scenarios import load_scenario


def test_everything_on_the_card_is_told_under_its_heading() -> None:
    coat_rack = load_scenario("coat-rack")
    told = card_data(coat_rack)
    writes, reads = told["people"]
    assert told["channel"] == "E-mail: about 50 to 150 words"
    assert (writes["name"], reads["name"]) == (coat_rack.sender.name, coat_rack.recipient.name)
    assert reads["lists"][0]["items"] == list(coat_rack.recipient.goals)
    assert reads["lists"][1]["items"] == list(coat_rack.recipient.facts)
    assert [each["label"] for each in writes["lists"]] == ["What is known"]
    assert told["draft"]["text"] == coat_rack.draft


def test_a_role_that_nobody_named_is_not_made_up() -> None:
    writes, reads = card_data(card(their_role="Plans trams"))["people"]
    assert writes["role"] == ""
    assert reads["role"] == "Plans trams"
