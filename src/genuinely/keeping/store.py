"""One readable JSON file for each exercise, with every version, the oldest first."""

from __future__ import annotations

import errno
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from genuinely.keeping.files import locked, patiently, write_whole
from genuinely.keeping.names import safe
from genuinely.keeping.place import is_grading, work_folder

Entry = dict[str, Any]

_BY_CODE = {
    "ENOSPC": "full",
    "EDQUOT": "full",
    "EACCES": "read_only",
    "EPERM": "read_only",
    "EROFS": "read_only",
}


class NotKeptError(OSError):
    """A version could not be written. `why` is "full", "read_only", "busy" or "other"; `file` is its place."""

    def __init__(self, why: str, file: Path) -> None:
        self.why = why
        self.file = file
        super().__init__(f"not kept in {file}: {why}")


@dataclass(frozen=True)
class SetAside:
    """A file that could not be read, and the name under which it still lies there, untouched."""

    file: Path
    now: Path


_set_aside: list[SetAside] = []


def file_of(kind: str, name: str) -> Path:
    """Return the file in which the entries of `kind` ("messages", "journal") and `name` are kept."""
    return work_folder() / safe(kind) / f"{safe(name)}.json"


def keep(kind: str, name: str, entry: Mapping[str, Any]) -> None:
    """Add a version to the file of `kind` and `name`, with the time in ISO form under "time".

    `entry` holds what JSON can hold. One that equals the latest in everything but the time is not kept twice.
    Nothing is written while nbgrader executes. Raises NotKeptError, which says why.
    """
    if is_grading():
        return
    file = file_of(kind, name)
    new = _without_time(json.loads(json.dumps(dict(entry))))
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file):
            entries = read_entries(file)
            if entries and _without_time(entries[-1]) == new:
                return
            now = datetime.now().astimezone().isoformat(timespec="seconds")
            write_whole(file, as_json(kind, name, [*entries, {"time": now, **new}]))
    except OSError as error:
        raise NotKeptError(why(error), file) from error


def kept(kind: str, name: str) -> tuple[Entry, ...]:
    """Return the versions kept, the oldest first; none while nbgrader executes.

    A damaged file is set aside under a dated name (see `take_set_aside`) and counts as none.
    Raises NotKeptError if a sound file cannot be opened.
    """
    if is_grading():
        return ()
    file = file_of(kind, name)
    try:
        return tuple(read_entries(file))
    except OSError as error:
        raise NotKeptError(why(error), file) from error


def take_set_aside() -> tuple[SetAside, ...]:
    """Return the files set aside since the last call, so that each is told of once."""
    taken = tuple(_set_aside)
    _set_aside.clear()
    return taken


def read_entries(file: Path) -> list[Entry]:
    """Return the entries of a file, none where there is no file; a damaged one is set aside. Raises OSError."""
    if not file.exists():
        return []
    try:
        # utf-8-sig: some editors put a byte order mark in front when they save.
        entries = json.loads(file.read_text(encoding="utf-8-sig"))["entries"]
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise TypeError
    except (ValueError, KeyError, TypeError, RecursionError):
        _put_aside(file)
        return []
    return entries


def _put_aside(file: Path) -> None:
    stamp = datetime.now().strftime("%Y-%m-%d-%H%M%S")
    now = file.with_name(f"{file.stem}.damaged-{stamp}.json")
    number = 1
    while now.exists():
        number += 1
        now = file.with_name(f"{file.stem}.damaged-{stamp}-{number}.json")
    patiently(lambda: file.rename(now))
    _set_aside.append(SetAside(file, now))


def _without_time(entry: Mapping[str, Any]) -> Entry:
    return {key: value for key, value in entry.items() if key != "time"}


def as_json(kind: str, name: str, entries: list[Entry]) -> str:
    """Return the text of a file with these entries."""
    whole = {"kind": kind, "name": name, "entries": entries}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def why(error: OSError) -> str:
    """Return the reason as NotKeptError gives it."""
    if isinstance(error, TimeoutError):
        return "busy"
    return _BY_CODE.get(errno.errorcode.get(error.errno or 0, ""), "other")
