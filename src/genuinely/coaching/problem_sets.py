"""What each rewrite and each choice of a problem set is worth, and what its instructor has chosen for it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import cache
from typing import TYPE_CHECKING, Any

from genuinely.coaching.terms import COURSE_TERMS, Terms
from genuinely.resources import data
from genuinely.scenarios import FrozenDict, own_files

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


_KEYS = ("id", "title", "levels_from", "full_points_from", "rewrites", "choices")


class ProblemSetError(ValueError):
    """A problem set's file does not fit. The message names file, key and remedy."""


@dataclass(frozen=True)
class ProblemSet:
    """What is scored in a problem set, and the points that it is worth, greater than 0.

    rewrites: points by scenario id.
    choices: by the choice's id, points for the choice and for the words quoted.
    terms: what the instructor has chosen for it.
    """

    id: str
    title: str
    rewrites: FrozenDict[str, float]
    choices: FrozenDict[str, tuple[float, float]] = field(default_factory=FrozenDict)
    terms: Terms = COURSE_TERMS

    @classmethod
    def from_toml(cls, file: Traversable) -> ProblemSet:
        """Read a problem set from its file, which is named after its id. Raises ProblemSetError."""
        try:
            found = tomllib.loads(file.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ProblemSetError(f"{file.name}: is not valid TOML in UTF-8: {error}. Mend that line.") from error
        for key in found:
            if key not in _KEYS:
                raise ProblemSetError(f"{file.name}: key '{key}' is not known. Take it out.")
        id = _text(found, "id", file.name)
        if f"{id}.toml" != file.name:
            raise ProblemSetError(f"{file.name}: key 'id': found {id!r}, expected the file's name without .toml.")
        return cls(
            id,
            _text(found, "title", file.name),
            _rewrites(found, file.name),
            _choices(found, file.name),
            Terms(_levels_from(found, file.name), _full_points_from(found, file.name)),
        )


def load_problem_sets() -> FrozenDict[str, ProblemSet]:
    """Return every problem set by its id: those of the course, and an instructor's own. Raises ProblemSetError."""
    own = {id: file for id, file in own_files("problem_sets").items() if id not in _shipped()}
    if not own:
        return _shipped()
    return FrozenDict({**_shipped(), **{id: ProblemSet.from_toml(file) for id, file in own.items()}})


@cache
def _shipped() -> FrozenDict[str, ProblemSet]:
    folder = data("problem_sets")
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    sets = (ProblemSet.from_toml(file) for file in files if file.name.endswith(".toml"))
    return FrozenDict((each.id, each) for each in sets)


def maximum(scenario_id: str) -> float | None:
    """Return the points that the scenario's rewrite is worth, or None if no problem set asks for it."""
    worth = (each.rewrites.get(scenario_id) for each in load_problem_sets().values())
    return next((points for points in worth if points is not None), None)


def terms_of(scenario_id: str) -> Terms:
    """Return what holds for the scenario's rewrite: its problem set's terms, or the course's if none asks for it."""
    asking = (each.terms for each in load_problem_sets().values() if scenario_id in each.rewrites)
    return next(asking, COURSE_TERMS)


def terms_of_choice(id: str) -> Terms:
    """Return what holds for a choice: its problem set's terms, or the course's if none asks for it."""
    return next((each.terms for each in load_problem_sets().values() if id in each.choices), COURSE_TERMS)


def worth_of_choice(id: str) -> tuple[float, float] | None:
    """Return the points for a choice and for the words quoted, or None if no problem set asks for it."""
    worth = (each.choices.get(id) for each in load_problem_sets().values())
    return next((points for points in worth if points is not None), None)


def _text(found: Mapping[str, Any], key: str, source: str) -> str:
    value = found.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ProblemSetError(f"{source}: key '{key}': found {value!r}, expected a text in quotes.")
    return value


def _rewrites(found: Mapping[str, Any], source: str) -> FrozenDict[str, float]:
    table = found.get("rewrites")
    if not isinstance(table, Mapping) or not table:
        raise ProblemSetError(f"{source}: key 'rewrites': expected a table of scenario ids with their points.")
    return FrozenDict((id, _points(points, f"rewrites.{id}", source)) for id, points in table.items())


def _levels_from(found: Mapping[str, Any], source: str) -> datetime | None:
    value = found.get("levels_from")
    if value is None or (isinstance(value, datetime) and value.tzinfo is not None):
        return value
    shown = value.isoformat() if isinstance(value, date | time) else repr(value)
    raise ProblemSetError(
        f"{source}: key 'levels_from': found {shown}, expected a time with its distance from UTC and without quotes, "
        "such as 2026-12-01T18:00:00+01:00. Take the line out to show levels while learners write."
    )


def _full_points_from(found: Mapping[str, Any], source: str) -> float:
    value = found.get("full_points_from", 100)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 1 <= value <= 100:
        raise ProblemSetError(
            f"{source}: key 'full_points_from': found {value!r}, expected a number from 1 to 100. "
            "Take the line out to ask for 100."
        )
    return float(value)


def _choices(found: Mapping[str, Any], source: str) -> FrozenDict[str, tuple[float, float]]:
    tables = found.get("choices", {})
    if not isinstance(tables, Mapping) or not all(
        isinstance(each, Mapping) and set(each) == {"choice", "quote"} for each in tables.values()
    ):
        raise ProblemSetError(f"{source}: key 'choices': expected for each id {{ choice = POINTS, quote = POINTS }}.")
    return FrozenDict(
        (
            id,
            (
                _points(each["choice"], f"choices.{id}.choice", source),
                _points(each["quote"], f"choices.{id}.quote", source),
            ),
        )
        for id, each in tables.items()
    )


def _points(points: object, key: str, source: str) -> float:
    if not isinstance(points, int | float) or isinstance(points, bool) or not math.isfinite(points) or points <= 0:
        raise ProblemSetError(f"{source}: key '{key}': found {points!r}, expected points above 0.")
    return float(points)
