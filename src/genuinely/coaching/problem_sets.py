"""How many points each rewrite of a problem set is worth."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from genuinely.resources import data
from genuinely.scenarios import FrozenDict

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class ProblemSetError(ValueError):
    """A problem set's file does not fit. The message names file, key and remedy."""


@dataclass(frozen=True)
class ProblemSet:
    """`rewrites` maps the id of each scenario to the points that it is worth, greater than 0."""

    id: str
    title: str
    rewrites: FrozenDict[str, float]

    @classmethod
    def from_toml(cls, file: Traversable) -> ProblemSet:
        """Read a problem set from its file, which is named after its id. Raises ProblemSetError."""
        try:
            found = tomllib.loads(file.read_text(encoding="utf-8"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ProblemSetError(f"{file.name}: is not valid TOML in UTF-8: {error}. Mend that line.") from error
        for key in found:
            if key not in ("id", "title", "rewrites"):
                raise ProblemSetError(f"{file.name}: key '{key}' is not known. Take it out.")
        id = _text(found, "id", file.name)
        if f"{id}.toml" != file.name:
            raise ProblemSetError(f"{file.name}: key 'id': found {id!r}, expected the file's name without .toml.")
        return cls(id, _text(found, "title", file.name), _rewrites(found, file.name))


@cache
def load_problem_sets() -> FrozenDict[str, ProblemSet]:
    """Return every problem set by its id. Raises ProblemSetError."""
    folder = data("problem_sets")
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    sets = (ProblemSet.from_toml(file) for file in files if file.name.endswith(".toml"))
    return FrozenDict((each.id, each) for each in sets)


def maximum(scenario_id: str) -> float | None:
    """Return the points that the scenario's rewrite is worth, or None if no problem set asks for it."""
    worth = (each.rewrites.get(scenario_id) for each in load_problem_sets().values())
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
    for id, points in table.items():
        number = isinstance(points, int | float) and not isinstance(points, bool)
        if not number or not math.isfinite(points) or points <= 0:
            raise ProblemSetError(f"{source}: key 'rewrites.{id}': found {points!r}, expected points above 0.")
    return FrozenDict((id, float(points)) for id, points in table.items())
