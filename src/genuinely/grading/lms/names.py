"""What the name of a handed-over file says: whose it is, which upload it was, and whether Canvas calls it late.

The patterns are those of the programs that write the names, and that read them again when files are returned:

- Canvas: `lib/content_zipper.rb` (`get_filename`, `add_upload_submission`) writes
  `lastnamefirstname[_LATE]_USERID_FILEID_name-of-the-file`, or `[LATE_]anon_CODE_FILEID_...` under anonymous grading.
  A later upload of the same name is called `name-1.ipynb`. `app/models/abstract_assignment.rb`
  (`infer_comment_context_from_filename`) reads the first two parts that are numbers.
- Moodle: `mod/assign/classes/downloader.php` (before 4.1 `mod/assign/locallib.php`) writes the folder
  `Full Name_PARTICIPANT_assignsubmission_file` (before 4.1 with `_` at its end), or, without folders, one file of that
  beginning; `mod/assign/feedback/file/importziplib.php` reads both. An underscore in a name has become a blank.
- A shared drive: a folder for each student, or the student's name in the name of the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

Lms = Literal["moodle", "canvas", "drive"]

_MOODLE = re.compile(r"(?P<who>.*?)_(?P<number>\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<rest>.*))?", re.DOTALL)
_CANVAS = re.compile(
    r"(?:(?P<who>.+?)_)??(?P<late>LATE_)?(?:(?P<user>\d+)|anon_(?P<anon>[A-Za-z0-9]+))_(?P<file>\d+)_(?P<name>.+)",
    re.DOTALL,
)
_COPY = re.compile(r"(?:[-_ ]?copy\d*|[-_]\d{1,3}| ?\(\d{1,3}\))$", re.IGNORECASE)
_COPY_OF = re.compile(r"^copy of ", re.IGNORECASE)


@dataclass(frozen=True)
class Label:
    """What a path in the source says.

    name: the file's own name, as its student called it.
    who: texts that may name the student, the most telling first.
    user: the number by which the LMS knows the student (Canvas's user, Moodle's participant), "" for none.
    upload: the number of the upload, greater for a later one; None where there is none.
    kept: by what name the LMS wants feedback back: Canvas's name of the file, Moodle's name of the folder.
    kind: Moodle's kind of submission, "file" for all others.
    """

    lms: Lms
    name: str
    who: tuple[str, ...] = ()
    user: str = ""
    upload: int | None = None
    late: bool = False
    kept: str = ""
    kind: str = "file"


def read_label(parts: Sequence[str], lms: Lms | None = None) -> Label:
    """Return what the path of a file says, as this LMS writes it, or as whichever it looks like."""
    found = None
    if lms in (None, "moodle"):
        found = _moodle(parts)
    if found is None and lms in (None, "canvas"):
        found = _canvas(parts[-1])
    return found or Label(lms or "drive", parts[-1], who=(*parts[:-1][::-1], PurePosixPath(parts[-1]).stem))


def _moodle(parts: Sequence[str]) -> Label | None:
    for at, part in enumerate(parts):
        found = _MOODLE.fullmatch(part)
        if found:
            name = parts[-1] if at < len(parts) - 1 else found["rest"] or ""
            kept = f"{found['who']}_{found['number']}_assignsubmission_{found['kind']}"
            return Label("moodle", name, (found["who"],), found["number"], kept=kept, kind=found["kind"])
    return None


def _canvas(part: str) -> Label | None:
    found = _CANVAS.fullmatch(part)
    if not found:
        return None
    who, late = found["who"] or "", bool(found["late"])
    if who.endswith("_LATE") or who == "LATE":
        who, late = who.removesuffix("LATE").removesuffix("_"), True
    user = found["user"] or f"anon_{found['anon']}"
    return Label("canvas", found["name"], (who,) if who else (), user, int(found["file"]), late, kept=part)


def stems(name: str) -> Iterator[str]:
    """Yield a notebook's name without `.ipynb`, then without each thing that browsers and Canvas add to a copy."""
    stem = PurePosixPath(name).stem.strip()
    yield stem
    stem = _COPY_OF.sub("", stem)
    yield stem
    while stem != (shorter := _COPY.sub("", stem).strip()) and shorter:
        stem = shorter
        yield stem


def copies(name: str) -> int:
    """Return the number that a second or third copy of a file has in its name, 0 for the first."""
    numbers = re.findall(r"(?:-|\()(\d{1,3})\)?$", PurePosixPath(name).stem.strip())
    return int(numbers[-1]) if numbers else 0
