"""Honest messages that a naive grader would punish are not flagged."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from assessing.guards.flagged import flags

FAMILIES: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("honest.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("family", FAMILIES)
def test_none_of_a_family_is_flagged(family: str) -> None:
    found = {card: flags(card, message) for card, message in FAMILIES[family].items()}
    assert {card: flag for card, flag in found.items() if flag} == {}


def test_there_are_sixteen_families_or_more_of_three_messages_on_different_cards() -> None:
    assert len(FAMILIES) >= 16
    assert {len(messages) for messages in FAMILIES.values()} == {3}
