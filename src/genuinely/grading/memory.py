"""Assessments that were made before: the same message, card and versions are not read twice.

A file beside the gradebook. It holds nothing that could not be made again, and may be deleted at any time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from genuinely.assessing import Assessment, assess
from genuinely.scenarios import FrozenDict, Scenario

FILE = "assessments.db"


class Remembering:
    """An assessor that looks up what it said before. It writes nothing: `learned` hands out what is new."""

    def __init__(self, file: Path | None) -> None:
        self._file = file
        self._known: sqlite3.Connection | None = None
        self._new: dict[str, str] = {}

    def __call__(self, message: str, scenario: Scenario) -> Assessment:
        key = _key(message, scenario)
        known = self._new.get(key) or self._look_up(key)
        if known is not None:
            with contextlib.suppress(ValueError, KeyError, TypeError):  # an older form, or a damaged one
                return from_json(known)
        assessment = assess(message, scenario)
        self._new[key] = assessment.to_json()
        return assessment

    def learned(self) -> dict[str, str]:
        """Return what was assessed since the last call, to be kept by whoever writes."""
        new, self._new = self._new, {}
        return new

    def _look_up(self, key: str) -> str | None:
        if self._file is None or not self._file.is_file():
            return None
        try:
            if self._known is None:
                self._known = sqlite3.connect(f"{self._file.absolute().as_uri()}?mode=ro", uri=True)
            row = self._known.execute("SELECT told FROM assessment WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error:
            self._file = None  # damaged, or being replaced: then everything is read anew
            return None
        return str(row[0]) if row else None


def remember(file: Path, learned: Mapping[str, str]) -> None:
    """Keep what was learned. Whatever the disk refuses is no loss, and a damaged file is begun anew."""
    if not learned:
        return
    try:
        _write(file, learned)
    except sqlite3.DatabaseError as error:
        if type(error) is sqlite3.DatabaseError:  # not a database; an OperationalError says full, locked, read-only
            with contextlib.suppress(OSError, sqlite3.Error):
                file.unlink()
                _write(file, learned)


def _write(file: Path, learned: Mapping[str, str]) -> None:
    with contextlib.closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE IF NOT EXISTS assessment (key TEXT PRIMARY KEY, told TEXT NOT NULL)")
        database.executemany("INSERT OR REPLACE INTO assessment VALUES (?, ?)", learned.items())


def from_json(told: str) -> Assessment:
    """Return the assessment that `to_json` told. Raises ValueError, KeyError or TypeError if it is another form."""
    assessment: Assessment = _made(Assessment, json.loads(told))
    return assessment


def _made(kind: Any, told: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        if set(told) != set(_hints(kind)):
            raise KeyError(kind)
        return kind(**{name: _made(hint, told[name]) for name, hint in _hints(kind).items()})
    origin, inside = get_origin(kind), get_args(kind)
    if origin is FrozenDict:
        return FrozenDict((key, _made(inside[1], value)) for key, value in told.items())
    if origin is tuple:
        return tuple(_made(inside[0], value) for value in told)
    return told


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def _key(message: str, scenario: Scenario) -> str:
    told = json.dumps([message, *_versions(scenario)])
    return hashlib.sha256(told.encode("utf-8")).hexdigest()


@cache
def _versions(scenario: Scenario) -> tuple[str, ...]:
    versions = assess("", scenario).versions
    return versions.assessor, versions.rubric, versions.card
