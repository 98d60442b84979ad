"""Data files of the lessons: read, and refused with file, key and remedy where they do not fit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from genuinely.resources import data

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class LessonDataError(ValueError):
    """A data file of the lessons that does not fit. The message names file, key and remedy."""


@dataclass(frozen=True)
class Table:
    """A table of a TOML file, with the way to it, so that whatever is wrong in it can be named."""

    file: str
    at: str
    found: Mapping[str, Any]

    def refuse(self, key: str, problem: str) -> NoReturn:
        """Raise LessonDataError for one key."""
        raise LessonDataError(f"{self.file}: key '{self._way(key)}': {problem}")

    def only(self, *known: str) -> None:
        """Refuse keys that nothing would read: most often a typing error."""
        for key in self.found:
            if key not in known:
                self.refuse(key, f"is not known. Take it out, or spell it as one of: {', '.join(known)}.")

    def text(self, key: str, default: str | None = None) -> str:
        """Return words; without a default they must be there."""
        value = self.found.get(key, default)
        if not isinstance(value, str) or (not value.strip() and value != default):
            self.refuse(key, f"found {value!r}, expected words in quotes.")
        return value.strip()

    def flag(self, key: str) -> bool:
        """Return true or false, false where it is not given."""
        value = self.found.get(key, False)
        if not isinstance(value, bool):
            self.refuse(key, f"found {value!r}, expected true or false.")
        return value

    def number(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        value = self.found.get(key, default)
        if not isinstance(value, int) or isinstance(value, bool):
            self.refuse(key, f"found {value!r}, expected a whole number.")
        return value

    def table(self, key: str) -> Table:
        """Return the table begun by `[key]`."""
        value = self.found.get(key)
        if not isinstance(value, Mapping):
            self.refuse(key, f"found {value!r}, expected a table begun by [{self._heading(key)}].")
        return Table(self.file, self._way(key), value)

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return the tables begun by `[[key]]`, at least one."""
        value = self.found.get(key)
        if not isinstance(value, list) or not value or not all(isinstance(each, Mapping) for each in value):
            self.refuse(key, f"found {value!r}, expected one table or more, each begun by [[{self._heading(key)}]].")
        at = self._way(key)
        return tuple(Table(self.file, f"{at}[{number}]", each) for number, each in enumerate(value, start=1))

    def each(self) -> Iterator[tuple[str, Table]]:
        """Return every table in this one, by its name."""
        return ((key, self.table(key)) for key in self.found)

    def _way(self, key: str) -> str:
        return f"{self.at}.{key}" if self.at else key

    def _heading(self, key: str) -> str:
        """The way as a heading in the file names it: which one of several is not said there."""
        return re.sub(r"\[\d+\]", "", self._way(key))


def read(*parts: str) -> Table:
    """Return a TOML file of `data/`, such as `read("wording", "en", "lessons.toml")`. Raises LessonDataError."""
    return _read(data(*parts))


def read_all(*parts: str) -> tuple[Table, ...]:
    """Return every TOML file of a folder of `data/`, by name. Raises LessonDataError."""
    files = sorted((file for file in data(*parts).iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(map(_read, files))


def _read(file: Traversable) -> Table:
    try:
        return Table(file.name, "", tomllib.loads(file.read_text(encoding="utf-8")))
    except OSError as error:
        raise LessonDataError(f"{file.name}: cannot be read ({error}). Install the course again.") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LessonDataError(f"{file.name}: is not valid TOML in UTF-8: {error}. Mend that line.") from error
