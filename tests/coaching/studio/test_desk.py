"""What is being written, the versions kept, and the predictions."""

from __future__ import annotations

import errno
import os

import pytest

from genuinely.coaching.studio.desk import Desk, Standing, clock, rounds
from genuinely.keeping import keep, kept

DESK = Desk("coat-rack")


def test_what_was_written_last_stands_there_with_its_number() -> None:
    assert DESK.standing().number == 0
    first = DESK.write("Dear Gergely", open=False, seen=0)
    second = DESK.write("Dear Gergely,", open=True, seen=first.standing.number)
    assert second.kept
    assert (DESK.standing().text, DESK.standing().number, DESK.standing().open) == ("Dear Gergely,", 2, True)


def test_nothing_is_overwritten_that_was_not_seen() -> None:
    DESK.write("mine", open=False, seen=0)
    late = DESK.write("theirs", open=False, seen=0)
    assert late.conflict
    assert late.standing.text == "mine"
    assert DESK.standing().text == "mine"


def test_the_same_text_from_two_places_is_no_conflict() -> None:
    DESK.write("mine", open=False, seen=0)
    assert not DESK.write("mine", open=True, seen=0).conflict


def test_before_anything_was_typed_the_latest_version_stands_there() -> None:
    keep("messages", "coat-rack", {"text": "from a cell"})
    assert DESK.standing().text == "from a cell"


def test_versions_count_from_one_and_the_same_text_is_kept_once() -> None:
    first, again, second = DESK.keep("One."), DESK.keep("One."), DESK.keep("Two.")
    assert [(each.number, each.new) for each in (first, again, second)] == [(1, True), (1, False), (2, True)]
    assert [version.text for version in DESK.kept()] == ["One.", "Two."]


def test_a_blank_text_is_no_version() -> None:
    assert DESK.keep("  \n").number == 0
    assert DESK.kept() == ()


def test_a_full_disk_is_said_and_the_text_is_not_lost_from_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", refuse)
    taken = DESK.write("Dear Gergely", open=False, seen=0)
    assert not taken.kept
    assert not taken.conflict
    assert "no room left" in taken.troubles[0]
    assert "no room left" in DESK.keep("Dear Gergely").troubles[0]


def test_a_file_that_the_disk_does_not_give_is_not_taken_for_none(monkeypatch: pytest.MonkeyPatch) -> None:
    DESK.write("Dear Gergely", open=False, seen=0)

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr("genuinely.keeping.store.read_entries", refuse)
    assert DESK.standing() == Standing(0, unread=True)


def test_nothing_is_written_while_a_notebook_is_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    DESK.write("Dear Gergely", open=False, seen=0)
    assert DESK.keep("Dear Gergely").number == 0
    monkeypatch.delenv("NBGRADER_EXECUTION")
    assert DESK.standing().text == ""


def test_predictions_for_all_messages_come_back_the_oldest_first() -> None:
    DESK.predict({"concise": 2}, {"concise": 1})
    Desk("waiting-room-ux").predict({"concise": 0}, {"concise": 1})
    assert [dict(each.predicted) for each in rounds()] == [{"concise": 2}, {"concise": 0}]


def test_an_entry_that_is_no_prediction_does_no_harm() -> None:
    keep("predictions", "studio", {"predicted": {"concise": "high", "context": True}, "found": 3})
    assert [(dict(each.predicted), dict(each.found)) for each in rounds()] == [({}, {})]


def test_what_is_kept_under_its_own_folders_stays_apart() -> None:
    own = Desk("first", "own_desk", "own")
    own.write("to a real person", open=False, seen=0)
    own.keep("to a real person")
    assert kept("messages", "first") == ()
    assert kept("own", "first")[0]["text"] == "to a real person"


def test_a_time_that_cannot_be_read_is_a_dash() -> None:
    assert clock("2026-03-01T09:05:00+01:00") == "2026-03-01 09:05"
    assert clock("yesterday") == "–"
