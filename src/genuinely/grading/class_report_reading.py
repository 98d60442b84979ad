"""Reading a class's work for its report: from the graded notebooks, the gradebook and what was assessed before.

Graded notebooks are ours, rebuilt from the instructor's. A message is looked up among those that were assessed before;
one that is not there is read again by the assessor. Nothing of a student's is run.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from genuinely.assessing import TooLongError, assess
from genuinely.grading.answers import read_message
from genuinely.grading.class_report import ClassWork, Item, Reading, Work, reading_of
from genuinely.grading.class_report_versions import first_version
from genuinely.grading.class_report_wording import say
from genuinely.grading.course import Course, find_course
from genuinely.grading.gradebook import Gradebook
from genuinely.grading.marking import Score
from genuinely.grading.memory import FILE, Remembering, remember
from genuinely.grading.record import scores_in
from genuinely.grading.source import Cell, Released, grade_id, said, text_of
from genuinely.grading.submissions import students
from genuinely.grading.trouble import CourseError
from genuinely.scenarios import load_scenario

Points = Mapping[tuple[str, str], float | None]


def open_class(assignment: str, here: Path | None = None) -> ClassWork:
    """Return a class's work on an assignment of the course that a folder lies in: this folder, if none is given.

    Where there is no gradebook, or nothing in it, the class is empty and says what to do.
    """
    try:
        return read_class(find_course(here or Path.cwd()), assignment)
    except CourseError:
        return ClassWork(assignment, trouble=say("page.no_course"))


def read_class(course: Course, assignment: str) -> ClassWork:
    """Return a class's work on an assignment, as `genuinely grade` graded it. Raises CourseError."""
    book = Gradebook(course, assignment)
    try:
        points, released = book.points(), book.released()
    finally:
        book.close()
    memory = course.kept / FILE
    reader = _Reader(course, assignment, released, Remembering(memory))
    work = reader.read(points)
    remember(memory, reader.assessor.learned())
    return work


@dataclass(frozen=True)
class _Graded:
    """One graded notebook: how it was graded, and its cells."""

    name: str
    scores: tuple[Score, ...]
    cells: list[Cell]

    def scenario(self, id: str) -> str:
        """The card of the message that a grade is for, "" if it is for none."""
        return next((_card(cell) for cell in self._own if grade_id(cell) == id), "")

    def message(self, scenario: str) -> str:
        """What was written for a card."""
        answers = (cell for cell in self._own if said(cell, "solution") and _card(cell) == scenario)
        return next((read_message(text_of(cell)).message for cell in answers), "") if scenario else ""

    def handout(self) -> Iterator[str]:
        """What the instructor tells in it."""
        return (text_of(cell) for cell in self.cells if cell["cell_type"] == "markdown" and not _is_answer(cell))

    @cached_property
    def _own(self) -> list[Cell]:
        return [cell for cell in self.cells if "nbgrader" in cell["metadata"]]


class _Reader:
    """Goes through the graded notebooks of an assignment, one at a time."""

    def __init__(
        self, course: Course, assignment: str, released: Mapping[str, Mapping[str, Released]], assessor: Remembering
    ) -> None:
        self.assessor = assessor
        self._course = course
        self._assignment = assignment
        self._notebooks = list(released)
        graded = [id for cells in released.values() for id, cell in cells.items() if cell.points is not None]
        self._twice = {id for id, count in Counter(graded).items() if count > 1}
        self._handout: tuple[str, ...] = ()
        self._older = 0

    def read(self, points: Mapping[str, Points]) -> ClassWork:
        """Return everything, of students in the order of their ids."""
        handed_in = students(self._course, self._assignment)
        works, without = [], []
        for student in sorted({*points, *handed_in}):
            found = list(self._works(student, points.get(student, {})))
            works += found
            if not found and student in handed_in:
                without.append(student)
        versions = assess("", load_scenario(next((w.item.scenario for w in works if w.item.scenario), _ANY))).versions
        return ClassWork(
            self._assignment,
            items=tuple(dict.fromkeys(work.item for work in works)),
            works=tuple(works),
            handout=self._handout,
            not_graded=tuple(without),
            older=self._older,
            versions=(versions.assessor, versions.rubric),
            trouble="" if works else say("page.nothing", assignment=self._assignment),
        )

    def _works(self, student: str, points: Points) -> Iterator[Work]:
        for name in self._notebooks:
            graded = self._graded(student, name)
            if graded is None:
                continue
            self._handout = self._handout or tuple(graded.handout())
            for score in graded.scores:
                scenario = graded.scenario(score.grade_id)
                key = f"{name}/{score.grade_id}" if score.grade_id in self._twice else score.grade_id
                message = graded.message(scenario)
                yield Work(
                    student,
                    Item(key, score.maximum, scenario),
                    points.get((name, score.grade_id), score.points),
                    message,
                    self._reading(message, scenario, score),
                    self._before(student, scenario, message),
                    score.reason,
                    score.at_stake,
                )

    def _graded(self, student: str, name: str) -> _Graded | None:
        """A graded notebook, None if there is none of ours."""
        try:
            text = (self._course.autograded / student / self._assignment / f"{name}.ipynb").read_text(encoding="utf-8")
            notebook: dict[str, Any] = json.loads(text)
            return _Graded(name, scores_in(notebook), notebook["cells"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _reading(self, message: str, scenario: str, score: Score) -> Reading | None:
        found = self._assessed(message, scenario)
        if found is not None and any(score.made_with) and score.made_with != found[1]:
            self._older += 1
        return found[0] if found else None

    def _before(self, student: str, scenario: str, message: str) -> Reading | None:
        """The reading of a student's first version, None where none was added, or it is the one that was handed in."""
        if not message:
            return None
        first = first_version(self._course, student, self._assignment, scenario)
        found = self._assessed(first, scenario) if first.strip() != message.strip() else None
        return found[0] if found else None

    def _assessed(self, message: str, scenario: str) -> tuple[Reading, tuple[str, str, str]] | None:
        if not message:
            return None
        try:
            assessment = self.assessor(message, load_scenario(scenario))
        except TooLongError:
            return None
        versions = assessment.versions
        made_with = (versions.assessor, versions.rubric, versions.card)
        return (reading_of(message, assessment), made_with) if assessment.attempted else None


_ANY = "coat-rack"
"""A card, for the versions where no message stands in the class."""


def _card(cell: Cell) -> str:
    return str(cell["metadata"].get("genuinely", {}).get("scenario", ""))


def _is_answer(cell: Cell) -> bool:
    return "nbgrader" in cell["metadata"] and said(cell, "solution")
