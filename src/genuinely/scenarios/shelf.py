"""The cards that the course comes with, and those of an instructor's own."""

from __future__ import annotations

import difflib
import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from genuinely.resources import data
from genuinely.scenarios.card import Scenario
from genuinely.scenarios.frozen import FrozenDict
from genuinely.scenarios.own import own_files

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class UnknownScenarioError(KeyError):
    """No card has this id. `near` holds the ids that look like it, best first."""

    def __init__(self, id: str, near: tuple[str, ...]) -> None:
        self.id = id
        self.near = near
        super().__init__(id)

    def __str__(self) -> str:
        nearest = f" The nearest are: {', '.join(self.near)}." if self.near else ""
        return f"There is no scenario {self.id!r}.{nearest}"


@cache
def load_scenarios() -> FrozenDict[str, Scenario]:
    """Return every card that the course comes with by id, in the order of their ids; none of an instructor's own.

    Raises ScenarioError if a card is malformed.
    """
    cards = (Scenario.from_toml(file) for _, file in sorted(_shipped().items()))
    return FrozenDict((card.id, card) for card in cards)


def load_scenario(id: str) -> Scenario:
    """Return one card, reading that file alone: the course's own, or else an instructor's.

    Raises UnknownScenarioError with the ids nearest to `id`, ScenarioError if an instructor's card is malformed.
    """
    if id in _shipped():
        return _load(id)
    own = own_scenarios() if _ID.fullmatch(id) else {}
    if id in own:
        return _load_own(own[id], own[id].stat().st_mtime_ns)
    near = difflib.get_close_matches(id, [*_shipped(), *own], n=3, cutoff=0.5)
    raise UnknownScenarioError(id, tuple(near))


def own_scenarios() -> dict[str, Path]:
    """Return the files of an instructor's own cards by id, none of which has the id of a card of the course."""
    return {id: file for id, file in own_files().items() if id not in _shipped()}


@cache
def _shipped() -> FrozenDict[str, Traversable]:
    files = (file for file in data("scenarios").iterdir() if file.name.endswith(".toml"))
    return FrozenDict((file.name.removesuffix(".toml"), file) for file in files)


@cache
def _load(id: str) -> Scenario:
    return Scenario.from_toml(_shipped()[id])


@lru_cache(maxsize=64)
def _load_own(file: Path, changed: int) -> Scenario:
    """`changed` is what makes a card that was saved again be read again."""
    return Scenario.from_toml(file)
