"""Which names of folders are student ids: none that could lead out of its folder, on any system."""

from __future__ import annotations

import re

from genuinely.grading.trouble import SubmissionError

LONGEST = 128
"""Characters that nbgrader's gradebook takes."""

_FORBIDDEN = re.compile(r'[/\\:*?"<>|]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


def check_student_id(id: str) -> str:
    """Return `id` if it is the plain name of one folder on every system. Raises SubmissionError."""
    found = _fault(id)
    if found:
        raise SubmissionError(
            f"The student id {id!r} {found}.", "Rename the folder: letters, digits, dots, hyphens and underscores do."
        )
    return id


def _fault(id: str) -> str:
    if not id or id != id.strip():
        return "is empty, or has a blank at its beginning or end"
    if len(id) > LONGEST or len(id.encode("utf-8", "replace")) > 2 * LONGEST - 1:
        return f"has more than {LONGEST} characters"
    if not id.isprintable():
        return "has a character that cannot be seen"
    if id.startswith(".") or id.endswith("."):
        return "begins or ends with a dot"
    if strange := _FORBIDDEN.search(id):
        return f"has the character {strange[0]!r}, which belongs to paths"
    if _RESERVED.fullmatch(id):
        return "is a name that Windows keeps for a device"
    return ""
