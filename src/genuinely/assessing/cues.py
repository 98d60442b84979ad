"""Cues: ways of putting things that show which move a sentence makes. They are data, in `data/cues/`.

A cue is matched against a sentence as a row of words, so that punctuation and spacing do not matter and a match
takes time linear in the sentence.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from genuinely.resources import data

_TOKEN = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|[?!:&]")
_PART = re.compile(r"\(|\)\??|\||[^\s()|]+")
_NUMBER = r"(?:\d\S*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|ninety)"
_SIGNS = {
    "*": r"(?:\S+ ){0,4}",
    "#": _NUMBER + " ",
    "^": r"(?<=\A )",
    "$": r"\Z",
    "@": r"(?-i:[A-Z])\S* ",
    **{mark: re.escape(mark) + " " for mark in "?!:&"},
}


class CueError(ValueError):
    """A cue that cannot be read. The message names file, move, cue and remedy."""


@dataclass(frozen=True)
class Cues:
    """The cues of one move, and what takes their force away in the same sentence."""

    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None

    def find(self, row: Row) -> tuple[int, int] | None:
        """Return the place in the sentence's text of the first cue in it, or None."""
        found = self.pattern.search(row.text)
        if found is None or (self.unless is not None and self.unless.search(row.text)):
            return None
        return row.place(found.start(), found.end())


@dataclass(frozen=True)
class Row:
    """A sentence as words, a blank around each. Question marks, exclamation marks and colons count as words."""

    text: str
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> Row:
        found = list(_TOKEN.finditer(text))
        return cls(" " + "".join(f"{word.group()} " for word in found), tuple(word.span() for word in found))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Translate a place in the row to a place in the sentence's text."""
        first = self.text.count(" ", 0, start) - (0 if self.text[start] == " " else 1)
        last = self.text.count(" ", 0, end) - 2
        return self.places[min(first, len(self.places) - 1)][0], self.places[max(last, first, 0)][1]


@cache
def load_cues(name: str = "moves") -> dict[str, Cues]:
    """Return the cues of `data/cues/<name>.toml` by move (or flag).

    Raises CueError if a cue cannot be read.
    """
    file = data("cues", f"{name}.toml")
    try:
        return read_cues(tomllib.loads(file.read_text(encoding="utf-8")), str(file))
    except tomllib.TOMLDecodeError as error:
        raise CueError(f"{file}: is not valid TOML: {error}. Mend that line.") from error


def read_cues(tables: dict[str, Any], source: str) -> dict[str, Cues]:
    """Make cues from tables shaped like the file's; `source` is named in errors. Raises CueError."""
    return {key: _compile(table, f"{source}: [{key}]") for key, table in tables.items() if key != "version"}


@cache
def common_words() -> frozenset[str]:
    """Return the words that say little about any one card."""
    lines = data("cues", "common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def compile_cue(cue: str) -> str:
    """Translate a cue to a regular expression over a `Row`. Raises ValueError, which says what is wrong."""
    pattern, rest = _sequence(_PART.findall(cue.replace("-", " ")))
    if rest:
        raise ValueError("a ) without its (")
    if re.fullmatch(pattern, ""):
        raise ValueError("nothing in it that must be there, so that it is found everywhere")
    return pattern


def _compile(table: object, where: str) -> Cues:
    lists = table if isinstance(table, dict) else {}
    if not lists.get("cues") or not set(lists) <= {"cues", "unless"} or not all(map(_is_texts, lists.values())):
        raise CueError(f"{where}: found {table!r}, expected a list named cues and, if need be, one named unless.")
    return Cues(_join(lists["cues"], where), _join(lists["unless"], where) if "unless" in lists else None)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _join(cues: list[str], where: str) -> re.Pattern[str]:
    patterns = []
    for cue in cues:
        try:
            patterns.append(f"(?:{compile_cue(cue)})")
        except ValueError as error:
            raise CueError(
                f"{where}: the cue {cue!r} has {error}. The top of the file says how to write one."
            ) from error
    return re.compile(r"(?<= )(?:" + "|".join(patterns) + ")", re.IGNORECASE)


def _sequence(parts: list[str]) -> tuple[str, list[str]]:
    """Translate up to the closing parenthesis or the end; return the pattern and what is left."""
    options = [""]
    while parts and not parts[0].startswith(")"):
        part, parts = parts[0], parts[1:]
        if part == "|":
            options.append("")
        elif part == "(":
            inner, parts = _sequence(parts)
            if not parts:
                raise ValueError("a ( without its )")
            options[-1] += f"(?:{inner}){'?' if parts[0] == ')?' else ''}"
            parts = parts[1:]
        else:
            options[-1] += _word(part)
    return "|".join(options), parts


def _word(word: str) -> str:
    if word in _SIGNS:
        return _SIGNS[word]
    if not re.fullmatch(r"(?:[^\W_]|['.,*])+", word):
        raise ValueError(f"{word!r} in it, which is neither a word nor one of the signs")
    return re.escape(word).replace(r"\*", r"\S*") + " "
