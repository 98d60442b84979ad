"""What a reader looks for in the reflection of a problem set: levels with examples."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from genuinely.resources import data
from genuinely.scenarios import FrozenDict
from genuinely.scenarios.checks import Checked, ScenarioError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


class SchemeError(ValueError):
    """A mark scheme's file does not fit. The message names file, key and remedy."""


@dataclass(frozen=True)
class Level:
    """So many `points`, in words such as "8 to 10", for `what`; `example` is an answer that would get them."""

    points: str
    what: str
    example: str


@dataclass(frozen=True)
class Scheme:
    """The mark scheme of a reflection: the question, and the levels from the lowest to the highest."""

    id: str
    prompt: str
    levels: tuple[Level, ...]

    @classmethod
    def from_toml(cls, file: Traversable) -> Scheme:
        """Read a scheme from its file, which is named after its id. Raises SchemeError."""
        try:
            return cls._read(tomllib.loads(file.read_text(encoding="utf-8")), file.name)
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SchemeError(f"{file.name}: is not valid TOML in UTF-8: {error}. Mend that line.") from error
        except ScenarioError as error:
            raise SchemeError(str(error)) from error

    @classmethod
    def _read(cls, found: dict[str, Any], source: str) -> Scheme:
        table = Checked(found, source)
        table.only("id", "prompt", "levels")
        id = table.identifier("id")
        if f"{id}.toml" != source:
            raise SchemeError(f"{source}: key 'id': found {id!r}, expected the file's name without .toml.")
        listed = found.get("levels")
        if not isinstance(listed, list) or len(listed) < 2:
            raise SchemeError(
                f"{source}: key 'levels': expected two tables or more, each begun by the line [[levels]]."
            )
        levels = (_level(Checked(each, source, f"levels.{number}.")) for number, each in enumerate(listed, 1))
        return cls(id, table.text("prompt"), tuple(levels))


@cache
def load_schemes() -> FrozenDict[str, Scheme]:
    """Return every mark scheme by its id, which is that of its problem set. Raises SchemeError."""
    folder = data("schemes")
    files = sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else []
    made = (Scheme.from_toml(file) for file in files if file.name.endswith(".toml"))
    return FrozenDict((scheme.id, scheme) for scheme in made)


def _level(table: Checked) -> Level:
    table.only("points", "what", "example")
    return Level(table.text("points"), table.text("what"), table.text("example"))
