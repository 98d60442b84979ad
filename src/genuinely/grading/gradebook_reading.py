"""nbgrader's gradebook for those who only read: by its tables, without the seconds that nbgrader takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, create_engine, text

from genuinely.grading.course import Course
from genuinely.grading.gradebook import address, named, unknown
from genuinely.grading.source import Released

_RELEASED = """
SELECT n.name, c.name, c.source, c.checksum, COALESCE(g.max_score, t.max_score)
FROM source_cell c
JOIN notebook n ON n.id = c.notebook_id
JOIN assignment a ON a.id = n.assignment_id
LEFT JOIN base_cell b ON b.notebook_id = n.id AND b.name = c.name AND b.type IN ('GradeCell', 'TaskCell')
LEFT JOIN grade_cells g ON g.id = b.id
LEFT JOIN task_cells t ON t.id = b.id
WHERE a.name = :assignment
"""

_SUBMITTED = """
FROM submitted_notebook s
JOIN notebook n ON n.id = s.notebook_id
JOIN submitted_assignment p ON p.id = s.assignment_id
JOIN assignment a ON a.id = p.assignment_id
"""
_PENALTIES = f"SELECT p.student_id, n.name, s.late_submission_penalty {_SUBMITTED} WHERE a.name = :assignment"
_GRADES = f"""
SELECT p.student_id, n.name, c.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade {_SUBMITTED}
JOIN grade g ON g.notebook_id = s.id JOIN base_cell c ON c.id = g.cell_id WHERE a.name = :assignment
"""
_COMMENTS = f"""
SELECT p.student_id, n.name, c.name, k.manual_comment, k.auto_comment {_SUBMITTED}
JOIN comment k ON k.notebook_id = s.id JOIN base_cell c ON c.id = k.cell_id WHERE a.name = :assignment
"""


@dataclass(frozen=True)
class Given:
    """What the gradebook says of one grade.

    points: what counts, without extra credit; None as long as there are none.
    by_person: whether a person gave them.
    """

    points: float | None
    extra: float = 0.0
    by_person: bool = False
    needs_person: bool = False


@dataclass(frozen=True)
class Told:
    """What the gradebook says of one student's notebook, by grade id.

    comments: a person's. notes: those that grading wrote. Neither has an empty one.
    """

    penalty: float = 0.0
    grades: dict[str, Given] = field(default_factory=dict)
    comments: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


class ReadGradebook:
    """What a gradebook says of one assignment. Raises CourseError for whatever the database refuses."""

    def __init__(self, course: Course, assignment: str) -> None:
        url, _ = address(course, assignment)
        self._assignment = assignment
        with named():
            self._engine = create_engine(url)

    def released(self) -> dict[str, dict[str, Released]]:
        """Return what was entered when the assignment was made: by notebook and grade id."""
        found: dict[str, dict[str, Released]] = {}
        with self._reading() as connection:
            for notebook, cell, source, checksum, points in self._rows(connection, _RELEASED):
                found.setdefault(notebook, {})[cell] = Released(source or "", checksum or "", points)
        return found

    def told(self) -> dict[tuple[str, str], Told]:
        """Return what stands there of each student and notebook that has a submission."""
        with self._reading() as connection:
            found = {
                (student, notebook): Told(float(penalty or 0))
                for student, notebook, penalty in self._rows(connection, _PENALTIES)
            }
            for student, notebook, cell, auto, manual, extra, needs_person in self._rows(connection, _GRADES):
                points = auto if manual is None else manual
                if (told := found.get((student, notebook))) is not None:  # else it came between the questions
                    told.grades[cell] = Given(points, float(extra or 0), manual is not None, bool(needs_person))
            for student, notebook, cell, comment, note in self._rows(connection, _COMMENTS):
                if (told := found.get((student, notebook))) is not None:
                    told.comments.update({cell: comment} if comment else {})
                    told.notes.update({cell: note} if note else {})
        return found

    def _rows(self, connection: Connection, query: str) -> Any:
        return connection.execute(text(query), {"assignment": self._assignment})

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A look at the gradebook as it is at one moment. Nothing is held open behind it."""
        try:
            with named(), self._engine.connect() as connection:
                known = "SELECT COUNT(*) FROM assignment a WHERE a.name = :assignment"
                if not self._rows(connection, known).scalar():
                    raise unknown(self._assignment)
                yield connection
        finally:
            self._engine.dispose()
