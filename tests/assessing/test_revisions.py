"""Advice, when it is followed, raises the level that it is about."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assessing.revisions.pairs import Pair, failures, pairs
from genuinely.assessing.guards import raise_flags
from genuinely.assessing.rubric import CASES
from genuinely.assessing.text import read
from genuinely.scenarios import CRITERIA

NOT_HELD: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "revisions" / "not_held.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_advice_that_is_followed_raises_its_level_but_for_what_is_known(pair: Pair) -> None:
    assert failures(pair) == NOT_HELD.get(pair.name, {}).get("fails", [])


def test_what_is_not_held_is_a_pair_and_has_its_reason() -> None:
    assert set(NOT_HELD) <= {pair.name for pair in pairs()}
    assert all(entry["fails"] and entry["reason"].endswith(".") for entry in NOT_HELD.values())


def test_the_pairs_cover_every_case_on_many_cards_and_all_channels() -> None:
    assert len({pair.name for pair in pairs()}) == len(pairs()) >= 40
    assert {(pair.criterion, pair.case) for pair in pairs()} == {(c, case) for c in CRITERIA for case in CASES[c]}
    assert len({pair.card.id for pair in pairs()}) >= 25
    assert {pair.card.channel for pair in pairs()} == {"email", "linkedin_note", "chat"}


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_a_pair_is_on_a_criterion_of_its_card_and_each_change_is_found_once(pair: Pair) -> None:
    assert pair.criterion in {*pair.card.criteria, "context"}
    assert pair.better != pair.weak
    message = pair.weak
    for out, put in pair.changes:
        assert message.count(out) == 1, out
        message = message.replace(out, put)


@pytest.mark.parametrize("pair", pairs(), ids=lambda pair: pair.name)
def test_the_better_message_is_not_flagged(pair: Pair) -> None:
    assert raise_flags(read(pair.better), pair.card) == ()
