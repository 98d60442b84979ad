"""Keeping, and saying in words what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.coaching.wording import say
from genuinely.keeping import NotKeptError, file_of, is_grading, keep, kept, take_set_aside, work_folder


@dataclass(frozen=True)
class Outcome:
    """`done` says where it is kept ("" where it is not); `troubles` are sentences with their remedies."""

    done: str = ""
    troubles: tuple[str, ...] = ()


def keep_and_tell(kind: str, name: str, entry: Mapping[str, Any]) -> Outcome:
    """Keep an entry as `keeping.keep` does. Never raises for a disk: what a learner sees goes on."""
    if is_grading():
        return Outcome()
    try:
        keep(kind, name, entry)
        number = len(kept(kind, name))
    except NotKeptError as error:
        return Outcome("", (*_set_aside(), not_kept(error)))
    return Outcome(say("keeping.kept", number=number, file=short(file_of(kind, name))), _set_aside())


def kept_and_tell(kind: str, name: str) -> tuple[tuple[dict[str, Any], ...], tuple[str, ...]]:
    """Return what is kept, the oldest first, and sentences on what could not be read."""
    try:
        entries = kept(kind, name)
    except NotKeptError as error:
        return (), (*_set_aside(), not_kept(error))
    return entries, _set_aside()


def not_kept(error: NotKeptError) -> str:
    """Return the sentence that says why a version was not kept, and what to do."""
    if error.why == "other":
        return say("keeping.other", file=error.file, detail=error.__cause__)
    return say(f"keeping.{error.why}", file=error.file)


def short(file: Path) -> str:
    """Return the path of a kept file from the work folder on, as the course's texts name it."""
    return file.relative_to(work_folder().parent).as_posix()


def _set_aside() -> tuple[str, ...]:
    return tuple(say("keeping.set_aside", file=aside.file, now=aside.now.name) for aside in take_set_aside())
