"""Moodle's grading worksheet."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from genuinely.grading.lms.tables import parse_table
from genuinely.grading.lms.worksheet import moodle_time, read_participants
from genuinely.grading.trouble import CourseError

SHEET = (
    "\ufeffIdentifier,\"Full name\",\"ID number\",\"Email address\",Status,Grade,\"Maximum grade\","
    "\"Grade can be changed\",\"Last modified (submission)\",\"Last modified (grade)\",\"Feedback comments\"\n"
    "\"Participant 12345\",\"Ada Lovelace\",S-100,ada@example.org,\"Submitted for grading\",,100.00,Yes,"
    "\"Wednesday, 10 June 2026, 2:14 PM\",-,\n"
    "\"Participant 12346\",\"Bob Smith\",,bob@example.org,"
    "\"Submitted for grading - 1 day 3 mins late\",,100.00,Yes,-,-,\n"
)  # fmt: skip


def test_each_participant_is_found_by_number_with_time_and_lateness() -> None:
    found = read_participants(parse_table(SHEET.encode("utf-8"), "grades.csv"))
    assert found["12345"].ids == ("ada@example.org", "S-100")
    assert found["12345"].handed_in == datetime(2026, 6, 10, 14, 14)
    assert found["12345"].late is None
    assert found["12346"].handed_in is None
    assert found["12346"].late == timedelta(days=1, minutes=3)


@pytest.mark.parametrize(
    "text", ["Wednesday, 10 June 2026, 2:14 PM", "Wednesday, June 10, 2026, 2:14 PM", "10 June 2026, 14:14"]
)
def test_english_dates_are_read(text: str) -> None:
    assert moodle_time(text) == datetime(2026, 6, 10, 14, 14)


@pytest.mark.parametrize("text", ["", "-", "Mittwoch, 10. Juni 2026, 14:14"])
def test_other_dates_are_not_guessed(text: str) -> None:
    assert moodle_time(text) is None


def test_another_table_is_refused() -> None:
    with pytest.raises(CourseError, match="no column Identifier"):
        read_participants(parse_table(b"Student,ID\n", "canvas.csv"))
