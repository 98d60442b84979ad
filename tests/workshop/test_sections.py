"""A lesson's notebook as somebody reads it who stands before a room."""

from __future__ import annotations

import pytest

from genuinely.lessons.syllabus import lessons
from genuinely.workshop.sections import first_sentence, inline, page_of


def test_a_section_knows_its_title_its_calls_and_what_is_to_be_written() -> None:
    page = page_of("02")
    faded = next(each for each in page.sections if each.cell == "faded")
    assert faded.title == "Fill the gaps"
    assert ("show_scenario", "cause-of-death") in faded.calls
    assert faded.messages["cause-of-death"].startswith("Hi Dulce")


def test_what_belongs_to_an_activity_ends_at_the_next_heading_of_its_level() -> None:
    page = page_of("03")
    activity = next(each.activity for each in page.sections if each.cell == "two-messages")
    assert activity is not None
    assert [each.cell for each in page.done(activity)] == ["two-messages", "inventory"]


@pytest.mark.parametrize("id", list(lessons()))
def test_every_cell_of_text_is_a_section(id: str) -> None:
    page = page_of(id)
    assert page.sections[0].level == 1
    assert page.title
    assert len({each.cell for each in page.sections}) == len(page.sections)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("Is it? It is.", "Is it?"),
        ("Dr. Ada writes. She waits.", "Dr. Ada writes."),
        ("“It is late.” She left.", "“It is late.”"),
        ("no end", "no end"),
        ("", ""),
    ],
)
def test_the_first_sentence_is_found(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_line_of_markdown_becomes_html_and_whatever_else_is_in_it_stays_text() -> None:
    assert inline("**a** and *b* in [lesson 3](03.ipynb), `x` <i>") == (
        "<strong>a</strong> and <em>b</em> in lesson 3, <code>x</code> &lt;i&gt;"
    )
