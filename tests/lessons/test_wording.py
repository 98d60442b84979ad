"""The sentences of the lessons: all there, none unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import genuinely.lessons
from genuinely.coaching.wording import WordingError, check
from genuinely.lessons.reading import LessonDataError, Table, read
from genuinely.lessons.wording import SENTENCES, say, sentences

SOURCES = Path(genuinely.lessons.__file__).parent
CODE = "\n".join(file.read_text(encoding="utf-8") for file in SOURCES.rglob("*") if file.suffix in (".py", ".js"))


def test_a_sentence_is_filled_in() -> None:
    assert say("form.words_many", count=3) == "3 words"


def test_every_sentence_is_there() -> None:
    assert {section: set(keys) for section, keys in sentences().items()} == {
        section: set(keys) for section, keys in SENTENCES.items()
    }


@pytest.mark.parametrize("key", [f"{section}.{name}" for section, names in SENTENCES.items() for name in names])
def test_every_sentence_is_said_somewhere(key: str) -> None:
    section, name = key.split(".")
    outright = f'"{key}"' in CODE or f"words.{name}" in CODE
    beginnings = re.findall(rf"f[\"']{section}\.(\w*)\{{", CODE)
    composed = any(name.startswith(beginning) for beginning in beginnings)
    assert outright or composed, f"nothing says {key}: take it out"


def test_a_missing_sentence_is_named_with_its_file() -> None:
    with pytest.raises(WordingError, match=r"lessons.toml: key 'form.words_none' is missing"):
        check({**sentences(), "form": {}}, "lessons.toml", SENTENCES)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(LessonDataError, match=r"nothing.toml: cannot be read .* Install the course again"):
        read("wording", "en", "nothing.toml")


def test_a_table_that_is_a_value_is_refused() -> None:
    with pytest.raises(LessonDataError, match=r"walks.toml: key 'walk': found 3, expected a table begun by \[walk\]"):
        Table("walks.toml", "", {"walk": 3}).table("walk")


def test_an_unknown_name_of_the_package_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'reflekt'"):
        _ = genuinely.lessons.reflekt
    for name in genuinely.lessons.__all__:
        assert callable(getattr(genuinely.lessons, name))


def test_no_name_of_the_package_is_a_module_too() -> None:
    """A module that has been imported would stand in the name's place the next time."""
    assert set(genuinely.lessons.__all__) & {file.stem for file in SOURCES.glob("*.py")} == set()
