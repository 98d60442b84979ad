"""The cards that the course comes with."""

from __future__ import annotations

import difflib
from functools import cache

from genuinely.resources import data
from genuinely.scenarios.card import Scenario
from genuinely.scenarios.frozen import FrozenDict


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
    """Return every card of the course by id, in the order of their ids.

    Raises ScenarioError if a card is malformed.
    """
    files = sorted(data("scenarios").iterdir(), key=lambda file: file.name)
    cards = (Scenario.from_toml(file) for file in files if file.name.endswith(".toml"))
    return FrozenDict((card.id, card) for card in cards)


@cache
def load_scenario(id: str) -> Scenario:
    """Return one card, reading that file alone.

    Raises UnknownScenarioError with the ids nearest to `id`.
    """
    names = {file.name.removesuffix(".toml"): file for file in data("scenarios").iterdir()}
    if id not in names:
        near = difflib.get_close_matches(id, names, n=3, cutoff=0.5)
        raise UnknownScenarioError(id, tuple(near))
    return Scenario.from_toml(names[id])
