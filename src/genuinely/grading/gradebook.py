"""nbgrader's gradebook, read and written through nbgrader's own classes: one transaction for many submissions."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from genuinely.grading.course import Course
from genuinely.grading.grade import Graded
from genuinely.grading.lateness import Lateness
from genuinely.grading.source import Released
from genuinely.grading.trouble import CourseError

PATIENCE = 60
"""Seconds that a writer waits for another program to let go of an SQLite gradebook."""

_GENERATE = "Run `genuinely nbgrader generate_assignment {name} --force`."


@dataclass(frozen=True)
class Entry:
    """What is written for one student.

    notebooks: by name, how each was graded; None for one that was not handed in. One that is left out stays as it is.
    handed_in: in UTC, without a zone; None leaves what is there.
    """

    student: str
    notebooks: Mapping[str, Graded | None]
    handed_in: datetime | None = None


@dataclass(frozen=True)
class Standing:
    """What the gradebook says of one score: the automatic one, and whether it stands on the manual-grading list.

    by_person: whether a person has given points of their own.
    """

    auto_score: float | None
    needs_person: bool
    by_person: bool = False


class Gradebook:
    """The part of a gradebook that belongs to one assignment. Raises CourseError for whatever the database refuses."""

    def __init__(self, course: Course, assignment: str) -> None:
        from nbgrader import api  # type: ignore[import-untyped]

        self._api = api
        self._name = assignment
        self._lateness = Lateness(course.config)
        url, self._file = address(course, assignment)
        if self._file is not None:
            self._seen = self._file.stat()
        with named():
            self._book = api.Gradebook(url.render_as_string(hide_password=False), course.id)

    def close(self) -> None:
        """Let go of the database."""
        self._book.close()

    def released(self) -> dict[str, dict[str, Released]]:
        """Return what was entered when the assignment was made: by notebook and grade id."""
        with named(), self._session():
            return {notebook.name: self._cells(notebook) for notebook in self._assignment().notebooks}

    def standings(self) -> dict[str, dict[tuple[str, str], Standing]]:
        """Return what stands in the gradebook of all who have a submission: by student, then notebook and grade id."""
        grade = self._api.Grade
        found: dict[str, dict[tuple[str, str], Standing]] = {}
        columns = (grade.auto_score, grade.needs_manual_grade, grade.manual_score)
        for student, notebook, cell, score, needs_person, manual in self._grades(*columns):
            found.setdefault(student, {})[notebook, cell] = Standing(score, needs_person, manual is not None)
        return found

    def points(self) -> dict[str, dict[tuple[str, str], float | None]]:
        """Return what nbgrader counts for each grade: a person's points before the automatic ones; None for none."""
        grade = self._api.Grade
        found: dict[str, dict[tuple[str, str], float | None]] = {}
        columns = (grade.auto_score, grade.manual_score, grade.extra_credit)
        for student, notebook, cell, auto, manual, extra in self._grades(*columns):
            score = auto if manual is None else manual
            found.setdefault(student, {})[notebook, cell] = None if score is None else float(score) + float(extra or 0)
        return found

    def _grades(self, *columns: Any) -> list[Any]:
        """Of every grade of the assignment: student, notebook, grade id, and these columns."""
        api = self._api
        with named(), self._session() as session:
            rows = (
                session.query(api.SubmittedAssignment.student_id, api.Notebook.name, api.BaseCell.name, *columns)
                .select_from(api.Grade)
                .join(api.SubmittedNotebook, api.SubmittedNotebook.id == api.Grade.notebook_id)
                .join(api.Notebook, api.Notebook.id == api.SubmittedNotebook.notebook_id)
                .join(api.SubmittedAssignment, api.SubmittedAssignment.id == api.SubmittedNotebook.assignment_id)
                .join(api.BaseCell, api.BaseCell.id == api.Grade.cell_id)
                .filter(api.SubmittedAssignment.assignment == self._assignment())
            )
            return list(rows)

    def put(self, entries: Sequence[Entry]) -> None:
        """Write all entries or none. Manual scores, extra credit and comments of a person stay as they are."""
        self._still_there()
        with named(), self._session() as session:
            if self._file is not None:
                session.execute(text("BEGIN IMMEDIATE"))  # nobody writes between what is read here and what is written
            assignment = self._assignment()
            submissions = self._submissions(assignment, [entry.student for entry in entries])
            for entry in entries:
                submission = submissions.get(entry.student) or self._new(assignment, entry.student)
                self._write(submission, entry)
            session.flush()
            self._still_there()
            session.commit()
            self._still_there()

    @contextmanager
    def _session(self) -> Iterator[Any]:
        session = self._book.db()
        try:
            yield session
        finally:
            session.rollback()  # nothing is left open, and what was not committed is gone

    def _still_there(self) -> None:
        """A file that somebody has deleted takes writing as before, and keeps nothing."""
        if self._file is not None and not (self._file.is_file() and os.path.samestat(self._seen, self._file.stat())):
            raise CourseError(f"The gradebook {self._file} is gone.", "Put it back, and grade again.")

    def _assignment(self) -> Any:
        try:
            return self._book.find_assignment(self._name)
        except self._api.MissingEntry as error:
            raise unknown(self._name) from error

    def _cells(self, notebook: Any) -> dict[str, Released]:
        points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
        return {
            cell.name: Released(cell.source or "", cell.checksum or "", points.get(cell.name))
            for cell in notebook.source_cells
        }

    def _submissions(self, assignment: Any, students: Sequence[str]) -> dict[str, Any]:
        """The submissions that are there, with their grades held against others until the end of the transaction."""
        from sqlalchemy.orm import selectinload  # here, since those who only read do without its tenth of a second

        api, session = self._api, self._book.db
        wanted = (api.SubmittedAssignment.assignment == assignment, api.SubmittedAssignment.student_id.in_(students))
        held = session.query(api.Grade).join(api.SubmittedNotebook, api.SubmittedNotebook.id == api.Grade.notebook_id)
        held = held.join(api.SubmittedAssignment, api.SubmittedAssignment.id == api.SubmittedNotebook.assignment_id)
        held.filter(*wanted).with_for_update(of=api.Grade).all()
        notebooks = selectinload(api.SubmittedAssignment.notebooks)
        query = (
            session.query(api.SubmittedAssignment)
            .filter(*wanted)
            .options(notebooks.selectinload(api.SubmittedNotebook.grades))
            .options(notebooks.selectinload(api.SubmittedNotebook.comments))
        )
        return {submission.student_id: submission for submission in query}

    def _new(self, assignment: Any, student: str) -> Any:
        """A submission as nbgrader's `add_submission` makes it, but without committing each."""
        api, session = self._api, self._book.db
        with session.no_autoflush:
            person = session.get(api.Student, student) or api.Student(id=student)
            submission = api.SubmittedAssignment(assignment=assignment, student=person)
            for notebook in assignment.notebooks:
                submitted = api.SubmittedNotebook(notebook=notebook, assignment=submission)
                for cell in notebook.grade_cells:
                    api.Grade(cell_id=cell.id, notebook=submitted)
                for cell in notebook.solution_cells:
                    api.Comment(cell_id=cell.id, notebook=submitted)
            session.add(submission)
        return submission

    def _write(self, submission: Any, entry: Entry) -> None:
        if entry.handed_in is not None:
            submission.timestamp = entry.handed_in
        late = submission.total_seconds_late if submission.assignment.duedate else 0
        for notebook in submission.notebooks:
            name = notebook.notebook.name
            if name in entry.notebooks:
                _write_notebook(notebook, entry.notebooks[name])
            total = sum(map(_total, notebook.grades))
            notebook.late_submission_penalty = self._lateness.penalty(entry.student, total, late) if late > 0 else None


def address(course: Course, assignment: str) -> tuple[URL, Path | None]:
    """Return where a course's gradebook is, and its file if it is SQLite's. Raises CourseError if that is not there."""
    url = make_url(course.db_url)
    file = Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
    if file is None:
        return url, None
    if not file.is_file():
        raise CourseError(f"There is no gradebook {file}.", _GENERATE.format(name=assignment))
    return url.update_query_dict({"timeout": str(PATIENCE)}), file


def unknown(assignment: str) -> CourseError:
    """Return what there is to say of an assignment that the gradebook does not know."""
    return CourseError(f"The gradebook does not know the assignment {assignment!r}.", _GENERATE.format(name=assignment))


def _write_notebook(notebook: Any, graded: Graded | None) -> None:
    """As nbgrader's SaveAutoGrades does; what needs a person by our reading is on the same list."""
    names = {cell.id: cell.name for cell in (*notebook.notebook.grade_cells, *notebook.notebook.solution_cells)}
    scores = {score.grade_id: score for score in graded.scores} if graded else {}
    for grade in notebook.grades:
        score = scores.get(names[grade.cell_id])
        grade.auto_score = score.points if score else 0.0
        needs_person = score is not None and (score.points is None or score.needs_person)
        grade.needs_manual_grade = needs_person or (graded is not None and grade.manual_score is not None)
    for comment in notebook.comments:
        if graded:
            comment.auto_comment = graded.comments[names[comment.cell_id]] or None


def _total(grade: Any) -> float:
    """What nbgrader counts: a person's score before the automatic one, and extra credit on top of either."""
    score = grade.manual_score if grade.manual_score is not None else grade.auto_score
    return 0.0 if score is None else float(score) + float(grade.extra_credit or 0.0)


@contextmanager
def named() -> Iterator[None]:
    """Say in a sentence what a database refused."""
    try:
        yield
    except SQLAlchemyError as error:
        said = " ".join(str(getattr(error, "orig", None) or error).split())[:200]
        if "locked" in said:
            raise CourseError(
                "Another program holds the gradebook.",
                "Close what writes to it (the Formgrader page), and grade again.",
            ) from error
        if "no such column" in said or "does not exist" in said:
            raise CourseError(
                f"The gradebook is of another version of nbgrader ({said}).",
                "Make a copy of it, then run `genuinely nbgrader db upgrade`.",
            ) from error
        raise CourseError(
            f"The gradebook refused: {said}.", "What was written before is kept. Mend it, and grade again."
        ) from error
