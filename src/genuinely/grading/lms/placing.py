"""Where a submission stands in nbgrader's tree, and how another takes its place: whole, with the earlier one kept."""

from __future__ import annotations

import os
from datetime import datetime

from genuinely.grading.course import Course
from genuinely.grading.lms.collected import Taken
from genuinely.grading.lms.outgoing import write_whole_bytes
from genuinely.grading.notebooks import MOST_BYTES
from genuinely.grading.plain_files import plain_folder, read_plain
from genuinely.grading.submissions import TIMESTAMP
from genuinely.grading.trouble import CourseError, SubmissionError

EARLIER = "earlier"
"""Beside the folder of submissions: what was replaced, by student, assignment and number."""


class Place:
    """The place of one notebook of one student."""

    def __init__(self, course: Course, student: str, assignment: str, notebook: str) -> None:
        self._root = course.submitted
        self._parts = (student, assignment)
        self._name = f"{notebook}.ipynb"
        self._earlier = course.kept / EARLIER / student / assignment
        self._check_spelling(student)

    def read(self) -> bytes | None:
        """Return what is there, None for nothing. Raises SubmissionError if it cannot be read or is a link."""
        return read_plain(self._root, *self._parts, self._name, most=2 * MOST_BYTES)

    def as_taken(self) -> Taken:
        """Return what can be told of a submission that was put there by hand: when its file was changed."""
        file = self._root.joinpath(*self._parts, self._name)
        changed = datetime.fromtimestamp(file.stat().st_mtime).isoformat() if file.is_file() else ""
        return Taken("drive", changed=changed)

    @property
    def has_time(self) -> bool:
        """Return whether there is a file with the time."""
        return os.path.lexists(self._root.joinpath(*self._parts, TIMESTAMP))

    def tell_time(self, handed_in: datetime | None) -> None:
        """Write when it was handed in, in UTC without a zone. Raises OSError."""
        if handed_in is not None:
            write_whole_bytes(
                self._root.joinpath(*self._parts, TIMESTAMP), f"{handed_in.isoformat(' ')} UTC\n".encode("ascii")
            )

    def put(self, raw: bytes, handed_in: datetime | None) -> None:
        """Put a submission there, with the time if it is known. Raises SubmissionError, CourseError."""
        before = self.read()
        try:
            if before is not None:
                self._keep(before)
            folder = self._root.joinpath(*self._parts)
            folder.mkdir(parents=True, exist_ok=True)
            plain_folder(self._root, *self._parts)
            write_whole_bytes(folder / self._name, raw)
            (folder / TIMESTAMP).unlink(missing_ok=True)  # it told the time of the earlier one
            self.tell_time(handed_in)
        except OSError as error:
            raise CourseError(
                f"{self._root.joinpath(*self._parts)} cannot be written to ({error.strerror}).",
                "Make room or mend its rights, and collect again. What was placed before is whole.",
            ) from error

    def _keep(self, before: bytes) -> None:
        self._earlier.mkdir(parents=True, exist_ok=True)
        number = 1 + len(list(self._earlier.iterdir()))
        while (place := self._earlier / f"{number}-{self._name}").exists():
            number += 1
        write_whole_bytes(place, before)

    def _check_spelling(self, student: str) -> None:
        """Whether another folder has this name but for capitals, which are one folder on some systems."""
        if not self._root.is_dir():
            return
        alike = [name for name in os.listdir(self._root) if name != student and name.casefold() == student.casefold()]  # noqa: PTH208 - of thousands
        if alike:
            raise SubmissionError(
                f"There is a folder {alike[0]!r} in {self._root.name} already, the same name but for capitals.",
                "Write one and the same name into the roster.",
            )
