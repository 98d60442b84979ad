"""A card read from a mapping and from a file."""

from __future__ import annotations

import math
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from genuinely.scenarios import Person, Scenario, ScenarioError
from scenarios.made import TOML, card, card_without


def refusal(mapping: Any) -> str:
    """What is said of a card that is refused."""
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_dict(mapping, source="shelf/tide-tables.toml")
    return str(caught.value)


def test_a_card_is_made_from_a_mapping() -> None:
    made = Scenario.from_dict(card())
    assert made.id == "tide-tables"
    assert made.channel == "email"
    assert made.sender == Person("Ana Reis", "Student of oceanography", ("Keeps a tide log",))
    assert made.recipient.goals == ("Fewer groundings",)
    assert made.criteria == {"clear_ask": 2, "own_voice": 1}


def test_any_mapping_will_do() -> None:
    assert Scenario.from_dict(MappingProxyType(card())) == Scenario.from_dict(card())


def test_a_card_from_a_file_is_the_card_from_its_mapping(tmp_path: Path) -> None:
    file = tmp_path / "tide-tables.toml"
    file.write_text(TOML, encoding="utf-8")
    assert Scenario.from_toml(file) == Scenario.from_toml(str(file)) == Scenario.from_dict(card())


def test_outer_blanks_are_left_out() -> None:
    made = Scenario.from_dict(card(draft="\n  Dear Tom,\n\nBest\n ", sender__facts=["  Keeps a tide log "]))
    assert made.draft == "Dear Tom,\n\nBest"
    assert made.sender.facts == ("Keeps a tide log",)


def test_criteria_come_in_the_rubrics_order_whatever_order_the_file_has() -> None:
    assert list(Scenario.from_dict(card(criteria={"own_voice": 1, "clear_ask": 2})).criteria) == [
        "clear_ask",
        "own_voice",
    ]


def test_a_weight_may_be_a_fraction() -> None:
    assert Scenario.from_dict(card(criteria__clear_ask=0.5)).criteria["clear_ask"] == 0.5


def test_a_sender_may_have_goals() -> None:
    assert Scenario.from_dict(card(sender__goals=["A place at sea"])).sender.goals == ("A place at sea",)


def test_a_card_can_be_hashed_and_compared() -> None:
    assert len({Scenario.from_dict(card()), Scenario.from_dict(card()), Scenario.from_dict(card(title="Other"))}) == 2


@pytest.mark.parametrize(
    "key",
    [
        "id", "title", "theme", "kind", "channel", "situation", "draft", "sender", "recipient", "criteria",
        "sender.name", "sender.role", "sender.facts",
        "recipient.name", "recipient.role", "recipient.facts", "recipient.goals",
    ],
)  # fmt: skip
def test_a_missing_key_is_named(key: str) -> None:
    said = refusal(card_without(key))
    assert said.startswith(f"shelf/tide-tables.toml: key '{key}' is missing. Expected ")


@pytest.mark.parametrize("key", ["id", "title", "situation", "draft", "sender__name", "recipient__role"])
@pytest.mark.parametrize(
    ("value", "shown"), [("", "''"), (" \n", r"' \n'"), (7, "7"), (["x"], "['x']"), (None, "None")]
)
def test_what_is_no_text_is_shown(key: str, value: object, shown: str) -> None:
    said = refusal(card(**{key: value}))
    assert f"key '{key.replace('__', '.')}'" in said
    assert f"found {shown}, expected a text that is not empty" in said


@pytest.mark.parametrize(
    "id", ["Tide-Tables", "tide tables", "tide_tables", "-tide", "tide--tables", "tide/tables", "täde"]
)
def test_an_id_that_is_no_file_name_is_refused(id: str) -> None:
    assert f"key 'id': found {id!r}, expected small letters, digits and single hyphens" in refusal(card(id=id))


@pytest.mark.parametrize(
    ("key", "value", "one"),
    [("theme", "intrest", "interest"), ("kind", "warm", "warm_intro"), ("channel", "sms", "linkedin_note")],
)
def test_an_unknown_theme_kind_or_channel_is_refused_with_those_there_are(key: str, value: str, one: str) -> None:
    said = refusal(card(**{key: value}))
    assert f"shelf/tide-tables.toml: key '{key}': found {value!r}, expected one of " in said
    assert one in said


@pytest.mark.parametrize("weight", [0, -1, -0.5, 0.0, True, False, "2", None, [2], math.nan, math.inf, -math.inf])
def test_a_weight_that_is_no_number_above_0_is_refused(weight: object) -> None:
    said = refusal(card(criteria__clear_ask=weight))
    assert f"key 'criteria.clear_ask': found {weight!r}, expected a weight: a number greater than 0" in said


def test_no_criteria_at_all_are_refused() -> None:
    assert "key 'criteria': found {}, expected at least one criterion" in refusal(card(criteria={}))


@pytest.mark.parametrize("key", ["sender__facts", "recipient__facts", "recipient__goals"])
@pytest.mark.parametrize("value", ["Keeps a tide log", [], {}, 3])
def test_facts_that_are_no_list_are_refused(key: str, value: object) -> None:
    said = refusal(card(**{key: value}))
    assert f"key '{key.replace('__', '.')}': found {value!r}, expected a list of one text or more" in said


@pytest.mark.parametrize("item", ["", "  ", 3, None, ["x"]])
def test_a_fact_that_is_no_text_is_refused(item: object) -> None:
    said = refusal(card(sender__facts=["Keeps a tide log", item]))
    assert f"key 'sender.facts': found {item!r}, expected only texts that are not empty in this list" in said


@pytest.mark.parametrize("key", ["sender", "recipient", "criteria"])
def test_a_table_that_is_none_is_refused(key: str) -> None:
    assert f"key '{key}': found 'Ana', expected a table of keys and values" in refusal(card(**{key: "Ana"}))


@pytest.mark.parametrize("whole", [None, "text", ["a list"], 3])
def test_a_card_that_is_no_table_is_refused(whole: object) -> None:
    said = refusal(whole)
    assert said.startswith("shelf/tide-tables.toml: ")
    assert repr(whole) in said


@pytest.mark.parametrize(
    ("key", "name", "near"),
    [
        ("chanel", "chanel", "channel"),
        ("sender__fact", "sender.fact", "facts"),
        ("recipient__goal", "recipient.goal", "goals"),
        ("criteria__clear_aks", "criteria.clear_aks", "clear_ask"),
    ],
)
def test_a_slip_of_spelling_in_a_key_gets_a_hint(key: str, name: str, near: str) -> None:
    said = refusal(card(**{key: 1}))
    assert f"shelf/tide-tables.toml: key '{name}': found 1, expected one of the keys " in said
    assert f"Did you mean {near!r}?" in said


def test_an_unknown_key_like_no_other_is_to_be_taken_out() -> None:
    assert refusal(card(weather="fog")).endswith("Take it out.")


def test_what_was_found_is_cut_if_it_is_long() -> None:
    said = refusal(card(sender__facts="x" * 500))
    assert "'xxx" in said
    assert len(said) < 200


class TestFile:
    """What only a file can be."""

    def refusal(self, file: Path) -> str:
        with pytest.raises(ScenarioError) as caught:
            Scenario.from_toml(file)
        said = str(caught.value)
        assert str(file) in said
        return said

    def test_an_error_in_a_file_names_the_file(self, tmp_path: Path) -> None:
        file = tmp_path / "tide-tables.toml"
        file.write_text(TOML.replace('"email"', '"fax"'), encoding="utf-8")
        assert "key 'channel': found 'fax'" in self.refusal(file)

    def test_an_id_that_differs_from_the_files_name(self, tmp_path: Path) -> None:
        file = tmp_path / "other-name.toml"
        file.write_text(TOML, encoding="utf-8")
        assert "key 'id': found 'tide-tables', expected the file's name without .toml" in self.refusal(file)

    def test_a_file_that_is_not_toml_names_the_line(self, tmp_path: Path) -> None:
        file = tmp_path / "tide-tables.toml"
        file.write_text("id = tide\n", encoding="utf-8")
        said = self.refusal(file)
        assert "is not valid TOML" in said
        assert "line 1" in said

    def test_a_file_that_is_not_utf_8(self, tmp_path: Path) -> None:
        file = tmp_path / "tide-tables.toml"
        file.write_bytes(TOML.replace("Ana Reis", "Añá Reis").encode("latin-1"))
        assert "is not UTF-8 text" in self.refusal(file)

    def test_a_file_saved_with_a_byte_order_mark_is_read(self, tmp_path: Path) -> None:
        file = tmp_path / "tide-tables.toml"
        file.write_text(TOML, encoding="utf-8-sig")
        assert Scenario.from_toml(file).id == "tide-tables"

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        assert "cannot be read" in self.refusal(tmp_path / "nowhere.toml")

    def test_a_folder(self, tmp_path: Path) -> None:
        assert "cannot be read" in self.refusal(tmp_path)

    def test_a_twice_written_key(self, tmp_path: Path) -> None:
        file = tmp_path / "tide-tables.toml"
        file.write_text('id = "a"\n' + TOML, encoding="utf-8")
        assert "is not valid TOML" in self.refusal(file)
