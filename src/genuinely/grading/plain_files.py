"""Reading what lies in a folder that others have filled: regular files alone, and no link at any level."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from genuinely.grading.trouble import SubmissionError

_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""A pipe that nobody writes to would hold up whoever opens it and waits."""

_NAME_SURROGATE = 0x20000000
"""The bit by which Windows tells a name for another place from a file that a cloud folder has yet to fetch."""

_COPY = "Put a copy of the file itself there."


def read_plain(root: Path, *parts: str, most: int) -> bytes | None:
    """Return the bytes of the file `root/part/part...`, or None if there is nothing.

    `root` is the instructor's own; below it no folder and no file may be a link.
    Raises SubmissionError for a link, for anything but a regular file, and above `most` bytes.
    """
    *folders, name = parts
    folder = plain_folder(root, *folders)
    found = _look(folder / name) if folder else None
    if found is None or folder is None:
        return None
    if _is_link(found):
        raise SubmissionError(f"{name} is a link, and links are not followed.", _COPY)
    if not stat.S_ISREG(found.st_mode):
        raise SubmissionError(f"{name} is not a file.", _COPY)
    return _read(folder / name, found, most)


def plain_folder(root: Path, *parts: str) -> Path | None:
    """Return the folder `root/part/part...`, or None if there is none. Raises SubmissionError if one is a link."""
    folder = root
    for part in parts:
        folder /= part
        found = _look(folder)
        if found is None:
            return None
        if _is_link(found):
            raise SubmissionError(f"The folder {part} is a link, and links are not followed.", "Copy the folder there.")
        if not stat.S_ISDIR(found.st_mode):
            return None
    return folder


def entries(folder: Path) -> Iterator[str]:
    """Yield the names of the folders and links in a folder, in their order, without hidden ones and files."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if not entry.name.startswith(".") and (entry.is_dir(follow_symlinks=False) or entry.is_symlink()):
            yield entry.name


def _read(path: Path, seen: os.stat_result, most: int) -> bytes:
    try:
        handle = os.open(path, _OPEN)
    except OSError as error:
        raise SubmissionError(
            f"{path.name} cannot be opened ({error.strerror}).", "Mend its rights, or copy it anew."
        ) from error
    with os.fdopen(handle, "rb") as file:
        # What was looked at and what was opened are one file: nobody put another in its place meanwhile.
        if not os.path.samestat(seen, os.fstat(handle)):
            raise SubmissionError(f"{path.name} was changed while it was being read.", "Grade it again.")
        raw = file.read(most + 1)
    if len(raw) > most:
        raise SubmissionError(
            f"{path.name} has more than {most:,} bytes.",
            "Open it in JupyterLab, choose Edit, Clear Outputs of All Cells, and save it.",
        )
    return raw


def _look(path: Path) -> os.stat_result | None:
    try:
        return path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SubmissionError(
            f"{path.name} cannot be looked at ({error.strerror}).", "Mend its rights, or copy it anew."
        ) from error


def _is_link(found: os.stat_result) -> bool:
    """Symbolic links everywhere, and on Windows whatever else stands for another place, such as a junction."""
    return stat.S_ISLNK(found.st_mode) or bool(getattr(found, "st_reparse_tag", 0) & _NAME_SURROGATE)
