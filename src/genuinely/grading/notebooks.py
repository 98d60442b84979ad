"""A notebook that somebody handed in, as data: its cells' texts, and nothing that could be run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from genuinely.grading.trouble import SubmissionError

MOST_BYTES = 5_000_000
"""Some fifty times what an honest submission holds with all its feedback."""
MOST_CELLS = 2_000
LONGEST_TEXT = 50_000
"""Characters of a cell that are kept: more than twice of what is read as a message."""
MOST_PARTS = 200_000
"""Lists and tables: each costs many times its two brackets in memory. An honest submission has some hundreds."""
DEEPEST = 64
"""Levels of lists and tables that are followed at least; a notebook has some ten."""

_OTHERS = bytes(set(range(256)) - set(b'[]{}"'))
_UNWRITABLE = re.compile("[\ud800-\udfff\x00]")

_SAVE_AGAIN = "Ask for the file as JupyterLab saves it (File, Save Notebook), not renamed, zipped or cut."


@dataclass(frozen=True)
class HandedCell:
    """A cell as it was handed in: the ids that it claims, "" for none, whether it is code, and its text.

    Of a text above `LONGEST_TEXT` the beginning is kept, one character longer than that.
    """

    grade_id: str
    cell_id: str
    is_code: bool
    text: str


def read_cells(raw: bytes) -> tuple[HandedCell, ...]:
    """Return the cells of a notebook, whatever else stands in it. Cells that are none are passed over.

    Raises SubmissionError if the bytes are no notebook, or go beyond the limits of this module.
    """
    if len(raw) > MOST_BYTES:
        raise SubmissionError(f"The notebook has more than {MOST_BYTES:,} bytes.", "Clear its outputs and save it.")
    found = _parse(raw)
    if not isinstance(found, dict) or not isinstance(found.get("cells"), list):
        if isinstance(found, dict) and "worksheets" in found:
            raise SubmissionError(
                "The notebook is of a version before 4.", "Open it in JupyterLab and save it, which converts it."
            )
        raise SubmissionError("The file is not a notebook: it has no list of cells.", _SAVE_AGAIN)
    cells = found["cells"]
    if len(cells) > MOST_CELLS:
        raise SubmissionError(f"The notebook has more than {MOST_CELLS:,} cells.", "Delete those that are not needed.")
    return tuple(_cells(cells))


def _parse(raw: bytes) -> Any:
    if not raw.strip():
        raise SubmissionError("The file is empty.", _SAVE_AGAIN)
    brackets = _brackets(raw)
    if len(brackets) > 2 * MOST_PARTS or not _is_shallow(brackets):
        raise SubmissionError("The notebook has too many parts, or is nested too deeply to be one.", _SAVE_AGAIN)
    try:
        return json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise SubmissionError("The file is not UTF-8 text.", _SAVE_AGAIN) from error
    except (ValueError, RecursionError) as error:
        raise SubmissionError(f"The file is not JSON ({_short(error)}).", _SAVE_AGAIN) from error


def _brackets(raw: bytes) -> bytes:
    """The brackets of a JSON text without those inside its strings, found without parsing it."""
    unescaped = raw.replace(b"\\\\", b"").replace(b'\\"', b"")
    return b"".join(unescaped.translate(None, _OTHERS).split(b'"')[::2])


def _is_shallow(brackets: bytes) -> bool:
    """Whether brackets outside strings stand at most some `DEEPEST` deep. Looked at before anything is parsed."""
    for _ in range(DEEPEST):
        inside = brackets.replace(b"[]", b"").replace(b"{}", b"")
        if len(inside) == len(brackets):
            return len(brackets) <= DEEPEST  # brackets without a partner, which the parser will name
        brackets = inside
    return not brackets


def _short(error: Exception) -> str:
    return str(error)[:100] if isinstance(error, json.JSONDecodeError) else type(error).__name__


def _cells(cells: list[Any]) -> Iterator[HandedCell]:
    for cell in cells:
        if isinstance(cell, dict) and (text := _text(cell.get("source"))) is not None:
            metadata = _table(cell.get("metadata"))
            grade_id = _table(metadata.get("nbgrader")).get("grade_id")
            yield HandedCell(_name(grade_id), _name(cell.get("id")), cell.get("cell_type") == "code", text)


def _text(source: object) -> str | None:
    """The text of a cell, one text or a list of lines, without what cannot be written to a file."""
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return _UNWRITABLE.sub("\ufffd", source[: LONGEST_TEXT + 1]) if isinstance(source, str) else None


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _name(value: object) -> str:
    return value if isinstance(value, str) else ""
