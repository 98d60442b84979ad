"""Filling a gradebook that an LMS exported: points go into the cells that are meant, and all else stays as it is.

- Canvas (`lib/gradebook_exporter.rb`, `lib/gradebook_importer.rb`): `Student` or `LastName`, `FirstName`; `ID`, perhaps
  `SIS User ID`, `SIS Login ID`, `Integration ID`, `Root Account`; `Section`; columns of the course's own; an assignment
  as `Title (123)`; totals. Below the heading perhaps a row that says `Manual Posting`, then `    Points Possible`; last
  the test student. `N/A` stands where an assignment is not assigned, `EX` where somebody is excused.
- Moodle's grading worksheet of one assignment (`mod/assign/feedback/offline`): `Identifier`, `Grade`, `Maximum grade`.
- Moodle's gradebook (`grade/export/txt`): `First name`, `Last name`, `ID number`, `Email address`, and
  `Assignment: Title (Real)`, with `-` where there is no grade, and decimals as the site writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from genuinely.grading.lms.grades import Assignment
from genuinely.grading.lms.roster import TEST_STUDENT, Person, Roster, squashed
from genuinely.grading.lms.tables import Table
from genuinely.grading.trouble import CourseError

To = Literal["moodle", "canvas", "csv"]

_IDS = ("id", "sis user id", "sis login id", "id number", "idnumber", "email address", "email", "username", "user name")
_NAMES = (
    ("student",),
    ("full name",),
    ("firstname", "lastname"),
    ("first name", "last name"),
    ("first name", "surname"),
)
_WITHHELD = frozenset({"n/a", "ex", "excused"})
_COMMA = re.compile(r"-?\d+,\d+")
_NOT_POINTS = re.compile(r"\((?:percentage|letter|feedback|prozentsatz|buchstabe)\)$", re.IGNORECASE)
_CANVAS_TITLE = re.compile(r"\s*\(\d+\)$")
_MOODLE_TITLE = re.compile(r"^[^:]{1,30}:\s*(?P<title>.*?)\s*\([^()]*\)$|^[^:]{1,30}:\s*(?P<bare>.*)$")


@dataclass(frozen=True)
class Wanted:
    """What goes into a template.

    titles: what an assignment may be called beside its name. columns: the headings that were named for assignments.
    participants: for each assignment, Moodle's number of a participant by student. scale: whether points are brought to
    the template's own maximum.
    """

    assignments: Mapping[str, Assignment]
    roster: Roster
    titles: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    participants: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    scale: bool = False


@dataclass
class Filled:
    """A filled template: its bytes, how many cells were filled, and what should be known."""

    raw: bytes = b""
    filled: int = 0
    notes: list[str] = field(default_factory=list)


def fill(table: Table, wanted: Wanted) -> Filled:
    """Return a template with the points in it. Raises CourseError if a column cannot be told, or points differ."""
    if len(table.rows) < 2:
        raise CourseError(f"{table.name} has no rows.", "Export the gradebook again.")
    return _Filling(table, wanted).run()


class _Filling:
    def __init__(self, table: Table, wanted: Wanted) -> None:
        self._table, self._wanted = table, wanted
        self._heads = [" ".join(heading.casefold().split()) for heading in table.header]
        self._is_worksheet = "identifier" in self._heads
        self._comma = any(_COMMA.fullmatch(cell.value.strip()) for row in table.rows[1:] for cell in row)
        self._done = Filled()

    def run(self) -> Filled:
        columns = {name: self._column(name) for name in self._wanted.assignments}
        if self._is_worksheet and len(columns) != 1:
            raise CourseError(f"{self._table.name} is the worksheet of one assignment.", "Name that assignment alone.")
        values: dict[tuple[int, int], str] = {}
        for name, column in columns.items():
            values |= dict(self._cells(self._wanted.assignments[name], column))
        self._done.raw, self._done.filled = self._table.changed(values), len(values)
        return self._done

    def _cells(self, assignment: Assignment, column: int) -> Iterator[tuple[tuple[int, int], str]]:
        maximum = self._possible(column)
        without = set(assignment.grades)
        for row in range(1, len(self._table.rows)):
            person = self._whose(row, assignment.name)
            if person is None:
                continue
            without.discard(person.hub)
            grade = assignment.grades.get(person.hub)
            if grade is None:
                continue
            there = self._table.value(row, column)
            if column >= len(self._table.rows[row]) or there.casefold() in _WITHHELD:
                self._done.notes.append(f"{person.hub}, {assignment.name}: the cell says {there!r}, and was left so.")
                continue
            own = maximum if maximum is not None else self._number(row, self._named("maximum grade"))
            points = self._points(grade.score, assignment, own)
            if _as_number(there) != points:
                yield (row, column), self._written(points)
        for hub in sorted(without):
            self._done.notes.append(f"{hub}, {assignment.name}: has points, and no row in {self._table.name}.")

    def _points(self, score: float, assignment: Assignment, maximum: float | None) -> float:
        if maximum is None or maximum == assignment.maximum:
            return round(score, 2)
        if not self._wanted.scale:
            raise CourseError(
                f"{assignment.name} is worth {assignment.maximum:g} points here and {maximum:g} in {self._table.name}.",
                f"Make it worth {assignment.maximum:g} there, or add --scale.",
            )
        return round(score * maximum / assignment.maximum, 2) if assignment.maximum else 0.0

    def _written(self, points: float) -> str:
        told = shown(points)
        return told.replace(".", ",") if self._comma else told

    def _column(self, name: str) -> int:
        """Which column an assignment's points go into."""
        chosen = self._wanted.columns.get(name)
        if chosen is not None:
            found = [column for column, heading in enumerate(self._table.header) if heading == chosen.strip()]
        elif self._is_worksheet:
            found = [column for column, heading in enumerate(self._heads) if heading == "grade"]
        else:
            meant = {squashed(name), squashed(self._wanted.titles.get(name, name))}
            found = [column for column, title in self._titles() if squashed(title) in meant]
        if len(found) != 1:
            headings = "; ".join(heading for heading in self._table.header if heading)
            many = "no column" if not found else f"{len(found)} columns"
            raise CourseError(
                f"{self._table.name} has {many} for {name}.",
                f"Say which it is: --column {name}=HEADING. The headings are: {headings}",
            )
        return found[0]

    def _titles(self) -> Iterator[tuple[int, str]]:
        for column, heading in enumerate(self._table.header):
            if heading and not _NOT_POINTS.search(heading):
                yield column, _CANVAS_TITLE.sub("", heading)
                found = _MOODLE_TITLE.match(heading)
                if found and not _CANVAS_TITLE.search(heading):
                    yield column, found["title"] or found["bare"] or ""

    def _possible(self, column: int) -> float | None:
        """What Canvas's row says that the column is worth."""
        for row in range(1, min(4, len(self._table.rows))):
            if "points possible" in self._table.value(row, 0).casefold():
                return self._number(row, column)
        return None

    def _number(self, row: int, column: int | None) -> float | None:
        return _as_number(self._table.value(row, column))

    def _named(self, heading: str) -> int | None:
        return self._heads.index(heading) if heading in self._heads else None

    def _whose(self, row: int, assignment: str) -> Person | None:
        """Whose row it is; None for rows that are about nobody, with a word on those about somebody unknown."""
        if not any(cell.value.strip() for cell in self._table.rows[row]):
            return None
        if "points possible" in self._table.value(row, 0).casefold():
            return None
        ids = [self._table.value(row, self._named(heading)) for heading in _IDS]
        for found in (
            self._participant(row, assignment),
            *(self._wanted.roster.by_id(id) for id in ids if id),
            *(self._wanted.roster.by_name(name) for name in self._names(row)),
        ):
            if len(found) == 1:
                return found[0]
        self._unknown(row)
        return None

    def _participant(self, row: int, assignment: str) -> list[Person]:
        number = re.search(r"(\d+)$", self._table.value(row, self._named("identifier")))
        by_number = {each: hub for hub, each in self._wanted.participants.get(assignment, {}).items()}
        person = self._wanted.roster.by_hub(by_number.get(number[1], "")) if number else None
        return [person] if person else []

    def _names(self, row: int) -> Iterator[str]:
        for headings in _NAMES:
            if all(heading in self._heads for heading in headings):
                yield " ".join(self._table.value(row, self._named(heading)) for heading in headings)

    def _unknown(self, row: int) -> None:
        name = next((name for name in self._names(row) if name.strip()), "")
        shown_name = name or self._table.value(row, self._named("identifier"))
        if shown_name and squashed(shown_name) not in TEST_STUDENT:
            self._note_once(f"Row {row + 1}, {shown_name!r}: nobody in the roster, or more than one; left as it was.")

    def _note_once(self, said: str) -> None:
        if said not in self._done.notes:
            self._done.notes.append(said)


def shown(points: float) -> str:
    """Return points with at most two decimals and a dot."""
    return f"{round(points, 2):.2f}".rstrip("0").rstrip(".")


def _as_number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None
