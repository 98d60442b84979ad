"""What the gradebook says of whole assignments: due dates, and everybody's points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from genuinely.grading.course import Course
from genuinely.grading.trouble import CourseError
from genuinely.scenarios import FrozenDict


@dataclass(frozen=True)
class Grade:
    """What somebody has for an assignment. score: after the penalty for lateness, 0 or more.

    waits: whether an answer stands on the manual-grading list, so that the score may change.
    due: when it was due for this student, extensions included, in UTC without a zone.
    """

    score: float
    penalty: float
    waits: bool
    due: datetime | None


@dataclass(frozen=True)
class Assignment:
    """An assignment with the grades of all who have a submission in the gradebook, by student."""

    name: str
    maximum: float
    due: datetime | None
    grades: FrozenDict[str, Grade]

    def due_for(self, student: str) -> datetime | None:
        """Return when it is due for this student."""
        grade = self.grades.get(student)
        return grade.due if grade else self.due


def read_assignments(course: Course, names: Sequence[str] = ()) -> dict[str, Assignment]:
    """Return the assignments of these names, or all, in the order of the names, or of the gradebook's own.

    Raises CourseError if the gradebook does not know one of them, or cannot be read.
    """
    with _opened(course) as book:
        known: Mapping[str, Any] = {assignment.name: assignment for assignment in book.assignments}
        missing = [name for name in names if name not in known]
        if missing:
            listed = ", ".join(sorted(known)) or "none"
            raise CourseError(f"The gradebook does not know the assignment {missing[0]!r}.", f"It knows: {listed}.")
        return {name: _assignment(known[name]) for name in dict.fromkeys(names or sorted(known))}


def _assignment(found: Any) -> Assignment:
    grades = {submission.student_id: _grade(submission) for submission in found.submissions}
    return Assignment(found.name, float(found.max_score or 0.0), found.duedate, FrozenDict(sorted(grades.items())))


def _grade(submission: Any) -> Grade:
    penalty = float(submission.late_submission_penalty or 0.0)
    score = max(0.0, float(submission.score or 0.0) - penalty)
    return Grade(score, penalty, bool(submission.needs_manual_grade), submission.duedate)


@contextmanager
def _opened(course: Course) -> Iterator[Any]:
    from nbgrader.api import Gradebook  # type: ignore[import-untyped]
    from sqlalchemy.engine import make_url
    from sqlalchemy.exc import SQLAlchemyError

    url = make_url(course.db_url)
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).is_file():
        raise CourseError(
            f"There is no gradebook {url.database}.", "Run `genuinely nbgrader generate_assignment NAME`."
        )
    try:
        book = Gradebook(course.db_url, course.id)
    except SQLAlchemyError as error:
        raise CourseError(f"The gradebook cannot be opened ({_short(error)}).", "Check the address.") from error
    try:
        yield book
    except SQLAlchemyError as error:
        raise CourseError(
            f"The gradebook cannot be read ({_short(error)}).", "Try again when nothing writes to it."
        ) from error
    finally:
        book.close()


def _short(error: Exception) -> str:
    return " ".join(str(getattr(error, "orig", None) or error).split())[:200]
