"""The messages that a lesson shows, and the help it gives: checked values from `data/examples/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from genuinely.coaching.ids import known
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import LessonDataError, Table, read_all

T = TypeVar("T")


@dataclass(frozen=True)
class Contrast:
    """Two messages for one scenario, of which `second` is meant to be the stronger."""

    scenario: str
    first: str
    second: str


@dataclass(frozen=True)
class Step:
    """A stretch of a worked message, word for word, and why it stands there."""

    words: str
    why: str


@dataclass(frozen=True)
class Worked:
    """A worked rewrite: the whole message, cut into steps."""

    scenario: str
    steps: tuple[Step, ...]

    @property
    def message(self) -> str:
        return "\n\n".join(step.words for step in self.steps)


@dataclass(frozen=True)
class Hints:
    """Help for one scenario, from least to most. `solution` is one good answer among many."""

    scenario: str
    nudge: str
    rule: str
    example: str
    solution: str


def contrast_of(scenario: str) -> Contrast:
    """Return the two messages. Raises LessonDataError if there are none for this scenario."""
    return _one("contrasts", scenario, _contrasts())


def worked_of(scenario: str) -> Worked:
    """Return the worked rewrite. Raises LessonDataError if there is none for this scenario."""
    return _one("worked", scenario, _worked())


def hints_of(scenario: str) -> Hints:
    """Return the help. Raises LessonDataError if there is none for this scenario."""
    return _one("hints", scenario, _hints())


@cache
def _contrasts() -> Mapping[str, Contrast]:
    return {found.scenario: found for found in (contrast_from(id, table) for id, table in _tables("contrasts"))}


@cache
def _worked() -> Mapping[str, Worked]:
    return {found.scenario: found for found in (worked_from(id, table) for id, table in _tables("worked"))}


@cache
def _hints() -> Mapping[str, Hints]:
    return {found.scenario: found for found in (hints_from(id, table) for id, table in _tables("hints"))}


def contrast_from(id: str, table: Table) -> Contrast:
    """Return the two messages in a table. Raises LessonDataError."""
    table.only("first", "second")
    return Contrast(_scenario(id, table), table.text("first"), table.text("second"))


def worked_from(id: str, table: Table) -> Worked:
    """Return the worked rewrite in a table. Raises LessonDataError."""
    table.only("steps")
    steps = []
    for step in table.tables("steps"):
        step.only("words", "why")
        steps.append(Step(step.text("words"), step.text("why")))
    return Worked(_scenario(id, table), tuple(steps))


def hints_from(id: str, table: Table) -> Hints:
    """Return the help in a table. Raises LessonDataError."""
    table.only("nudge", "rule", "example", "solution")
    texts = {key: table.text(key) for key in ("nudge", "rule", "example", "solution")}
    return Hints(_scenario(id, table), **texts)


def _tables(kind: str) -> tuple[tuple[str, Table], ...]:
    files = read_all("examples", LANGUAGE)
    for file in files:
        file.only("contrasts", "worked", "hints")
    return tuple(pair for file in files if kind in file.found for pair in file.table(kind).each())


def _scenario(id: str, table: Table) -> str:
    if not known(id):
        raise LessonDataError(
            f"{table.file}: key '{table.at}': there is no scenario '{id}'. Name one of data/scenarios/."
        )
    return id


def _one(kind: str, scenario: str, found: Mapping[str, T]) -> T:
    if scenario not in found:
        raise LessonDataError(f"There are no {kind} for '{scenario}' in data/examples/. There are: {', '.join(found)}.")
    return found[scenario]
