"""Every family of attack is held, but for those of not_held.toml, which is exact."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from assessing.attacks.families import FAMILIES, Family, carry_out, wordings
from assessing.attacks.makers import Words

NOT_HELD: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("not_held.toml").read_text(encoding="utf-8")
)
HELD = [family for family in FAMILIES if family.name not in NOT_HELD]


@pytest.mark.parametrize("family", HELD, ids=lambda family: family.name)
def test_a_family_is_held_on_a_message_in_five(family: Family) -> None:
    assert [attack for attack in carry_out(family, every=5) if not attack.held] == []


@pytest.mark.slow
@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_what_is_not_held_is_known_exactly(family: Family) -> None:
    gains = [attack.gain for attack in carry_out(family) if not attack.held]
    known = NOT_HELD.get(family.name, {"slipped": 0, "worst": 0.0})
    assert (len(gains), round(max(gains, default=0.0), 1)) == (known["slipped"], known["worst"])


def test_the_list_names_families_and_gives_reasons() -> None:
    assert set(NOT_HELD) <= {family.name for family in FAMILIES}
    assert all(entry["slipped"] > 0 and entry["reason"].endswith(".") for entry in NOT_HELD.values())


def test_there_are_thirty_two_families_or_more_each_with_a_name_of_its_own() -> None:
    assert len({family.name for family in FAMILIES}) == len(FAMILIES) >= 32


def test_the_two_sets_of_wordings_have_the_same_lists_and_no_wording_in_common() -> None:
    seen, unseen = wordings("seen"), wordings("unseen")
    assert seen.keys() == unseen.keys()
    assert not _all(seen) & _all(unseen)


def _all(words: Words) -> set[str]:
    return {text for texts in words.values() for text in texts}
