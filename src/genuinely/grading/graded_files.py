"""Graded notebooks on their way into their folders: written beside them first, then moved, each whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
import time
from functools import partial
from pathlib import Path
from types import TracebackType

from genuinely.keeping.files import patiently

_PREFIX = ".genuinely-"
_LEFT_BEHIND = 3600.0
"""Seconds after which a folder of ours belongs to a run that was killed."""


class GradedFiles:
    """The files of one chunk. They are nowhere to be seen before `put`, and are gone unless it is called.

    Nothing is forced onto the disk at once: after a loss of power, a file that came out empty is graded anew.
    """

    def __init__(self, autograded: Path) -> None:
        autograded.mkdir(parents=True, exist_ok=True)
        _sweep(autograded)
        self._autograded = autograded
        self._waiting = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=autograded))
        self._moves: list[tuple[Path, Path]] = []

    def __enter__(self) -> GradedFiles:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        shutil.rmtree(self._waiting, ignore_errors=True)

    def write(self, student: str, assignment: str, name: str, text: str) -> None:
        """Write a file that will be `student/assignment/name`. Raises OSError if there is no room."""
        waiting = self._waiting / str(len(self._moves))
        waiting.write_text(text, encoding="utf-8", newline="\n")
        self._moves.append((waiting, self._autograded / student / assignment / name))

    def put(self) -> None:
        """Move every file to its place. Raises OSError."""
        for waiting, place in self._moves:
            place.parent.mkdir(parents=True, exist_ok=True)
            patiently(partial(_move, waiting, place))


def _move(waiting: Path, place: Path) -> None:
    if place.exists():
        place.chmod(0o644)  # nbgrader leaves them read-only, and Windows replaces none that are
    waiting.replace(place)


def _sweep(autograded: Path) -> None:
    for left in autograded.glob(f"{_PREFIX}*"):
        if time.time() - left.stat().st_mtime > _LEFT_BEHIND:
            shutil.rmtree(left, ignore_errors=True)
