"""The rubric's numbers, and how a file that cannot be used is refused."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from typing import Any

import pytest

from genuinely.assessing.settings import Length, RubricError, load_rubric, read_rubric
from genuinely.resources import data

TABLE: dict[str, Any] = tomllib.loads(data("rubric", "rubric.toml").read_text(encoding="utf-8"))


def changed(path: str, value: object) -> dict[str, Any]:
    """The rubric's table with another value at a path such as `length.chat.unit`."""
    table = deepcopy(TABLE)
    *tables, key = path.split(".")
    inner = table
    for name in tables:
        inner = inner[name]
    inner[key] = value
    return table


@pytest.mark.parametrize(
    ("channel", "amount", "level"),
    [
        ("email", 100, 2), ("email", 50, 2), ("email", 150, 2), ("email", 230, 1), ("email", 30, 1),
        ("email", 400, 0), ("email", 8, 0),
        ("linkedin_note", 300, 2), ("linkedin_note", 450, 1), ("linkedin_note", 900, 0), ("linkedin_note", 20, 0),
        ("chat", 20, 2), ("chat", 80, 2), ("chat", 120, 1), ("chat", 250, 0), ("chat", 4, 0),
    ],
)  # fmt: skip
def test_lengths_have_the_levels_that_the_rubric_tells(channel: str, amount: int, level: int) -> None:
    assert load_rubric().length[channel].level(amount) == level


def test_bounds_are_included() -> None:
    length = Length("words", strong=(20, 80), emerging=(10, 160))
    assert [length.level(n) for n in (9, 10, 19, 20, 80, 81, 160, 161)] == [0, 1, 1, 2, 2, 1, 1, 0]


def test_within_a_tenth_of_a_bound_is_near() -> None:
    length = Length("words", strong=(20, 80), emerging=(10, 160))
    assert [n for n in (17, 18, 20, 22, 23, 71, 72, 88, 89, 143, 144, 176, 177) if length.near(n)] == [
        18, 20, 22, 72, 88, 144, 176,
    ]  # fmt: skip


def test_the_rubric_is_version_3() -> None:
    assert load_rubric().version == "3"


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        ("version", 2, "expected str"),
        ("length.chat.unit", "lines", "expected one of words, characters"),
        ("length.chat.strong", [80, 20], "expected two whole numbers"),
        ("length.chat.strong", [20], "expected two whole numbers"),
        ("length.email.emerging", [1.5, 3], "expected two whole numbers"),
        ("length.email.emerging", "25", "expected list"),
        ("length.linkedin_note.strong", [-1, 3], "expected two whole numbers"),
        ("length.agreement.clear", "high", "expected float"),
        ("length", {}, "expected"),
    ],
)
def test_a_wrong_value_is_refused_with_file_and_key(path: str, value: object, expected: str) -> None:
    with pytest.raises(RubricError) as caught:
        read_rubric(changed(path, value), "my/rubric.toml")
    said = str(caught.value)
    assert said.startswith(f"my/rubric.toml: key '{path}")
    assert expected in said
