"""What the hiring desk knows before anybody moves anything: the applicants, and how often people are hired."""

from __future__ import annotations

from functools import cache

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import Table, read

APPLICANTS = ("bastien", "ilse", "lukas", "folasade", "noor", "zoltan", "tomasz", "priyanka")
"""In the order of the inbox."""


@cache
def good() -> frozenset[str]:
    """Return those of `APPLICANTS` who would do the job well. Raises LessonDataError."""
    return good_from(_file())


@cache
def hired() -> tuple[float, float]:
    """Return the chances of being hired, 0 to 1: with the name passed on, and applied by oneself (E37).

    Raises LessonDataError.
    """
    return hired_from(_file())


def good_from(file: Table) -> frozenset[str]:
    """Return the good applicants in a file. Raises LessonDataError."""
    file.only("good", "one_in")
    found = file.found.get("good")
    if not isinstance(found, list) or not all(each in APPLICANTS for each in found):
        file.refuse("good", f"found {found!r}, expected a list of some of: {', '.join(APPLICANTS)}.")
    if not 0 < len(set(found)) < len(APPLICANTS):
        file.refuse("good", "name one applicant at least, and not all of them.")
    return frozenset(found)


def hired_from(file: Table) -> tuple[float, float]:
    """Return the chances of being hired in a file. Raises LessonDataError."""
    table = file.table("one_in")
    table.only("passed_on", "applied")
    numbers = [(key, table.number(key)) for key in ("passed_on", "applied")]
    for key, number in numbers:
        if number < 2:
            table.refuse(key, f"found {number}, expected 2 or more: one of how many is hired.")
    (_, passed_on), (_, applied) = numbers
    return 1 / passed_on, 1 / applied


def _file() -> Table:
    return read("instruments", LANGUAGE, "hiring.toml")
