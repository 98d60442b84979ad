"""Cards of an instructor's own, found from wherever the work is done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from genuinely.assessing import assess
from genuinely.scenarios import ScenarioError, UnknownScenarioError, load_scenario, load_scenarios, own_scenarios
from genuinely.scenarios.own import VARIABLE

from .made import TOML


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course with a card of its own, and the work going on in a folder below."""
    monkeypatch.delenv(VARIABLE, raising=False)
    (tmp_path / "course" / "scenarios").mkdir(parents=True)
    (tmp_path / "course" / "scenarios" / "tide-tables.toml").write_text(TOML, encoding="utf-8")
    below = tmp_path / "course" / "exercises" / "ps9"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    return tmp_path / "course"


def test_an_own_card_is_found_from_a_folder_below_the_course(course: Path) -> None:
    assert load_scenario("tide-tables").id == "tide-tables"
    assert list(own_scenarios()) == ["tide-tables"]


def test_it_is_not_among_the_cards_of_the_course(course: Path) -> None:
    assert "tide-tables" not in load_scenarios()


def test_elsewhere_it_is_unknown(course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UnknownScenarioError):
        load_scenario("tide-tables")


def test_elsewhere_it_is_found_where_the_variable_says(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(course / "scenarios"))
    assert load_scenario("tide-tables").id == "tide-tables"


def test_the_nearest_of_two_counts(course: Path) -> None:
    near = course / "exercises" / "scenarios"
    near.mkdir()
    (near / "tide-tables.toml").write_text(TOML.replace("Ana Reis", "Ada Reis"), encoding="utf-8")
    assert "Ada Reis" in (load_scenario("tide-tables").sender.name, load_scenario("tide-tables").recipient.name)


def test_a_card_of_the_course_is_never_replaced(course: Path) -> None:
    (course / "scenarios" / "coat-rack.toml").write_text(TOML.replace("tide-tables", "coat-rack"), encoding="utf-8")
    assert load_scenario("coat-rack") == load_scenarios()["coat-rack"]
    assert "coat-rack" not in own_scenarios()


def test_a_card_that_was_saved_again_is_read_again(course: Path) -> None:
    file = course / "scenarios" / "tide-tables.toml"
    load_scenario("tide-tables")
    file.write_text(TOML.replace("Ana Reis", "Ada Reis"), encoding="utf-8")
    os.utime(file, (2_000_000_000, 2_000_000_000))
    card = load_scenario("tide-tables")
    assert "Ada Reis" in (card.sender.name, card.recipient.name)


def test_a_malformed_card_is_named_and_keeps_no_other_from_being_read(course: Path) -> None:
    (course / "scenarios" / "broken.toml").write_text("id = broken", encoding="utf-8")
    assert load_scenario("tide-tables")
    with pytest.raises(ScenarioError, match=r"broken\.toml"):
        load_scenario("broken")


def test_a_slip_of_spelling_is_answered_with_the_own_card(course: Path) -> None:
    with pytest.raises(UnknownScenarioError) as unknown:
        load_scenario("tide-table")
    assert unknown.value.near[0] == "tide-tables"


@pytest.mark.parametrize("id", ["../scenarios/tide-tables", "tide-tables.toml", "..", ""])
def test_an_id_is_never_a_path(id: str, course: Path) -> None:
    with pytest.raises(UnknownScenarioError):
        load_scenario(id)


def test_a_message_for_it_is_assessed(course: Path) -> None:
    card = load_scenario("tide-tables")
    assert assess(card.draft, card).attempted
