"""What was assessed once is not assessed again, and remembering it changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from genuinely.assessing import assess
from genuinely.grading import memory
from genuinely.grading.memory import Remembering, from_json, remember
from genuinely.scenarios import load_scenario

from .problem_set import SCENARIOS, reference

TEXTS = {scenario: reference(scenario) for scenario in SCENARIOS}
WEAK = "Hi, can you help me to get into your field? I would be so grateful for [Name] and any advice."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "assessments.db"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The messages that are really assessed, as they come."""
    seen: list[str] = []

    def watched(message: str, *rest: object) -> object:
        seen.append(message)
        return assess(message, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(memory, "assess", watched)
    memory._versions.cache_clear()
    return seen


@pytest.mark.parametrize("text", [*TEXTS.values(), WEAK, ""], ids=range(5))
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_an_assessment_comes_back_as_it_was(scenario: str, text: str) -> None:
    assessment = assess(text, load_scenario(scenario))
    back = from_json(assessment.to_json())
    assert back == assessment
    assert repr(back) == repr(assessment)


def test_a_message_is_read_once(file: Path, read: list[str]) -> None:
    card = load_scenario(SCENARIOS[0])
    first = Remembering(file)
    told = first(WEAK, card)
    remember(file, first.learned())
    again = Remembering(file)
    assert again(WEAK, card) == told
    assert again.learned() == {}
    assert read.count(WEAK) == 1


def test_another_message_or_card_is_read_for_itself(file: Path, read: list[str]) -> None:
    one, other = (load_scenario(scenario) for scenario in SCENARIOS[:2])
    first = Remembering(file)
    first(WEAK, one)
    remember(file, first.learned())
    again = Remembering(file)
    assert again(WEAK, other) == assess(WEAK, other)
    assert again(WEAK + " ", one) == assess(WEAK + " ", one)
    assert len(again.learned()) == 2


def test_other_versions_are_read_for_themselves(file: Path, read: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    card = load_scenario(SCENARIOS[0])
    first = Remembering(file)
    first(WEAK, card)
    remember(file, first.learned())
    monkeypatch.setattr(memory, "_versions", lambda card: ("another", "another", "another"))
    Remembering(file)(WEAK, card)
    assert read.count(WEAK) == 2


@pytest.mark.parametrize("damage", ["no database", "another table", "another form"])
def test_a_damaged_memory_costs_time_and_nothing_else(file: Path, damage: str) -> None:
    card = load_scenario(SCENARIOS[0])
    first = Remembering(file)
    told = first(WEAK, card)
    learned = first.learned()
    if damage == "no database":
        file.write_bytes(b"damaged " * 1000)
    elif damage == "another table":
        with sqlite3.connect(file) as database:
            database.execute("CREATE TABLE other (x)")
        database.close()
    else:
        remember(file, dict.fromkeys(learned, '{"attempted": true}'))
    again = Remembering(file)
    assert again(WEAK, card) == told
    assert again.learned() == learned
    remember(file, learned)
    assert Remembering(file)._look_up(next(iter(learned))) == learned[next(iter(learned))]


def test_a_memory_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    remember(tmp_path / "nowhere" / "assessments.db", {"key": "told"})
    assert not (tmp_path / "nowhere").exists()
