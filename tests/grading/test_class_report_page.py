"""The page of a class report: it stands alone, says everything in words, and lets nothing of a student's through."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from genuinely.coaching.wording import WordingError, check
from genuinely.grading.class_report import ClassWork, Weakness
from genuinely.grading.class_report_page import OPEN, PAIRS, as_html
from genuinely.grading.class_report_wording import _SENTENCES, sentences

from .made_class import FIRST, ITEMS, OWN, a_class, full, reading, work

ONE = ITEMS[0]
HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)> & "quoted" \''


class Reader(HTMLParser):
    """Collects the tags of a page, and holds that each is closed in its turn."""

    EMPTY = frozenset({"meta", "br", "path", "use", "rect"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(page)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.EMPTY:
            assert self._open.pop() == tag


def test_it_needs_nothing_else_and_runs_nothing() -> None:
    page = as_html(full())
    tags = Reader(page).tags
    assert {tag for tag, _ in tags}.isdisjoint({"script", "link", "img", "iframe", "object", "form"})
    assert not [name for _, attributes in tags for name in attributes if name.startswith("on")]
    targets = [value for _, attributes in tags for name, value in attributes.items() if name in ("href", "src")]
    assert [target for target in targets if target and not target.startswith("#")] == []
    assert re.findall(r"@import|url\((?!['\"]?#)", page) == []


def test_headings_go_down_step_by_step_and_sections_are_named() -> None:
    tags = Reader(as_html(full())).tags
    levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [attributes["id"] for tag, attributes in tags if tag == "h2"]
    assert [attributes["aria-labelledby"] for tag, attributes in tags if tag == "section"] == ids
    assert [a["href"] for tag, a in tags if tag == "a"] == [f"#{id}" for id in ids]


def test_every_picture_is_told_in_words_and_every_table_has_heads() -> None:
    tags = Reader(as_html(full())).tags
    pictures = [attributes["aria-label"] for _, attributes in tags if attributes.get("role") == "img"]
    assert len(pictures) == 3
    assert all(label and len(label) > 60 for label in pictures)
    assert [a.get("aria-hidden") for tag, a in tags if tag == "svg"] == ["true"] * 3
    counts = [sum(tag == name for tag, _ in tags) for name in ("table", "caption")]
    assert counts[0] == counts[1] > 3
    assert all("scope" in attributes for tag, attributes in tags if tag == "th")


def test_what_students_wrote_is_text() -> None:
    hostile = reading(Weakness("clear_ask", "vague_ask", HOSTILE))
    texts = f"{OWN} {HOSTILE}"
    page = as_html(
        a_class(
            work(HOSTILE, ONE, 1.0, texts, reading=hostile, reason=HOSTILE, at_stake=1.0),
            work("bob", ONE, 2.0, texts, reading=hostile),
            not_graded=(HOSTILE,),
        )
    )
    assert {tag for tag, _ in Reader(page).tags}.isdisjoint({"script", "img"})
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_few_students_are_told_that_the_figures_mean_little() -> None:
    told = "With 4 students these figures mean little"
    assert told in as_html(full(4))
    assert "these figures mean little" not in as_html(full(30))


def test_who_is_missing_and_what_is_older_is_said() -> None:
    page = as_html(full())
    assert "Not in the report, since not graded yet (1): cyd." in page
    assert "2 of the points were made with another version" in page


def test_of_many_identical_answers_the_first_are_shown_and_the_rest_counted() -> None:
    page = as_html(full(PAIRS + 8))
    assert page.count("<details") == PAIRS
    assert page.count("<details open") == OPEN
    assert "And 7 more." in page


def test_a_class_without_anything_says_so_in_every_section() -> None:
    page = as_html(a_class(work("ada", ONE, None)))
    Reader(page)
    for told in (
        "Nobody has points yet.",
        "No message has been read yet.",
        "There are too few points to say anything.",
    ):
        assert told in page
    assert "<svg" not in page


def test_a_class_with_a_trouble_says_only_that() -> None:
    page = as_html(ClassWork("ps2-interest", trouble="Grade first."))
    Reader(page)
    assert "Grade first." in page
    assert "<section" not in page


def test_a_sentence_that_does_not_fit_is_named_with_its_key() -> None:
    broken = {**sentences(), "spread": {**sentences()["spread"], "none": "Nobody has {this}."}}
    with pytest.raises(WordingError, match=r"class_report\.toml: key 'spread\.none'.*\{this\}"):
        check(broken, "class_report.toml", _SENTENCES)


def test_the_card_of_the_pair_is_named() -> None:
    assert ONE.scenario == FIRST
    assert f"student-0 and student-1, {ONE.title}: 100 per cent" in as_html(full())
