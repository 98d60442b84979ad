"""The page on the whole course: what each lesson is for, how long it takes, what is done, and what is checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from genuinely.lessons.activities import activities
from genuinely.lessons.course_wording import say
from genuinely.lessons.matrix import Row, matrix, problem_set_of, promised
from genuinely.lessons.syllabus import Lesson, lessons


@dataclass(frozen=True)
class Told:
    """One lesson as the page tells it. room: minutes with others. problem_set: its name, "" if none follows."""

    lesson: Lesson
    promises: dict[str, str]
    room: int
    rows: tuple[Row, ...]
    problem_set: str

    @property
    def activities(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.kind == "activity")

    @property
    def checks(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.kind != "activity")


def told(root: Path) -> tuple[Told, ...]:
    """Return every lesson of the course in this folder. Raises LessonDataError."""
    return tuple(_told(each, root) for each in lessons().values())


def course_page(root: Path, command: str) -> str:
    """Return the page in Markdown. command: what writes it anew."""
    found = told(root)
    parts = [f"# {say('course.title')}", say("course.intro", command=command), _overview(found), say("course.legend")]
    for each in found:
        parts += _lesson(each)
    return "\n\n".join(parts) + "\n"


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    columns = list(head)
    lines = [columns, ["---"] * len(columns), *map(list, rows)]
    return "\n".join(f"| {' | '.join(text.replace('|', '&#124;') for text in line)} |" for line in lines)


def _told(lesson: Lesson, root: Path) -> Told:
    page = root / "notebooks" / f"{lesson.id}.ipynb"
    follows = problem_set_of(lesson, root / "solutions")
    room = sum(each.minutes for each in activities(page))
    return Told(lesson, promised(page), room, matrix(lesson, page, follows), follows.stem if follows else "")


def _overview(found: tuple[Told, ...]) -> str:
    names = ("page", "for", "alone", "room", "activities", "checks", "set")
    rows = [
        (
            f"[{each.lesson.title}](../notebooks/{each.lesson.id}.ipynb)",
            "; ".join(each.promises.values()),
            str(each.lesson.minutes),
            str(each.room),
            str(len(each.activities)),
            str(len(each.checks)),
            f"`{each.problem_set}`" if each.problem_set else say("course.no_set"),
        )
        for each in found
    ]
    sums = (
        sum(each.lesson.minutes for each in found),
        sum(each.room for each in found),
        sum(len(each.activities) for each in found),
        sum(len(each.checks) for each in found),
    )
    return table(
        (say(f"course.column_{name}") for name in names), [*rows, (say("course.whole"), "", *map(str, sums), "")]
    )


def _lesson(each: Told) -> Iterator[str]:
    yield f"## {each.lesson.title}"
    time = f"{say('course.alone', minutes=each.lesson.minutes)}, {say('course.room', minutes=each.room)}."
    follows = say("course.follows", set=each.problem_set) if each.problem_set else say("course.follows_none")
    yield f"{time} {follows}"
    yield f"{say('course.promises')}:\n\n" + "\n".join(f"- {text}" for text in each.promises.values())
    for heading, rows in (("activity", each.activities), ("check", each.checks)):
        yield table((say(f"course.{heading}"), *each.promises), (_line(row, each.promises) for row in rows))


def _line(row: Row, verbs: Iterable[str]) -> Iterator[str]:
    yield _name(row)
    for verb in verbs:
        yield say("course.yes") if verb in row.serves else say("course.none")


def _name(row: Row) -> str:
    if row.kind == "activity":
        return row.text
    if row.kind == "question":
        return f"{say('course.question', bank=row.where)}: {row.text}"
    if row.kind == "task":
        return f"{say('course.task')}: {row.text}"
    said = say(f"course.{row.kind}", section=row.where)
    return f"{said}: {row.text}" if row.text else said
