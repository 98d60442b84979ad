"""The rubric's numbers, from `data/rubric/rubric.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from genuinely.resources import data

CHANNELS = ("email", "linkedin_note", "chat")
UNITS = ("words", "characters")
READERS = ("full", "light")


class RubricError(ValueError):
    """The rubric's file cannot be used. The message names file, key, what was found and what is expected."""


@dataclass(frozen=True)
class Length:
    """A channel's length in `unit`: from and to, both included, for each level."""

    unit: str
    strong: tuple[int, int]
    emerging: tuple[int, int]

    def level(self, amount: int) -> int:
        """Return the level of a message of this length: 2 in the strong bounds, 1 in the emerging, else 0."""
        if self.strong[0] <= amount <= self.strong[1]:
            return 2
        return 1 if self.emerging[0] <= amount <= self.emerging[1] else 0

    def near(self, amount: int) -> bool:
        """Return whether a length lies within a tenth of a bound."""
        return any(abs(amount - bound) * 10 <= bound for bound in (*self.strong, *self.emerging))


@dataclass(frozen=True)
class Certainty:
    """When a reader is sure.

    sure: the probability from which a level is called sure.
    person: the expected error, in points of 100, above which a person should look at a message.
    """

    sure: float
    person: float


@dataclass(frozen=True)
class Rubric:
    """The rubric's version and numbers.

    length_clear, length_near: the share of raters' levels that the bounds of length give, away from a bound and
    near one.
    certainty: for each reader, when it is sure.
    """

    version: str
    length: dict[str, Length]
    length_clear: float
    length_near: float
    certainty: dict[str, Certainty]


@cache
def load_rubric() -> Rubric:
    """Return the rubric's numbers. Raises RubricError if the file cannot be used."""
    file = data("rubric", "rubric.toml")
    return read_rubric(tomllib.loads(file.read_text(encoding="utf-8")), str(file))


def read_rubric(table: dict[str, Any], source: str) -> Rubric:
    """Make a Rubric from a mapping shaped like the file; `source` is named in errors."""
    return Rubric(
        version=_take(table, "version", source, str),
        length={channel: _length(table, channel, source) for channel in CHANNELS},
        length_clear=_take(table, "length.agreement.clear", source, float),
        length_near=_take(table, "length.agreement.near", source, float),
        certainty={reader: _certainty(table, reader, source) for reader in READERS},
    )


def _certainty(table: dict[str, Any], reader: str, source: str) -> Certainty:
    sure, person = (_take(table, f"certainty.{reader}.{key}", source, float) for key in ("sure", "person"))
    if not 0.5 <= sure <= 1:
        raise RubricError(f"{source}: key 'certainty.{reader}.sure': found {sure}, expected a share from 0.5 to 1")
    return Certainty(sure, person)


def _length(table: dict[str, Any], channel: str, source: str) -> Length:
    key = f"length.{channel}"
    unit = _take(table, f"{key}.unit", source, str)
    if unit not in UNITS:
        raise RubricError(f"{source}: key '{key}.unit': found {unit!r}, expected one of {', '.join(UNITS)}")
    return Length(unit, _bounds(table, f"{key}.strong", source), _bounds(table, f"{key}.emerging", source))


def _bounds(table: dict[str, Any], key: str, source: str) -> tuple[int, int]:
    value = _take(table, key, source, list)
    if len(value) != 2 or not all(type(v) is int for v in value) or not 0 <= value[0] <= value[1]:
        raise RubricError(f"{source}: key '{key}': found {value!r}, expected two whole numbers, from and to")
    return value[0], value[1]


def _take(table: dict[str, Any], key: str, source: str, kind: type) -> Any:
    value: Any = table
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    if type(value) is not kind:
        raise RubricError(f"{source}: key '{key}': found {value!r}, expected {kind.__name__}")
    return value
