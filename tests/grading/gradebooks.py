"""A course with a gradebook, made through nbgrader's own API and without its command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook

from genuinely.grading.course import Course, find_course

from .handed_in import raw, released
from .problem_set import ASSIGNMENT, NOTEBOOK, REPOSITORY, Notebook, cell_by_id, read

COURSE_ID = "genuinely"


def new_course(folder: Path) -> Course:
    """Make a course in `folder` with an empty gradebook, as after generate_assignment."""
    (folder / "solutions").mkdir(parents=True)
    shutil.copytree(REPOSITORY / "solutions" / ASSIGNMENT, folder / "solutions" / ASSIGNMENT)
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    course = find_course(folder)
    enter(course.db_url)
    return course


def enter(db_url: str, notebook: str = ASSIGNMENT) -> None:
    """Enter the problem set into a gradebook, as a notebook of this name."""
    with Gradebook(db_url, COURSE_ID) as book:
        book.update_or_create_assignment(ASSIGNMENT)
        book.add_notebook(notebook, ASSIGNMENT)
        for id, cell in released().items():
            _enter_cell(book, notebook, id, cell.text, cell.checksum)


def _enter_cell(book: Any, notebook: str, id: str, text: str, checksum: str) -> None:
    cell = cell_by_id(read("exercises"), id)
    said = cell["metadata"]["nbgrader"]
    kind = {"cell_type": cell["cell_type"]}
    book.add_source_cell(id, notebook, ASSIGNMENT, source=text, checksum=checksum, locked=said["locked"], **kind)
    if said["grade"]:
        book.add_grade_cell(id, notebook, ASSIGNMENT, max_score=float(said["points"]), **kind)
    if said["solution"]:
        book.add_solution_cell(id, notebook, ASSIGNMENT)


def hand_in(course: Course, student: str, notebook: Notebook | bytes, name: str = NOTEBOOK) -> Path:
    """Put a submission where nbgrader looks for it, and return its file."""
    folder = course.submitted / student / ASSIGNMENT
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_bytes(notebook if isinstance(notebook, bytes) else raw(notebook))
    return file


def stands(course: Course, *, assignment: str = ASSIGNMENT) -> dict[str, dict[str, tuple[float | None, bool]]]:
    """Return the automatic score of each grade, and whether a person is needed, by student and grade id.

    Fails if a grade is there twice.
    """
    found: dict[str, dict[str, tuple[float | None, bool]]] = {}
    with Gradebook(course.db_url, COURSE_ID) as book:
        for submission in book.assignment_submissions(assignment):
            grades = found.setdefault(submission.student.id, {})
            for notebook in submission.notebooks:
                for grade in notebook.grades:
                    assert grade.name not in grades or len(submission.notebooks) > 1
                    grades[grade.name] = (grade.auto_score, grade.needs_manual_grade)
    return found


def graded_notebook(course: Course, student: str) -> Notebook:
    """Return the graded notebook that lies in the student's folder."""
    file = course.autograded / student / ASSIGNMENT / NOTEBOOK
    notebook: Notebook = json.loads(file.read_text(encoding="utf-8"))
    return notebook


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
