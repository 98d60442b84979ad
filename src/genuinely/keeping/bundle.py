"""All of a learner's work in one file to take along, and the way back: for a server that will be gone tomorrow."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from genuinely.keeping.files import locked, write_whole
from genuinely.keeping.names import safe
from genuinely.keeping.place import is_grading, work_folder
from genuinely.keeping.store import Entry, NotKeptError, as_json, file_of, read_entries, why

LARGEST = 50_000_000
"""Bytes that are unpacked at most: many times what a course's worth of writing comes to."""


class NotABundleError(ValueError):
    """The file is not one that `pack` made."""


def pack() -> bytes:
    """Return every file of the work folder as a ZIP archive, `<kind>/<name>.json` each."""
    folder = work_folder()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if not is_grading() and folder.is_dir():
            for file in sorted(folder.glob("*/*.json")):
                archive.write(file, file.relative_to(folder).as_posix())
    return out.getvalue()


def unpack(packed: bytes) -> int:
    """Bring back what `pack` took along, and return how many files came.

    Nothing here is lost: versions from both sides are put together in the order of their times.
    Raises NotABundleError if the archive is another, NotKeptError if the disk refuses.
    """
    files = tuple(_files(packed))
    for kind, name, entries in files:
        _merge(kind, name, entries)
    return len(files)


def _files(packed: bytes) -> Iterator[tuple[str, str, list[Entry]]]:
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir()]
            if not parts or sum(part.file_size for part in parts) > LARGEST:
                raise NotABundleError
            for part in parts:
                yield _file(part.filename, archive.read(part))
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, RecursionError, NotImplementedError) as error:
        raise NotABundleError("This file was not made by the course's download.") from error


def _file(path: str, content: bytes) -> tuple[str, str, list[Entry]]:
    """The kind and name come from inside the file, and `file_of` makes them safe; the path only has to agree."""
    found = json.loads(content.decode("utf-8-sig"))
    kind, name, entries = found["kind"], found["name"], found["entries"]
    if PurePosixPath(path).parts != (safe(kind), f"{safe(name)}.json"):
        raise ValueError(path)
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise TypeError(path)
    return kind, name, entries


def _merge(kind: str, name: str, brought: list[Entry]) -> None:
    file = file_of(kind, name)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with locked(file):
            here = read_entries(file)
            new = [entry for entry in brought if entry not in here]
            if new:
                merged = sorted([*here, *new], key=lambda entry: str(entry.get("time", "")))
                write_whole(file, as_json(kind, name, merged))
    except OSError as error:
        raise NotKeptError(why(error), file) from error
