"""A classic network from `data/networks/`, and what its weak and its strong ties do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from genuinely.lessons.network import Graph, Tie, overlap, parts
from genuinely.lessons.reading import Table, read

WEAK = 2
"""A tie up to this strong is called weak: 30 of the club's 78."""
STRONG = 4
"""A tie from this strong on is called strong: 21 of the club's 78."""


@dataclass(frozen=True)
class Classic:
    """A network with its two halves (a node to "instructor" or "officers") and where its nodes are drawn."""

    title: str
    source: str
    unit: str
    graph: Graph
    half: Mapping[str, str]
    places: Mapping[str, tuple[float, float]]

    @property
    def weak(self) -> tuple[Tie, ...]:
        return tuple(tie for tie in self.graph.ties if tie.strength <= WEAK)

    @property
    def strong(self) -> tuple[Tie, ...]:
        return tuple(tie for tie in self.graph.ties if tie.strength >= STRONG)

    def crosses(self, tie: Tie) -> bool:
        """Whether a tie joins the two halves."""
        return self.half[tie.one] != self.half[tie.other]

    def held_without(self, ties: tuple[Tie, ...]) -> int:
        """Return how many people still hang together in the largest part once these ties are gone."""
        return len(parts(self.graph.without(ties=ties))[0])

    def mean_overlap(self, ties: tuple[Tie, ...]) -> float:
        """Return the mean share of common acquaintances over these ties, 0 to 1. Raises ValueError for no ties."""
        if not ties:
            raise ValueError("there is no mean over no ties")
        return sum(overlap(self.graph, tie) for tie in ties) / len(ties)


@cache
def club() -> Classic:
    """Return the karate club (Zachary 1977): 34 members, 78 ties. Raises LessonDataError."""
    return classic_from(read("networks", "karate-club.toml"))


def classic_from(file: Table) -> Classic:
    """Return the network in a file. Raises LessonDataError."""
    file.only("title", "source", "unit", "ties", "half", "places")
    places = {
        node: _numbers(file.table("places"), node, value, 2) for node, value in file.table("places").found.items()
    }
    half = _halves(file.table("half"), places)
    rows = _list(file, "ties", file.found.get("ties"))
    ties = tuple(_tie(file, number, row) for number, row in enumerate(rows, start=1))
    try:
        graph = Graph(tuple(places), ties)
    except ValueError as error:
        file.refuse("ties", f"{error}. Each is [member, other member, strength], both in [places], each pair once.")
    spots = {node: (place[0], place[1]) for node, place in places.items()}
    return Classic(file.text("title"), file.text("source"), file.text("unit"), graph, half, spots)


def _halves(table: Table, places: Mapping[str, Any]) -> dict[str, str]:
    table.only("instructor", "officers")
    half = {str(node): name for name, nodes in table.found.items() for node in _list(table, name, nodes)}
    for node in half.keys() ^ places.keys():
        table.refuse(
            node, "every member stands in one half and in [places]. Add it where it is missing, or take it out."
        )
    return half


def _tie(file: Table, number: int, row: Any) -> Tie:
    one, other, strength = _numbers(file, f"ties[{number}]", row, 3)
    return Tie(f"{one:g}", f"{other:g}", strength)


def _numbers(table: Table, key: str, value: Any, count: int) -> tuple[float, ...]:
    if not isinstance(value, list) or len(value) != count or not all(_is_number(each) for each in value):
        table.refuse(key, f"found {value!r}, expected {count} numbers in brackets.")
    return tuple(float(each) for each in value)


def _list(table: Table, key: str, value: Any) -> list[Any]:
    if not isinstance(value, list) or not value:
        table.refuse(key, f"found {value!r}, expected a list in brackets.")
    return value


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
