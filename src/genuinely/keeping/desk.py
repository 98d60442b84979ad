"""The latest state of something that changes by the second: replaced, never overwritten unseen.

What a learner is typing would fill a file with versions. One entry is kept instead, in the same readable form, with a
number that goes up with every writing: who writes says which number they have seen, and is refused if it is another.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from genuinely.keeping.files import locked, write_whole
from genuinely.keeping.place import is_grading
from genuinely.keeping.store import Entry, NotKeptError, as_json, file_of, kept, read_entries, why


@dataclass(frozen=True)
class Latest:
    """The entry without its number and time; `number` is 0 where nothing is kept yet."""

    number: int
    time: str
    entry: Entry


class ChangedError(Exception):
    """Somebody else has written since. `latest` is what stands there now."""

    def __init__(self, latest: Latest) -> None:
        self.latest = latest
        super().__init__(f"the latest is number {latest.number}")


def latest(kind: str, name: str) -> Latest:
    """Return what was put last under `kind` and `name`. Raises NotKeptError if the file cannot be opened."""
    return _latest(kept(kind, name))


def put(kind: str, name: str, entry: Mapping[str, object], *, seen: int) -> Latest:
    """Put an entry in place of the latest one, if that still has the number `seen`, and return it as it now stands.

    An entry that equals the latest is taken as written, whoever wrote it. Nothing is written while nbgrader executes.
    Raises ChangedError if somebody else has written since, NotKeptError if the disk refuses.
    """
    new: Entry = json.loads(json.dumps(dict(entry)))
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    if is_grading():
        return Latest(seen, now, new)
    file = file_of(kind, name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file):
            found = _latest(read_entries(file))
            if found.number and found.entry == new:
                return found
            if found.number != seen:
                raise ChangedError(found)
            write_whole(file, as_json(kind, name, [{"time": now, "number": seen + 1, **new}]))
    except OSError as error:
        raise NotKeptError(why(error), file) from error
    return Latest(seen + 1, now, new)


def _latest(entries: tuple[Entry, ...] | list[Entry]) -> Latest:
    if not entries:
        return Latest(0, "", {})
    entry = dict(entries[-1])
    number, time = entry.pop("number", 1), entry.pop("time", "")
    return Latest(number if isinstance(number, int) and number > 0 else 1, str(time), entry)
