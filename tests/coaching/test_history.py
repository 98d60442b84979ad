"""From draft to draft."""

from __future__ import annotations

import pytest

from coaching.made import CARD, assessment
from coaching.test_feedback import HOSTILE, Tags
from genuinely.assessing import Assessment
from genuinely.coaching import history as history_module
from genuinely.coaching.history import history
from genuinely.keeping import file_of, keep
from genuinely.scenarios import Scenario

LEVELS = {"first": 0, "second": 2, "third": 1, "fourth": 1}


@pytest.fixture(autouse=True)
def assessed_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    def by_first_word(text: str, _: Scenario) -> Assessment:
        level = LEVELS.get(text.split()[0], 1)
        flags = ("stuffed",) if "flagged" in text else ()
        return assessment(levels={"clear_ask": level}, total=level * 50.0, flags=flags)

    monkeypatch.setattr(history_module, "assess", by_first_word)


def keep_drafts(*texts: str) -> None:
    for text in texts:
        keep("messages", CARD.id, {"text": text})


def test_without_a_draft_there_is_a_sentence() -> None:
    assert f"No draft of “{CARD.title}” has been kept yet" in history(CARD).plain()


def test_each_move_is_told_by_sign_and_word() -> None:
    keep_drafts("first", "second", "third", "fourth")
    (line,) = (line for line in history(CARD).plain().splitlines() if line.startswith("One clear request"))
    assert line == ("One clear request: ○○ missing  →  ●● strong ▲ up  →  ●○ emerging ▼ down  →  ●○ emerging = same")


def test_the_total_moves_too() -> None:
    keep_drafts("first", "second")
    assert "Total, of 100: 0  →  100 ▲ up" in history(CARD).plain()


def test_a_flagged_draft_says_that_it_waits() -> None:
    keep_drafts("first", "second flagged")
    assert "100 (waits for a person)" in history(CARD).plain()


def test_html_is_a_table_with_a_column_for_each_draft() -> None:
    keep_drafts("first one", "second")
    tags = Tags(history(CARD).html())
    assert tags.open == []
    assert [a["scope"] for tag, a in tags.found if tag == "th"][:3] == ["col"] * 3
    assert "▲ up" in history(CARD).html()
    assert "words: 2" in history(CARD).html()


def test_many_drafts_show_the_first_and_the_latest() -> None:
    keep_drafts(*(f"draft {number}" for number in range(1, 11)))
    plain = history(CARD).plain()
    assert [number for number in range(1, 11) if f"Draft {number}:" in plain] == [1, 6, 7, 8, 9, 10]
    assert "4 drafts between" in plain
    assert "4 drafts between" in history(CARD).html()


def test_a_damaged_file_is_told_of() -> None:
    keep_drafts("first")
    file_of("messages", CARD.id).write_text("{", encoding="utf-8")
    assert "has been set aside" in history(CARD).plain()


def test_an_entry_without_a_text_or_with_a_strange_time_does_no_harm() -> None:
    keep("messages", CARD.id, {"other": 1})
    keep_drafts("first")
    file = file_of("messages", CARD.id)
    file.write_text(file.read_text(encoding="utf-8").replace('"time": "2', '"time": "x'), encoding="utf-8")
    assert "Draft 1: – · words: 1" in history(CARD).plain()


def test_drafts_are_private_while_grading(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_drafts("first")
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert "Drafts are private" in history(CARD).plain()


def test_nothing_of_the_draft_gets_into_the_page_unescaped() -> None:
    keep_drafts(HOSTILE)
    assert "<script" not in history(CARD).html()
