"""Plain words in short sentences, and no figure without the finding that it comes from."""

from __future__ import annotations

import csv
import re
import statistics
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from genuinely.lessons.forms import form, forms

from .pages import ALL, LESSONS, markdown

ROOT = Path(__file__).resolve().parents[2]

FIGURE = re.compile(r"\d ?%|\b\d+ of (?:every )?\d+\b|\bof every \d+\b|\b\d+ in \d")
"""A share: what a study found, or what a message claims."""

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


def test_a_figure_names_its_finding_and_one_at_second_hand_says_so() -> None:
    file = (ROOT / "data" / "evidence" / "evidence.csv").read_text(encoding="utf-8")
    seen = {row["id"]: row["verified"].startswith("V1") for row in csv.DictReader(file.splitlines())}
    told = [text for page in LESSONS for text in paragraphs(page)]
    claims = [text for text in (*told, *said_by_forms(), *said_by_quizzes()) if FIGURE.search(text)]
    assert claims
    for claim in claims:
        named = re.findall(r"\bE\d\d\b", claim)
        assert named, claim
        if not all(seen[id] for id in named):
            assert "second hand" in claim, claim
