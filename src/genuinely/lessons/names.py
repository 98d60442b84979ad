"""Other people's names: where they stand in a learner's answers, and initials in their place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from genuinely.lessons.forms import FormSpec

_WORD = re.compile(r"[^\W\d_][^\W\d_'’-]*(?:[-'’][^\W\d_]+)*")
_MOST_WORDS = 4
"""A name has so many words at most; what is longer is a description, such as `the baker whom Ada told me of`."""


def people_in(spec: FormSpec, given: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what stands in the places of a form that ask for a person."""
    found: list[str] = []
    for field in spec.fields:
        answer = given.get(field.name)
        if field.names and isinstance(answer, str):
            found.append(answer)
        for column in (column for column in field.columns if column.names):
            found += _column(answer, column.name)
    return tuple(text.strip() for text in found if text.strip())


class Initials:
    """Puts initials in place of the people given, wherever they stand."""

    def __init__(self, people: Iterable[str]) -> None:
        self._short: dict[str, str] = {}
        for person in people:
            self._short[person] = _initials(person)
            parts = _WORD.findall(person)
            if len(parts) <= _MOST_WORDS and all(map(_is_name_like, parts)):
                self._short.update((part, _initials(part)) for part in parts if len(part) > 1)
        longest_first = sorted(self._short, key=len, reverse=True)
        self._any = (
            re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in longest_first))
            if longest_first
            else None
        )

    def in_place(self, text: str) -> str:
        """Return the text with initials in place of the people."""
        if self._any is None:
            return text
        return self._any.sub(lambda found: self._short[found.group()], text)


def _column(answer: Any, name: str) -> list[str]:
    """The texts of a table's column, or of one of two lists."""
    if isinstance(answer, Mapping):
        cells = answer.get(name)
    elif isinstance(answer, list):
        cells = [row.get(name) for row in answer if isinstance(row, Mapping)]
    else:
        return []
    return [cell for cell in cells if isinstance(cell, str)] if isinstance(cells, list) else []


def _initials(person: str) -> str:
    """`A. L.` for `Ada Lovelace`, `A.` for `Ada (from work)`: small letters are left out, unless alone."""
    parts = _WORD.findall(person)
    telling = [part for part in parts if _is_name_like(part)] or parts[:1]
    return " ".join(f"{part[0]}." for part in telling) or "…"


def _is_name_like(part: str) -> bool:
    """Whether it is written as names are: with a capital letter, or in letters that have none."""
    return not part[0].islower()
