"""Two versions beside each other, in words."""

from __future__ import annotations

from coaching.made import assessment
from genuinely.coaching.studio.compared import compared

NAMES = ("version 1", "the editor")


def test_what_changed_is_said_with_its_counts() -> None:
    found = compared(("One.", "One, two, three."), NAMES, None)
    assert found["title"] == "From version 1 to the editor: 2 words added, 0 taken away"
    assert found["changes"][0] == {"kind": "same", "text": "One"}


def test_equal_texts_are_called_the_same() -> None:
    assert compared(("One.", "One."), NAMES, None)["title"] == "The two texts are the same."


def test_levels_stand_there_then_and_now_with_the_way_they_moved_in_words() -> None:
    then = assessment(levels={"concise": 2, "easy_no": 0, "clear_ask": 1})
    now = assessment(levels={"concise": 1, "easy_no": 2, "clear_ask": 1})
    rows = {row["title"]: row for row in compared(("One.", "Two."), NAMES, (then, now))["levels"]}
    assert rows["An easy way to say no"] == {
        "title": "An easy way to say no",
        "then": "○○ missing",
        "now": "●● strong",
        "moved": "▲ up",
    }
    assert rows["The right length"]["moved"] == "▼ down"
    assert rows["One clear request"]["moved"] == "= same"


def test_before_the_prediction_it_is_said_why_there_are_no_levels() -> None:
    found = compared(("One.", "Two."), NAMES, None)
    assert found["levels"] == []
    assert "once you have predicted" in found["closed"]


def test_a_text_that_could_not_be_read_has_no_levels() -> None:
    assert compared(("One.", "Two."), NAMES, (None, assessment()))["levels"] == []
