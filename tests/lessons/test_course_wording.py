"""The sentences of the pages that look at the whole course: all there, none unused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import genuinely
from genuinely.lessons.course_wording import SENTENCES, say, sentences

SOURCES = Path(genuinely.__file__).parent
CODE = "\n".join(
    file.read_text(encoding="utf-8") for part in ("lessons", "cli") for file in (SOURCES / part).rglob("*.py")
)


def test_a_sentence_is_filled_in() -> None:
    assert say("progress.minutes", minutes=7) == "about 7 minutes"


def test_every_sentence_is_there() -> None:
    assert {section: set(keys) for section, keys in sentences().items()} == {
        section: set(keys) for section, keys in SENTENCES.items()
    }


@pytest.mark.parametrize("key", [f"{section}.{name}" for section, names in SENTENCES.items() for name in names])
def test_every_sentence_is_said_somewhere(key: str) -> None:
    section, name = key.split(".")
    beginnings = re.findall(rf"f[\"']{section}\.(\w*)\{{", CODE)
    composed = any(name.startswith(beginning) for beginning in beginnings)
    assert re.search(rf"[\"']{re.escape(key)}[\"']", CODE) or composed, f"nothing says {key}: take it out"


@pytest.mark.parametrize("key", [f"{section}.{name}" for section, names in SENTENCES.items() for name in names])
def test_every_brace_of_a_sentence_is_used(key: str) -> None:
    section, name = key.split(".")
    for brace in SENTENCES[section][name]:
        assert f"{{{brace}}}" in sentences()[section][name]
