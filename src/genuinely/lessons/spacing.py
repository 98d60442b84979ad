"""When a question comes back: after widening intervals, or after fixed ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from genuinely.lessons.reading import Table, read

SPACINGS = ("widening", "fixed")


@dataclass(frozen=True)
class Attempt:
    """The first answer that was given to a question on a day."""

    day: date
    right: bool


@dataclass(frozen=True)
class Settings:
    """`days` for each spacing, from the first interval to the last; `at_most`: so many questions on one day."""

    days: Mapping[str, tuple[int, ...]]
    at_most: int


def comes_back(attempts: Sequence[Attempt], days: Sequence[int]) -> date | None:
    """Return the day on which a question is due again, or None if it has never been answered.

    attempts: in the order of their days. days: the intervals, of which the last one stays.
    """
    if not attempts:
        return None
    in_a_row = 0
    for attempt in attempts:
        in_a_row = in_a_row + 1 if attempt.right else 0
    return attempts[-1].day + timedelta(days=days[min(max(in_a_row - 1, 0), len(days) - 1)])


@cache
def settings() -> Settings:
    """Return `data/quizzes/review.toml`, checked. Raises LessonDataError."""
    return settings_from(read("quizzes", "review.toml"))


def settings_from(file: Table) -> Settings:
    """Return the settings in a file. Raises LessonDataError."""
    file.only("at_most", *SPACINGS)
    at_most = file.number("at_most")
    if at_most < 1:
        file.refuse("at_most", f"found {at_most}, expected 1 or more.")
    return Settings({name: _days(file.table(name)) for name in SPACINGS}, at_most)


def _days(table: Table) -> tuple[int, ...]:
    table.only("days")
    days = table.found.get("days")
    if not isinstance(days, list) or not days or not all(type(each) is int and each > 0 for each in days):
        table.refuse("days", f"found {days!r}, expected whole numbers of days, such as [1, 3, 7].")
    return tuple(days)
