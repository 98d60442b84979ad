"""What is kept: every file of the learner's, with its versions."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from genuinely.keeping.names import safe
from genuinely.keeping.place import is_grading, work_folder
from genuinely.keeping.store import Entry


@dataclass(frozen=True)
class KeptFile:
    """A file of the learner's: what it is of, and its versions, the oldest first, one at least."""

    kind: str
    name: str
    file: Path
    entries: tuple[Entry, ...]

    @property
    def first(self) -> str:
        """Return the time of the first version in ISO form, "" if there is none."""
        return _time(self.entries[0])

    @property
    def last(self) -> str:
        """Return the time of the latest version in ISO form, "" if there is none."""
        return _time(self.entries[-1])


def kept_files(kind: str | None = None) -> tuple[KeptFile, ...]:
    """Return everything kept, or all of one kind, by kind and name; none while nbgrader executes.

    Files that cannot be read, or are not ours, are passed over and left as they are.
    """
    if is_grading():
        return ()
    return tuple(_all(f"{safe(kind) if kind else '*'}/*.json"))


def _all(pattern: str) -> Iterator[KeptFile]:
    for file in sorted(work_folder().glob(pattern)):
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError, RecursionError):
            whole = json.loads(file.read_text(encoding="utf-8-sig"))
            entries = whole["entries"]
            sound = isinstance(entries, list) and entries and all(isinstance(entry, dict) for entry in entries)
            if sound and ".damaged-" not in file.name:
                yield KeptFile(str(whole["kind"]), str(whole["name"]), file, tuple(entries))


def _time(entry: Entry) -> str:
    time = entry.get("time")
    return time if isinstance(time, str) else ""
