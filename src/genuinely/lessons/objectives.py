"""What a lesson promises, and what shows that it was kept: later questions, rewrites, a problem set's tasks."""

from __future__ import annotations

from dataclasses import dataclass

from genuinely.coaching.wording import words
from genuinely.lessons.quizzes import bank
from genuinely.lessons.reading import LessonDataError, Table

TASKS = ("choice", "quote", "reflection")
"""The kinds of tasks in a problem set that are no rewrites."""


@dataclass(frozen=True)
class Objective:
    """One thing that somebody has done at the end of a lesson.

    verb: the word in bold in the lesson's promise. questions: later ones that ask for it, as (bank, name). criteria:
    what in a rewrite shows it. tasks: kinds of a problem set's other tasks that show it, of `TASKS`.
    """

    verb: str
    questions: tuple[tuple[str, str], ...] = ()
    criteria: tuple[str, ...] = ()
    tasks: tuple[str, ...] = ()


def objective_from(table: Table) -> Objective:
    """Return the objective in a table of a lesson's file. Raises LessonDataError."""
    table.only("verb", "questions", "criteria", "tasks")
    return Objective(
        table.text("verb"),
        tuple(_question(table, each) for each in _names(table, "questions")),
        _known(table, "criteria", tuple(words("criteria"))),
        _known(table, "tasks", TASKS),
    )


def _question(table: Table, text: str) -> tuple[str, str]:
    """A question as the file names it: its bank, and its own name."""
    id, _, name = text.partition(" ")
    try:
        there = [question.name for question in bank(id).questions]
    except LessonDataError as error:
        table.refuse("questions", f"{text!r} is not there: {error}")
    if name not in there:
        table.refuse("questions", f"found {text!r}, expected '{id}' with one of: {', '.join(there)}.")
    return id, name


def _known(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    names = _names(table, key)
    for name in names:
        if name not in known:
            table.refuse(key, f"found {name!r}, expected some of: {', '.join(known)}.")
    return names


def _names(table: Table, key: str) -> tuple[str, ...]:
    found = table.found.get(key, [])
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        table.refuse(key, f"found {found!r}, expected a list of names in quotes.")
    return tuple(found)
