"""What nbgrader's Autograde does once `install()` was called: `grade_assignment`, told in nbgrader's log."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from fnmatch import fnmatchcase
from typing import Any

from genuinely.grading.course import Course, course_of
from genuinely.grading.report import Report
from genuinely.grading.run import grade_assignment
from genuinely.grading.submissions import students
from genuinely.grading.trouble import CourseError, GradingError


def autograde(converter: Any) -> None:
    """Grade what an nbgrader `Autograde` was made for: its assignment, by its students.

    Its `force` has nothing to do, since whatever would come out otherwise is graded anew anyway. Settings on how
    notebooks are run, and on what is copied beside them, have no meaning here.
    Raises NbGraderException if anything could not be graded; the log then says for each what, why and the remedy.
    """
    from nbgrader.converters import NbGraderException  # type: ignore[import-untyped]

    try:
        report = _graded(converter)
    except GradingError as error:
        converter.log.error("%s", error)
        raise NbGraderException(str(error)) from error
    for student, note in report.notes:
        converter.log.warning("%s: %s", ascii(student), note)
    for student, trouble in report.troubles:
        converter.log.error("%s: %s", ascii(student), trouble)
    converter.log.info("%s", _summary(report))
    if report.troubles:
        named = ", ".join(ascii(student) for student, _ in report.troubles)
        raise NbGraderException(f"Could not be graded: {named}. The log says why. All others were graded.")


def _graded(converter: Any) -> Report:
    directory = converter.coursedir
    course = course_of(directory, converter.config)
    if directory.notebook_id != "*":
        converter.log.info(
            "Whole submissions are graded, so all of their notebooks, not only %s.", directory.notebook_id
        )
    wanted = _wanted(course, directory)
    if not converter.create_student:
        _check_known(course, wanted)

    def tell(report: Report) -> None:
        converter.log.info("Graded: %d of %d", report.done, report.total)

    with alone():
        return grade_assignment(
            course,
            directory.assignment_id,
            only=wanted,
            # One submission, as behind Formgrader's button, is graded before a process for it would have started.
            workers=0 if len(wanted) == 1 else None,
            progress=tell,
        )


@contextmanager
def alone() -> Iterator[None]:
    """Keep processes that are started meanwhile from running the script again that this one was started with.

    Python does so for whatever the script may define. That of nbgrader defines nothing, and imports for seconds.
    """
    main = vars(sys.modules["__main__"])
    script = main.pop("__file__", None)
    try:
        yield
    finally:
        if script is not None:
            main["__file__"] = script


def _wanted(course: Course, directory: Any) -> list[str]:
    """The students whom nbgrader's pattern and its list of exceptions leave. Raises CourseError if there is nobody."""
    pattern, excepted = directory.student_id, directory.student_id_exclude.split(",")
    found = [
        student
        for student in students(course, directory.assignment_id)
        if (student == pattern or fnmatchcase(student, pattern)) and student not in excepted
    ]
    if not found:
        raise CourseError(
            f"Nothing was handed in: no folder fits {course.submitted / pattern / directory.assignment_id}.",
            "Look at how the student and the assignment are spelled.",
        )
    return found


def _check_known(course: Course, wanted: Sequence[str]) -> None:
    """For instructors who enter their students themselves. Raises CourseError if somebody is not entered."""
    from nbgrader.api import Gradebook  # type: ignore[import-untyped]

    with Gradebook(course.db_url, course.id) as book:
        known = {student.id for student in book.students}
    if strange := [student for student in wanted if student not in known]:
        raise CourseError(
            f"The gradebook does not know {', '.join(map(ascii, strange))}, and Autograde.create_student is off.",
            "Enter them, or take out that setting.",
        )


def _summary(report: Report) -> str:
    return (
        f"{len(report.graded)} graded, {len(report.unchanged)} graded before and unchanged, "
        f"{len(report.troubles)} could not be graded; "
        f"{len(report.waiting) + report.by_hand} answers wait for a person, under Manual Grading."
    )
