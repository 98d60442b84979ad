"""What lies in the folder of submissions: who handed in what, and when."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from genuinely.grading.course import Course
from genuinely.grading.notebooks import MOST_BYTES
from genuinely.grading.plain_files import entries, plain_folder, read_plain
from genuinely.grading.student_ids import check_student_id
from genuinely.grading.trouble import SubmissionError
from genuinely.scenarios import FrozenDict

TIMESTAMP = "timestamp.txt"
_LONGEST_TIMESTAMP = 200

SECRET = "submission_secret.txt"
"""By what stands in it, nbgrader's exchange hands feedback to the one who submitted, and to nobody else."""
_LONGEST_SECRET = 256
_SECRET_TEXT = re.compile(r"[0-9a-f]{32,}")


@dataclass(frozen=True)
class Submission:
    """What one student handed in.

    notebooks: the bytes of each notebook of the assignment that is there, by name; one at least.
    timestamp: what the file with the time says, "" if there is none.
    """

    student: str
    notebooks: FrozenDict[str, bytes]
    timestamp: str


def students(course: Course, assignment: str) -> list[str]:
    """Return the names of all folders with something for the assignment in them, in their order."""
    if not course.submitted.is_dir():
        return []
    return [name for name in entries(course.submitted) if os.path.lexists(course.submitted / name / assignment)]


def read_submission(course: Course, student: str, assignment: str, notebooks: Sequence[str]) -> Submission:
    """Read a submission. Whatever lies beside its notebooks is not looked at.

    Raises SubmissionError, where it cannot be graded.
    """
    check_student_id(student)
    found = dict(_notebooks(course, student, assignment, notebooks))
    if not found:
        raise SubmissionError(f"There is no {notebooks[0]}.ipynb{_instead(course, student, assignment)}.", _RENAME)
    raw = read_plain(course.submitted, student, assignment, TIMESTAMP, most=_LONGEST_TIMESTAMP)
    return Submission(student, FrozenDict(found), raw.decode("utf-8", "replace") if raw else "")


def read_secret(course: Course, student: str, assignment: str) -> str:
    """Return what nbgrader's exchange put beside a submission, "" if there is nothing that looks so."""
    try:
        raw = read_plain(course.submitted, student, assignment, SECRET, most=_LONGEST_SECRET)
    except SubmissionError:
        return ""
    text = raw.decode("utf-8", "replace") if raw else ""
    return text if _SECRET_TEXT.fullmatch(text) else ""


_RENAME = "Give the notebook that was handed in this name, in the folder of the submission."


def _notebooks(course: Course, student: str, assignment: str, notebooks: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    for name in notebooks:
        raw = read_plain(course.submitted, student, assignment, f"{name}.ipynb", most=MOST_BYTES)
        if raw is not None:
            yield name, raw


def _instead(course: Course, student: str, assignment: str) -> str:
    folder = plain_folder(course.submitted, student, assignment)
    others = sorted(file.name for file in folder.glob("*.ipynb")) if folder else []
    return f", but there is {others[0]!r}" if others else ""
