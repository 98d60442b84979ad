"""Words of a message as they stand inside a sentence of the course's."""

from __future__ import annotations

import re
from itertools import cycle

_DOUBLE = re.compile('["“”„«»]')
_STRAIGHT = re.compile('"')
_END = re.compile(r"(?:[\s,;:–—-]|(?<![.…])\.(?!\.))+$")
_INSIDE = str.maketrans({"“": "‘", "”": "’", "„": "‘", "«": "‘", "»": "’"})


def quoted(text: str, at_most: int = 90) -> str:
    """Return words for use between “ and ”: on one line, at most so many characters, cut at a word's end.

    Quotation marks inside become single ones, and a mark at the end that would meet the sentence's own is left out;
    question and exclamation marks stay.
    """
    line = " ".join(text.split())
    if _DOUBLE.search(line):
        signs = cycle("‘’")
        line = _STRAIGHT.sub(lambda _: next(signs), line.translate(_INSIDE))
    if len(line) <= at_most:
        return _END.sub("", line) or line
    head = line[: at_most + 1].rsplit(" ", 1)[0] if " " in line[: at_most + 1] else line[:at_most]
    return (_END.sub("", head) or head) + " …"
