"""Moodle's grading worksheet: who hides behind a participant's number, and when they handed in.

`mod/assign/feedback/offline` writes it: `Identifier` ("Participant 12345"), `Full name`, `ID number`, `Email address`,
`Status` ("Submitted for grading - 3 mins 31 secs late"), `Grade`, `Maximum grade` and `Last modified (submission)`
("Wednesday, 10 June 2026, 2:14 PM", in the site's own time).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from genuinely.grading.lms.tables import Table
from genuinely.grading.trouble import CourseError

_FORMS = ("%d %B %Y, %I:%M %p", "%B %d, %Y, %I:%M %p", "%d %B %Y, %H:%M", "%B %d, %Y, %H:%M")
_LATE = re.compile(r"((?:\d+ (?:years?|weeks?|days?|hours?|mins?|secs?),? ?)+)late", re.IGNORECASE)
_UNITS = {"year": 31_536_000, "week": 604_800, "day": 86_400, "hour": 3_600, "min": 60, "sec": 1}


@dataclass(frozen=True)
class Participant:
    """A row. ids: e-mail and ID number, where they are given. late: by how much, None for in time or not said.

    handed_in: in the time of the Moodle site, None where it is not said in English.
    """

    name: str
    ids: tuple[str, ...]
    handed_in: datetime | None
    late: timedelta | None


def read_participants(table: Table) -> dict[str, Participant]:
    """Return the rows of a worksheet by the participant's number. Raises CourseError if it is another table."""
    columns = {heading.casefold(): column for column, heading in reversed(list(enumerate(table.header)))}
    if not table.header or "identifier" not in columns:
        raise CourseError(
            f"{table.name} is not Moodle's grading worksheet: it has no column Identifier.",
            "In the assignment choose Submissions, Actions, Download grading worksheet, in English.",
        )

    def said(row: int, *headings: str) -> str:
        return next((table.value(row, columns[heading]) for heading in headings if heading in columns), "")

    found = {}
    for row in range(1, len(table.rows)):
        number = re.search(r"(\d+)$", said(row, "identifier"))
        if number:
            ids = (said(row, "email address"), said(row, "id number"), said(row, "username"))
            found[number[1]] = Participant(
                said(row, "full name"),
                tuple(filter(None, ids)),
                moodle_time(said(row, "last modified (submission)")),
                _lateness(said(row, "status")),
            )
    return found


def moodle_time(text: str) -> datetime | None:
    """Return a date as Moodle writes it in English, or None."""
    told = " ".join(text.split())
    for shown in (told, told.partition(", ")[2]):
        for form in _FORMS:
            try:
                return datetime.strptime(shown, form)
            except ValueError:
                continue
    return None


def _lateness(status: str) -> timedelta | None:
    found = _LATE.search(status)
    if not found:
        return None
    parts = re.findall(r"(\d+) (year|week|day|hour|min|sec)", found[1], re.IGNORECASE)
    return timedelta(seconds=sum(int(number) * _UNITS[unit.casefold()] for number, unit in parts))
