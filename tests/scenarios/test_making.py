"""A card in the making: as a file to fill in, and everything that is still wrong with it at once."""

from __future__ import annotations

import tomllib

import pytest

from genuinely.scenarios import Scenario, load_scenario, load_scenarios
from genuinely.scenarios.making import as_toml, faults, given_of, parts


def test_every_card_of_the_course_comes_out_as_it_went_in() -> None:
    for card in load_scenarios().values():
        assert Scenario.from_dict(tomllib.loads(as_toml(card.id, given_of(card)))) == card


@pytest.mark.parametrize(
    "text", ['say "hi"', "back\\slash", 'three """ signs', "new\nline", "tab\t", "\x7f\x01", "# no comment", "Zoë – ✓"]
)
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    given = {**given_of(load_scenario("coat-rack")), "title": text, "draft": f"{text}x", "sender.facts": [text, "b"]}
    if "\x01" in text:
        given["draft"] = "x"
    card = tomllib.loads(as_toml("x", given))
    assert card["title"] == text.strip()
    assert card["draft"].strip() == str(given["draft"])
    assert card["sender"]["facts"] == [text.strip(), "b"]


def test_the_empty_file_asks_for_everything_and_says_what_fits() -> None:
    text = as_toml("tide-tables", {})
    assert 'id = "tide-tables"' in text
    assert "One of: email, linkedin_note, chat." in text
    assert "check-scenario tide-tables" in text
    assert max(map(len, text.splitlines())) <= 112
    found = faults(tomllib.loads(text), "tide-tables.toml")
    for part in parts():
        assert part.shape == "weights" or any(f"'{part.key}'" in fault for fault in found), part.key


def test_all_faults_are_named_at_once() -> None:
    card = tomllib.loads(as_toml("x", given_of(load_scenario("coat-rack"))))
    card["kind"], card["sender"]["name"], card["titel"] = "warm", "", "x"
    del card["recipient"]["goals"]
    card["criteria"]["clear_ask"] = 0
    found = " ".join(faults(card, "x.toml"))
    for key in ("'kind'", "'sender.name'", "'titel'", "'recipient.goals'", "'criteria.clear_ask'"):
        assert key in found


def test_a_sound_card_has_no_fault() -> None:
    assert faults(tomllib.loads(as_toml("x", given_of(load_scenario("coat-rack")))), "x.toml") == []


def test_tables_that_are_not_there_are_named() -> None:
    found = " ".join(faults({"id": "x", "sender": 5}, "x.toml"))
    assert "'sender'" in found
    assert "'recipient' is missing" in found
