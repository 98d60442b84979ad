"""Cues: ways of putting things that show which move a sentence makes. They are data, in `data/cues/`.

A cue is matched against a sentence as a row of words, so that punctuation and spacing do not matter and a match
takes time linear in the sentence. Cues are kept by the words with which they can begin, and tried at those alone.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from genuinely.assessing.spelling import mended_word
from genuinely.resources import data

_TOKEN = re.compile(r"[^\W_]+(?:['.,][^\W_]+)*|[?!:&]")
_PART = re.compile(r"\(|\)\??|\||[^\s()|]+")


class CueError(ValueError):
    """A cue that cannot be read. The message names file, move, cue and remedy."""


_ANY, _DIGIT, _CAPITAL = "*", "0", "A"
"""What a cue can begin with, beside a word in small letters."""


@dataclass(frozen=True)
class Row:
    """A sentence as words without slips, a blank around each. Question, exclamation marks and colons count as words."""

    text: str
    places: tuple[tuple[int, int], ...]

    @staticmethod
    @lru_cache(maxsize=1024)
    def of(text: str) -> Row:
        found = list(_TOKEN.finditer(text))
        words = (mended_word(word.group()) for word in found)
        return Row(" " + "".join(f"{word} " for word in words), tuple(word.span() for word in found))

    @cached_property
    def beginnings(self) -> dict[str, list[int]]:
        """All that cues begin with which stand in the row, and where each of it stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        at = 1
        for word in self.text.split():
            for beginning in _beginnings(word):
                found[beginning].append(at)
            at += len(word) + 1
        return dict(found)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Translate a place in the row to a place in the sentence's text."""
        first = self.text.count(" ", 0, start) - (0 if self.text[start] == " " else 1)
        last = self.text.count(" ", 0, end) - 2
        return self.places[min(first, len(self.places) - 1)][0], self.places[max(last, first, 0)][1]


def _beginnings(word: str) -> tuple[str, ...]:
    sign = (_DIGIT,) if word[0].isdigit() else (_CAPITAL,) if "A" <= word[0] <= "Z" else ()
    return (word.lower(), *sign, _ANY)


class _Index:
    """Cues by what they can begin with, each with its number in the list: the first of two at one place counts."""

    def __init__(self, cues: Iterable[_Cue]) -> None:
        self._by_beginning: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, cue in enumerate(cues):
            for beginning in cue.beginnings:
                self._by_beginning[beginning].append((number, cue.pattern))

    def search(self, row: Row) -> tuple[int, int] | None:
        """Return the place in the row of the first cue in it."""
        tried = (
            (at, number, pattern)
            for beginning in self._by_beginning.keys() & row.beginnings.keys()
            for number, pattern in self._by_beginning[beginning]
            for at in row.beginnings[beginning]
        )
        matches = (_compiled(pattern).match(row.text, at) for at, _, pattern in sorted(tried))
        return next((found.span() for found in matches if found), None)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True)
class Cues:
    """The cues of one move, and what takes their force away in the same sentence."""

    index: _Index
    unless: _Index | None

    def find(self, row: Row) -> tuple[int, int] | None:
        """Return the place in the sentence's text of the first cue in it, or None."""
        found = self.index.search(row)
        if found is None or (self.unless is not None and self.unless.search(row)):
            return None
        return row.place(*found)


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


@dataclass(frozen=True)
class _Cue:
    """A regular expression over a `Row`, what it can begin with, and whether it can be found where there is nothing."""

    pattern: str = ""
    beginnings: frozenset[str] = frozenset()
    empty: bool = True

    def __add__(self, other: _Cue) -> _Cue:
        begun = self.beginnings | other.beginnings if self.empty else self.beginnings
        return _Cue(self.pattern + other.pattern, begun, self.empty and other.empty)


def read_cue(cue: str) -> _Cue:
    """Translate a cue to a regular expression over a `Row`. Raises ValueError, which says what is wrong."""
    read, rest = _sequence(_PART.findall(cue.replace("-", " ")))
    if rest:
        raise ValueError("a ) without its (")
    if read.empty:
        raise ValueError("nothing in it that must be there, so that it is found everywhere")
    return read


def _compile(table: object, where: str) -> Cues:
    lists = table if isinstance(table, dict) else {}
    if not lists.get("cues") or not set(lists) <= {"cues", "unless"} or not all(map(_is_texts, lists.values())):
        raise CueError(f"{where}: found {table!r}, expected a list named cues and, if need be, one named unless.")
    return Cues(_index(lists["cues"], where), _index(lists["unless"], where) if "unless" in lists else None)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)


def _index(cues: list[str], where: str) -> _Index:
    read = []
    for cue in cues:
        try:
            read.append(read_cue(cue))
        except ValueError as error:
            raise CueError(
                f"{where}: the cue {cue!r} has {error}. The top of the file says how to write one."
            ) from error
    return _Index(read)


def _sequence(parts: list[str]) -> tuple[_Cue, list[str]]:
    """Translate up to the closing parenthesis or the end; return what was read and what is left."""
    options = [_Cue()]
    while parts and not parts[0].startswith(")"):
        part, parts = parts[0], parts[1:]
        if part == "|":
            options.append(_Cue())
        elif part == "(":
            inner, parts = _sequence(parts)
            if not parts:
                raise ValueError("a ( without its )")
            options[-1] += _group(inner, may_be_missing=parts[0] == ")?")
            parts = parts[1:]
        else:
            options[-1] += _word(part)
    return (options[0] if len(options) == 1 else _one_of(options)), parts


def _one_of(options: list[_Cue]) -> _Cue:
    beginnings = frozenset().union(*(option.beginnings for option in options))
    return _Cue("|".join(option.pattern for option in options), beginnings, any(option.empty for option in options))


def _group(inner: _Cue, *, may_be_missing: bool) -> _Cue:
    mark = "?" if may_be_missing else ""
    return _Cue(f"(?:{inner.pattern}){mark}", inner.beginnings, inner.empty or may_be_missing)


def _word(word: str) -> _Cue:
    if word in _SIGNS:
        return _SIGNS[word]
    if not re.fullmatch(r"(?:[^\W_]|['.,*])+", word):
        raise ValueError(f"{word!r} in it, which is neither a word nor one of the signs")
    pattern = re.escape(word).replace(r"\*", r"\S*") + " "
    return _Cue(pattern, frozenset({_ANY if "*" in word else word.lower()}), empty=False)


_NUMBERS = "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty ninety".split()
_SIGNS = {
    "*": _Cue(r"(?:\S+ ){0,4}", frozenset({_ANY})),
    "#": _Cue(rf"(?:\d\S*|{'|'.join(_NUMBERS)}) ", frozenset({_DIGIT, *_NUMBERS}), empty=False),
    "^": _Cue(r"(?<=\A )"),
    "$": _Cue(r"\Z"),
    "@": _Cue(r"(?-i:[A-Z])\S* ", frozenset({_CAPITAL}), empty=False),
    **{mark: _Cue(re.escape(mark) + " ", frozenset({mark}), empty=False) for mark in "?!:&"},
}
