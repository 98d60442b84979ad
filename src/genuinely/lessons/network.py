"""A small graph and what can be read off it: parts, bridges, overlap, betweenness. Own arithmetic, for up to 60 nodes.

A tie joins two nodes both ways and has a strength, a number greater than 0 whose unit the data names.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Tie:
    """Two nodes and how strong the tie between them is (greater than 0)."""

    one: str
    other: str
    strength: float = 1.0

    @property
    def ends(self) -> frozenset[str]:
        return frozenset((self.one, self.other))


@dataclass(frozen=True)
class Graph:
    """Nodes and ties. Raises ValueError for a tie to itself, to a stranger, or given twice."""

    nodes: tuple[str, ...]
    ties: tuple[Tie, ...]

    def __post_init__(self) -> None:
        seen: set[frozenset[str]] = set()
        for tie in self.ties:
            if len(tie.ends) != 2 or not tie.ends <= set(self.nodes) or tie.ends in seen or tie.strength <= 0:
                raise ValueError(f"a tie that cannot be: {tie}")
            seen.add(tie.ends)

    @cached_property
    def neighbours(self) -> Mapping[str, frozenset[str]]:
        """Return for each node those that it has a tie to."""
        found: dict[str, set[str]] = {node: set() for node in self.nodes}
        for tie in self.ties:
            found[tie.one].add(tie.other)
            found[tie.other].add(tie.one)
        return {node: frozenset(others) for node, others in found.items()}

    def without(self, nodes: Iterable[str] = (), ties: Iterable[Tie] = ()) -> Graph:
        """Return the graph with these taken out; a node takes its ties along."""
        gone, cut = frozenset(nodes), frozenset(ties)
        left = tuple(tie for tie in self.ties if tie not in cut and not tie.ends & gone)
        return Graph(tuple(node for node in self.nodes if node not in gone), left)


def parts(graph: Graph) -> tuple[frozenset[str], ...]:
    """Return the sets of nodes that hang together, the largest first."""
    left = list(graph.nodes)
    found = []
    while left:
        part = _reached(graph, left[0])
        found.append(part)
        left = [node for node in left if node not in part]
    return tuple(sorted(found, key=lambda part: -len(part)))


def bridges(graph: Graph) -> tuple[Tie, ...]:
    """Return the ties without which the graph has one part more, in the order of the ties."""
    return tuple(tie for tie in graph.ties if tie.other not in _reached(graph.without(ties=[tie]), tie.one))


def overlap(graph: Graph, tie: Tie) -> float:
    """Return the share of the two nodes' other acquaintances whom they have in common, 0 to 1.

    O = n / ((k1 - 1) + (k2 - 1) - n), with n common neighbours and k1, k2 the numbers of ties of the two (Onnela and
    others 2007, E23). 0 where neither knows anybody else.
    """
    one, other = graph.neighbours[tie.one], graph.neighbours[tie.other]
    common = len(one & other)
    possible = len(one) - 1 + len(other) - 1 - common
    return common / possible if possible else 0.0


def betweenness(graph: Graph) -> dict[str, float]:
    """Return for each node the share of the shortest ways between the others that lead through it, 0 to 1.

    C(v) = 2 / ((N - 1)(N - 2)) * sum over pairs s, t of (shortest ways from s to t through v) / (shortest ways from s
    to t); every tie counts as one step, whatever its strength. By Brandes' algorithm (2001). 0 for fewer than 3 nodes.
    """
    found = dict.fromkeys(graph.nodes, 0.0)
    for source in graph.nodes:
        order, ways, before = _shortest_ways(graph, source)
        owed = dict.fromkeys(order, 0.0)
        for node in reversed(order):
            for earlier in before[node]:
                owed[earlier] += ways[earlier] / ways[node] * (1 + owed[node])
            if node != source:
                found[node] += owed[node]
    count = len(graph.nodes)
    pairs = (count - 1) * (count - 2)
    return {node: value / pairs if pairs > 0 else 0.0 for node, value in found.items()}


def effective_size(graph: Graph, node: str) -> float:
    """Return how many acquaintances of a node count after those who know each other anyway are set off, 1 to n.

    n - 2t / n, with n acquaintances and t ties among them (Burt's effective size in Borgatti's form). 0 for nobody.
    """
    others = graph.neighbours[node]
    among = sum(tie.ends <= others for tie in graph.ties)
    return len(others) - 2 * among / len(others) if others else 0.0


def _reached(graph: Graph, start: str) -> frozenset[str]:
    seen, waiting = {start}, [start]
    while waiting:
        for other in graph.neighbours[waiting.pop()] - seen:
            seen.add(other)
            waiting.append(other)
    return frozenset(seen)


def _shortest_ways(graph: Graph, source: str) -> tuple[list[str], dict[str, int], dict[str, list[str]]]:
    """The nodes from near to far, how many shortest ways lead to each, and the last steps of those ways."""
    steps, ways = {source: 0}, {source: 1}
    before: dict[str, list[str]] = {source: []}
    order, waiting = [], deque([source])
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for other in sorted(graph.neighbours[node]):
            if other not in steps:
                steps[other], ways[other], before[other] = steps[node] + 1, 0, []
                waiting.append(other)
            if steps[other] == steps[node] + 1:
                ways[other] += ways[node]
                before[other].append(node)
    return order, ways, before
