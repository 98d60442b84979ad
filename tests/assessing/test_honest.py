"""Honest messages that a naive grader would punish are not flagged."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from assessing.guards.flagged import flags

FILES = ("honest", "honest_fresh", "honest_made_otherwise")
FAMILIES: dict[str, dict[str, dict[str, str]]] = {
    name: tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")) for name in FILES
}


@pytest.mark.parametrize(("file", "family"), [(file, family) for file in FILES for family in FAMILIES[file]])
def test_none_of_a_family_is_flagged(file: str, family: str) -> None:
    found = {card: flags(card, message) for card, message in FAMILIES[file][family].items()}
    assert {card: flag for card, flag in found.items() if flag} == {}


def test_there_are_sixteen_families_or_more_of_three_messages_on_different_cards() -> None:
    assert len(FAMILIES["honest"]) >= 16
    assert {len(messages) for families in FAMILIES.values() for messages in families.values()} == {3}
