"""Plain words in short sentences, and no figure without the finding that it comes from."""

from __future__ import annotations

import csv
import re
import statistics
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from genuinely.lessons.forms import form, forms

from .pages import ALL, LESSONS, markdown

ROOT = Path(__file__).resolve().parents[2]

FIGURE = re.compile(r"\d ?%|\b\d+ of (?:every )?\d+\b|\b[Oo]f every \d+\b|\b\d+ in \d")
"""A share: what a study found, or what a message claims."""
STUDY = re.compile(r"\b(?:[Ii]n|[Oo]ne|[Tt]he) (?:\w+ ){0,3}(?:study|studies|experiment|experiments|survey|diary)\b")
"""Words that tell of what somebody found."""
NAMED = re.compile(r"\bE\d\d\b")

every_page = pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)


def paragraphs(page: Path) -> Iterator[str]:
    for cell in markdown(page):
        for text in re.split(r"\n\s*\n|\n(?=- )", cell.source):
            plain = re.sub(r"\]\([^)]*\)|[*_`\[\]]", "", text)
            if not plain.startswith("#"):
                yield plain


def said_by_forms() -> Iterator[str]:
    """What the course says in its forms; what a learner chooses from is not a claim."""
    for name in forms():
        spec = form(name)
        yield spec.hint
        yield from (option.reply for field in spec.fields for option in field.options)


def said_by_quizzes() -> Iterator[str]:
    for file in sorted((ROOT / "data" / "quizzes" / "en").glob("*.toml")):
        for question in tomllib.loads(file.read_text(encoding="utf-8"))["questions"]:
            yield from (option["explanation"] for option in question["options"])


def lengths(text: str) -> list[int]:
    return [
        count
        for sentence in re.split(r"(?<=[.!?:;])\s+", text)
        if (count := sum(1 for word in sentence.split() if re.search(r"\w", word)))
    ]


@every_page
def test_sentences_are_short(page: Path) -> None:
    found = [length for text in paragraphs(page) for length in lengths(text)]
    assert max(found) <= 30
    assert statistics.mean(found) <= 15


def test_what_forms_and_quizzes_say_is_short() -> None:
    found = {text: max(lengths(text), default=0) for text in (*said_by_forms(), *said_by_quizzes())}
    assert {text for text, longest in found.items() if longest > 35} == set()


def said_by_instruments() -> Iterator[str]:
    """What the instruments say of what was found, which always names it."""
    for file in sorted((ROOT / "data" / "wording" / "en" / "instruments").glob("*.toml")):
        yield from (text for text in _texts(tomllib.loads(file.read_text(encoding="utf-8"))) if NAMED.search(text))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)


@cache
def marks() -> dict[str, str]:
    """How each finding was verified, by its id."""
    file = (ROOT / "data" / "evidence" / "evidence.csv").read_text(encoding="utf-8")
    return {row["id"]: row["verified"] for row in csv.DictReader(file.splitlines())}


def claims() -> list[str]:
    told = [text for page in LESSONS for text in paragraphs(page)]
    return [*told, *said_by_forms(), *said_by_quizzes()]


def test_a_figure_names_its_finding_and_one_at_second_hand_says_so() -> None:
    figures = [claim for claim in claims() if FIGURE.search(claim)]
    assert figures
    for claim in figures:
        named = NAMED.findall(claim)
        assert named, claim
        if not all(marks()[id].startswith("V1") for id in named):
            assert "second hand" in claim, claim


def test_what_a_study_found_names_it() -> None:
    studied = [claim for claim in claims() if STUDY.search(claim)]
    assert studied
    assert [claim for claim in studied if not NAMED.search(claim)] == []


def test_a_figure_of_an_instrument_that_was_not_seen_at_its_source_says_so() -> None:
    told = [text for text in said_by_instruments() if re.search(r"\d", NAMED.sub("", text))]
    assert told
    for text in told:
        if not all(marks()[id].startswith("V1") for id in NAMED.findall(text)):
            assert re.search(r"second[- ]hand|from a summary", text), text


@pytest.mark.parametrize("claim", ["In one study 3 % agreed.", "Of every 10 people 4 laughed.", "It was 80 of 100."])
def test_a_planted_figure_is_caught(claim: str) -> None:
    assert FIGURE.search(claim)
    assert not NAMED.search(claim)
