"""Under which heading of the instructor's notebook each thing stands that is graded."""

from __future__ import annotations

import json
import re

from genuinely.grading.source import Source, grade_id, text_of

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)[ \t#]*$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SIGNS = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")


def headings(source: Source) -> dict[str, str]:
    """Return for each grade id the last heading above it, as plain text; the id itself where there is none."""
    found, last = {}, ""
    for cell in json.loads(source.text)["cells"]:
        id = grade_id(cell) if "nbgrader" in cell["metadata"] else ""
        if cell["cell_type"] == "markdown" and id not in source.answers:
            last = next(reversed(_HEADING.findall(text_of(cell))), last)
        if id:
            found[id] = _plain(last) or id
    return found


def _plain(heading: str) -> str:
    return _SIGNS.sub("", _LINK.sub(r"\1", heading)).strip()
