"""The course's own words: explained where they first stand, and never used before."""

from __future__ import annotations

import re
from typing import Any

import pytest

from genuinely.lessons.glossary_page import Term, glossary, term_from, terms
from genuinely.lessons.reading import LessonDataError, Table

from .pages import ALL, markdown

every_term = pytest.mark.parametrize("each", terms(), ids=lambda each: each.term)


def pattern(each: Term) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(each.words)})\b", re.IGNORECASE)


@every_term
def test_a_word_is_explained_in_a_cell_that_says_it(each: Term) -> None:
    page = next(page for page in ALL if page.stem == each.lesson.id)
    said = next(cell.source for cell in markdown(page) if cell.id == each.cell)
    assert not each.words or pattern(each).search(said.replace("*", ""))


@every_term
def test_a_word_stands_on_no_earlier_page(each: Term) -> None:
    earlier = [page for page in ALL if page.stem < each.lesson.id]
    told = {page.stem: "\n".join(cell.source for cell in markdown(page)) for page in earlier}
    assert not each.words or [page for page, text in told.items() if pattern(each).search(text)] == []


def test_no_word_is_explained_twice() -> None:
    found = [each.term for each in terms()]
    assert len(found) == len(set(found))


def test_it_is_shown_as_a_page_and_as_text() -> None:
    shown = glossary()
    assert shown.html().count("<dt>") == len(terms())
    assert "- seed: Two halves, one thing, a first step" in shown.plain()
    assert "First in: 3. Create something new." in shown.plain()


@pytest.mark.parametrize(
    ("changes", "key", "remedy"),
    [
        ({"lesson": "99"}, "lesson", "no lesson called '99'"),
        ({"means": ""}, "means", "words in quotes"),
        ({"words": "tea"}, "words", "a list of spellings"),
        ({"cells": "promise"}, "cells", "is not known"),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, Any], key: str, remedy: str) -> None:
    good = {"term": "tea", "means": "Leaves and water.", "lesson": "01", "cell": "promise"}
    with pytest.raises(LessonDataError) as refused:
        term_from(Table("en.toml", "terms[1]", {**good, **changes}))
    assert f"en.toml: key 'terms[1].{key}'" in str(refused.value)
    assert remedy in str(refused.value)
