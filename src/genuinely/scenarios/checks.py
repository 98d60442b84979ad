"""Reading values out of a card, with errors that say file, key, what was found and what is expected."""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn


class ScenarioError(ValueError):
    """A malformed card. The message says where, what was found and what is expected."""


class Checked:
    """One table of a card, whose values are checked as they are taken out."""

    def __init__(self, mapping: object, source: str, at: str = "") -> None:
        self._source = source
        self._at = at
        if not isinstance(mapping, Mapping):
            self._refuse("", mapping, "a table of keys and values")
        self._mapping: Mapping[str, Any] = mapping

    def has(self, key: str) -> bool:
        return key in self._mapping

    def only(self, *known: str) -> None:
        """Refuse a key that is not known: it is a slip of spelling, and would be ignored in silence."""
        for key in self._mapping:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                hint = f"Did you mean {near[0]!r}?" if near else "Take it out."
                self._refuse(key, self._mapping[key], f"one of the keys {', '.join(known)}. {hint}")

    def text(self, key: str) -> str:
        value = self._get(key, "a text in quotes")
        if not isinstance(value, str) or not value.strip():
            self._refuse(key, value, "a text that is not empty")
        return value.strip()

    def identifier(self, key: str) -> str:
        value = self.text(key)
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
            self._refuse(key, value, "small letters, digits and single hyphens, such as 'talk-follow-up'")
        return value

    def one_of(self, key: str, known: Sequence[str]) -> str:
        value = self.text(key)
        if value not in known:
            self._refuse(key, value, f"one of {', '.join(known)}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        expected = "a list of one text or more, each in quotes"
        value = self._get(key, expected)
        if not isinstance(value, list | tuple) or not value:
            self._refuse(key, value, expected)
        for item in value:
            if not isinstance(item, str) or not item.strip():
                self._refuse(key, item, "only texts that are not empty in this list")
        return tuple(item.strip() for item in value)

    def table(self, key: str) -> Checked:
        mapping = self._get(key, f"a table, begun by the line [{key}]")
        return Checked(mapping, self._source, f"{self._at}{key}.")

    def weights(self, known: Sequence[str]) -> dict[str, float]:
        """The whole table as weights by criterion, each a finite number greater than 0."""
        self.only(*known)
        if not self._mapping:
            self._refuse("", {}, "at least one criterion with its weight, such as clear_ask = 2")
        for key, value in self._mapping.items():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            if not number or not math.isfinite(value) or value <= 0:
                self._refuse(key, value, "a weight: a number greater than 0")
        return {key: self._mapping[key] for key in known if key in self._mapping}

    def _get(self, key: str, expected: str) -> Any:
        if key not in self._mapping:
            raise ScenarioError(f"{self._source}: key '{self._at}{key}' is missing. Expected {expected}.")
        return self._mapping[key]

    def _refuse(self, key: str, found: object, expected: str) -> NoReturn:
        shown = repr(found)
        shown = shown if len(shown) <= 60 else shown[:57] + "..."
        name = f"{self._at}{key}".rstrip(".") or "(the card)"
        raise ScenarioError(f"{self._source}: key '{name}': found {shown}, expected {expected}")
