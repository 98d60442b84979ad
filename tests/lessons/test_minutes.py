"""The minutes of a lesson are an estimate: 200 words a minute, and a time for each thing that is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from genuinely.coaching.card_page import show_scenario
from genuinely.lessons import contrast, worked
from genuinely.lessons.fields import Field
from genuinely.lessons.forms import form
from genuinely.lessons.quizzes import bank
from genuinely.lessons.syllabus import lessons

from .pages import ALL, CALL, INSTRUMENTS, TEXT, Cell, cells

WORDS_A_MINUTE = 200
READ: Mapping[str, Callable[[str], str]] = {
    "contrast": lambda id: contrast(id).plain(),
    "plan": lambda id: " ".join(map(_asked, form(id).fields)),
    "reflect": lambda id: " ".join(map(_asked, form(id).fields)),
    "show_scenario": lambda id: show_scenario(id).plain(),
    "worked": lambda id: worked(id).plain(),
}
"""What a call lays before a reader."""
DONE: Mapping[str, Callable[[str], float]] = {
    "dialogue": lambda id: 2,
    "own": lambda id: 12,
    "plan": lambda id: sum(map(_minutes, form(id).fields)),
    "predict": lambda id: 0.5,
    "quiz": lambda id: 0.4 * len(bank(id).questions),
    "reflect": lambda id: sum(map(_minutes, form(id).fields)),
    **dict.fromkeys(INSTRUMENTS, lambda id: 2.0),
}
"""How many minutes it takes to do what a call asks; a message to real people takes longest."""
A_MESSAGE = 2.0


def _asked(field: Field) -> str:
    return " ".join((field.label, *(option.text for option in field.options)))


def _minutes(field: Field) -> float:
    return 0.2 if field.kind in ("choice", "scale") else 0.4


def estimate(cell: Cell) -> float:
    """Return the minutes that one cell takes."""
    if cell.kind == "markdown":
        return cell.words / WORDS_A_MINUTE
    minutes = A_MESSAGE if cell.source.startswith("%%rewrite") else 0.0
    for name, arguments in CALL.findall(cell.source):
        id = next(iter(TEXT.findall(arguments)), "")
        minutes += DONE.get(name, lambda _: 0.0)(id)
        minutes += len(READ.get(name, lambda _: "")(id).split()) / WORDS_A_MINUTE
    return minutes


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_a_page_promises_about_what_its_words_and_exercises_come_to(page: Path) -> None:
    reckoned = sum(map(estimate, cells(page)))
    assert lessons()[page.stem].minutes == pytest.approx(reckoned, rel=0.25), f"about {reckoned:.0f} minutes"


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_it_calls_them_an_estimate(page: Path) -> None:
    assert "an estimate" in cells(page)[0].source


def test_words_are_read_at_two_hundred_a_minute() -> None:
    assert estimate(Cell("tea", "markdown", "word " * 100, {})) == 0.5
    assert estimate(Cell("tea", "code", "coupling()", {})) == 2.0
