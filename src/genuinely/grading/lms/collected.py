"""What is remembered of a collected submission: how the LMS names it, so that feedback finds its way back."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from genuinely.grading.course import Course
from genuinely.grading.trouble import CourseError
from genuinely.keeping.files import write_whole

FOLDER = "collected"


@dataclass(frozen=True)
class Taken:
    """Where a notebook came from.

    lms: "moodle", "canvas" or "drive". kept: Canvas's name of the file, or Moodle's of the folder.
    user: the LMS's number of the student. upload: the number of the upload, None if there is none.
    changed: when the file was changed or handed over, as an ISO date of this computer, "" if unknown.
    """

    lms: str
    kept: str = ""
    user: str = ""
    upload: int | None = None
    changed: str = ""
    late: bool = False

    def is_later_than(self, other: Taken) -> bool | None:
        """Whether this was handed in after the other, as far as can be told; None if it cannot."""
        if self.upload is not None and other.upload is not None and self.lms == other.lms:
            return None if self.upload == other.upload else self.upload > other.upload
        if self.changed and other.changed:
            mine, theirs = datetime.fromisoformat(self.changed), datetime.fromisoformat(other.changed)
            return None if mine == theirs else mine > theirs
        return None


Record = dict[str, dict[str, Taken]]
"""By student and notebook."""


def record_file(course: Course, assignment: str) -> Path:
    """Return where the record of an assignment is kept."""
    return course.kept / FOLDER / f"{assignment}.json"


def read_record(course: Course, assignment: str) -> Record:
    """Return what was collected for an assignment, nothing if nothing was. Raises CourseError if it is damaged."""
    file = record_file(course, assignment)
    try:
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return {
            student: {name: Taken(**taken) for name, taken in notebooks.items()}
            for student, notebooks in found["students"].items()
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(f"{file} is damaged ({error}).", "Delete it, and collect the whole class again.") from error


def write_record(course: Course, assignment: str, record: Record) -> None:
    """Write the record whole. Raises OSError."""
    file = record_file(course, assignment)
    file.parent.mkdir(parents=True, exist_ok=True)
    students = {
        student: {name: asdict(taken) for name, taken in notebooks.items()} for student, notebooks in record.items()
    }
    write_whole(file, json.dumps({"version": 1, "students": students}, ensure_ascii=False, indent=1, sort_keys=True))
