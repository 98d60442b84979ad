"""Versions that a learner chose to add: the file of `my_work/messages/` beside the notebook that was handed in."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator

from genuinely.assessing import is_readable
from genuinely.coaching.history import KIND
from genuinely.grading.course import Course
from genuinely.grading.plain_files import read_plain
from genuinely.grading.trouble import SubmissionError

MOST_BYTES = 1_000_000
"""Some hundreds of versions of a long message."""


def first_version(course: Course, student: str, assignment: str, scenario: str) -> str:
    """Return the first version of a message that a student has added, "" if there is none, or it cannot be read.

    It lies beside the notebook as `SCENARIO.json`, or in a folder `messages` there. It is read as data, no link is
    followed, and whatever else is wrong with it counts as none: nobody has to add any.
    """
    for folder in ((), (KIND,)):
        with contextlib.suppress(SubmissionError):
            raw = read_plain(course.submitted, student, assignment, *folder, f"{scenario}.json", most=MOST_BYTES)
            if raw is not None:
                return next(_texts(raw), "")
    return ""


def _texts(raw: bytes) -> Iterator[str]:
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return
    entries = found.get("entries") if isinstance(found, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        text = entry.get("text") if isinstance(entry, dict) else None
        if isinstance(text, str) and text.strip() and is_readable(text):
            yield text
