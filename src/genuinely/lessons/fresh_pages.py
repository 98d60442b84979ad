"""A lesson that was spoilt, afresh: an untouched page beside the old one. What was written is kept elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from genuinely.lessons.course_wording import say
from genuinely.lessons.syllabus import Lesson, lesson, lessons, notebook
from genuinely.lessons.task import Task


class NoFreshPageError(Exception):
    """A fresh page could not be made. The message is a sentence for the learner."""


def fresh(id: str = "") -> Task:
    """Return a button for each lesson, or for one ("02"), which puts a fresh page beside the old one."""
    offered = (lesson(id),) if id else tuple(lessons().values())
    buttons = {each.id: say("fresh.button", title=each.title) for each in offered}
    return Task(say("fresh.label"), say("fresh.hint"), {}, buttons, _do, say("fresh.plain"))


def fresh_copy(of: Lesson) -> Path:
    """Put an untouched copy of a lesson's page beside the one there is, and return it. Raises NoFreshPageError."""
    page = notebook(of)
    if page is None:
        raise NoFreshPageError(say("fresh.no_pages"))
    text = next(_untouched(page), None)
    if text is None:
        raise NoFreshPageError(say("fresh.no_pristine", title=of.title, file=f"notebooks/{page.name}"))
    return _beside(page, text)


def _do(id: str, _: frozenset[str]) -> tuple[str, ...]:
    try:
        made = fresh_copy(lesson(id))
    except NoFreshPageError as error:
        return (str(error),)
    return (say("fresh.made", file=f"notebooks/{made.name}"),)


def _beside(page: Path, text: str) -> Path:
    number = 1
    while True:
        new = page.with_name(f"{page.stem}_fresh{'' if number == 1 else f'_{number}'}.ipynb")
        try:
            with new.open("x", encoding="utf-8", newline="\n") as out:  # never over a page that is there
                out.write(text)
            return new
        except FileExistsError:
            number += 1
        except OSError as error:
            raise NoFreshPageError(say("fresh.not_made", folder=page.parent, detail=error)) from error


def _untouched(page: Path) -> Iterator[str]:
    """The page as it came: from git where that is there, else as it was installed beside the package."""
    for found in (_from_git(page), _installed(page.name)):
        if found is not None and _never_run(found):
            yield found


def _from_git(page: Path) -> str | None:
    command = ["git", "-C", str(page.parent), "show", f"HEAD:./{page.name}"]
    try:
        shown = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=20, check=True)
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
        return None
    return shown.stdout


def _installed(name: str) -> str | None:
    try:
        return Path(sys.prefix, "share", "genuinely", "notebooks", name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _never_run(text: str) -> bool:
    try:
        cells = json.loads(text)["cells"]
        return not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
    except (ValueError, KeyError, TypeError, AttributeError):
        return False
