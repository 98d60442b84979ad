"""The lessons, what each promises, and their sections: the exercises in each, where they are kept, and the time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.objectives import Objective, objective_from
from genuinely.lessons.reading import LessonDataError, Table, read_all

_KEPT_AS = {
    "quiz": "journal/quiz-{}",
    "reflect": "journal/{}",
    "plan": "journal/{}",
    "predict": "journal/prediction-{}",
    "rewrite": "messages/{}",
}
"""For each thing that a lesson calls with a name: kind and name under which its answer is kept."""


@dataclass(frozen=True)
class Section:
    """A heading of a lesson. steps: where its exercises are kept, as "kind/name"; minutes: an estimate."""

    title: str
    minutes: int
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Lesson:
    """A lesson. `id` is the name of its file without `.ipynb`."""

    id: str
    title: str
    sections: tuple[Section, ...]
    objectives: tuple[Objective, ...] = ()

    @property
    def minutes(self) -> int:
        """Return how long the whole takes: an estimate."""
        return sum(section.minutes for section in self.sections)

    @property
    def steps(self) -> tuple[str, ...]:
        """Return where the exercises of the whole lesson are kept, in their order."""
        return tuple(step for section in self.sections for step in section.steps)


def lesson(id: str) -> Lesson:
    """Return the lesson of this id, or whose id begins so ("02"). Raises LessonDataError, which lists the ids."""
    found = [each for name, each in lessons().items() if name == id or name.startswith(f"{id}_")]
    if len(found) != 1:
        raise LessonDataError(f"There is no lesson called '{id}'. There are: {', '.join(lessons())}.")
    return found[0]


@cache
def lessons() -> Mapping[str, Lesson]:
    """Return every lesson of `data/lessons/`, in their order. Raises LessonDataError."""
    return {made.id: made for made in map(lesson_from, read_all("lessons", LANGUAGE))}


def lesson_from(file: Table) -> Lesson:
    """Return the lesson in a file, which is named after it. Raises LessonDataError."""
    file.only("title", "objectives", "sections")
    return Lesson(
        file.file.removesuffix(".toml"),
        file.text("title"),
        tuple(map(_section, file.tables("sections"))),
        tuple(map(objective_from, file.tables("objectives"))) if "objectives" in file.found else (),
    )


def notebook(lesson: Lesson) -> Path | None:
    """Return where the lesson's page lies: in the course that the current folder belongs to, or None."""
    here = Path.cwd()
    places = [up / "notebooks" for up in (here, *here.parents) if (up / "course.py").is_file()]
    return next((place / f"{lesson.id}.ipynb" for place in places if (place / f"{lesson.id}.ipynb").is_file()), None)


def link(file: Path, section: str = "") -> str:
    """Return an address that leads from the current folder to a page, and there to a section's heading."""
    relative = Path(os.path.relpath(file)).as_posix()
    return f"{relative}#{section.replace(' ', '-')}" if section else relative


def _section(table: Table) -> Section:
    table.only("title", "minutes", "steps")
    steps = table.found.get("steps", [])
    if not isinstance(steps, list) or not all(isinstance(step, str) for step in steps):
        table.refuse("steps", f'found {steps!r}, expected a list such as ["quiz 02-recall"].')
    minutes = table.number("minutes")
    if minutes < 1:
        table.refuse("minutes", f"found {minutes}, expected 1 or more.")
    return Section(table.text("title"), minutes, tuple(_step(table, step) for step in steps))


def _step(table: Table, step: str) -> str:
    """A call as the lesson makes it, or "kind/name" for what keeps its answer elsewhere."""
    verb, _, name = step.partition(" ")
    if not name and "/" in verb:
        return verb
    if verb not in _KEPT_AS or not name:
        known = ", ".join(_KEPT_AS)
        table.refuse("steps", f"found {step!r}, expected 'kind/name', or one of these with a name: {known}.")
    return _KEPT_AS[verb].format(name.strip())
