"""Feedback on its way back: the zip by which each LMS takes one file for each student.

- Canvas (Assignment, Upload Submissions; `infer_comment_context_from_filename` in `app/models/abstract_assignment.rb`)
  finds student and submission by the numbers in the name under which it gave the file out, and shows the page as a
  comment's attachment, under the name of the file that was handed in.
- Moodle (Upload multiple feedback files in a zip; `mod/assign/feedback/file/importziplib.php`) finds the student by the
  folder's `_PARTICIPANT_assignsubmission_file_`. Versions before 4.1 need its last underscore.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Literal

from genuinely.grading.course import Course
from genuinely.grading.lms.collected import Taken, read_record
from genuinely.grading.plain_files import entries, read_plain
from genuinely.grading.trouble import CourseError, SubmissionError

Back = Literal["canvas", "moodle"]

MOST_BYTES = 20_000_000
_WHEN = (1980, 1, 1, 0, 0, 0)


@dataclass
class Returned:
    """A zip's bytes, the students whose pages are in it, and what should be known, by student."""

    raw: bytes = b""
    students: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)


def feedback_zip(course: Course, assignment: str, to: Back) -> Returned:
    """Return the pages of an assignment as a zip for this LMS. Raises CourseError if there are none for it."""
    record, folder = read_record(course, assignment), course.feedback
    done = Returned()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for student in sorted(set(record) | set(_with_pages(folder, assignment))):
            for notebook, taken in sorted(record.get(student, {"": Taken("drive")}).items()):
                if taken.lms != to or not taken.kept:
                    done.notes.append((student, f"Was not collected from {to.capitalize()}; the page was left out."))
                    continue
                try:
                    page = read_plain(folder, student, assignment, f"{notebook}.html", most=MOST_BYTES)
                except SubmissionError as error:
                    done.notes.append((student, str(error)))
                    continue
                if page is None:
                    done.notes.append((student, f"There is no page for {notebook} yet."))
                    continue
                archive.writestr(_member(name_back(taken, notebook, to)), page)
                done.students.append(student)
    if not done.students:
        raise CourseError(
            f"There is no feedback on {assignment} that can go back to {to.capitalize()}.",
            "It takes submissions that `collect` took from there, which are graded, and their pages: run "
            f"`genuinely feedback {assignment}` first.",
        )
    done.raw = out.getvalue()
    return done


def name_back(taken: Taken, notebook: str, to: Back) -> str:
    """Return the path in the zip by which the LMS finds whose page it is."""
    if to == "moodle":
        return f"{taken.kept}_/{notebook}.html"
    return str(PurePosixPath(taken.kept).with_suffix(".html"))


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _WHEN)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    return info


def _with_pages(folder: Path, assignment: str) -> Iterator[str]:
    if folder.is_dir():
        yield from (name for name in entries(folder) if (folder / name / assignment).is_dir())
