"""From the probabilities of moves to the probabilities of levels: a small monotone model for each criterion.

Boosted trees of depth 3 on the strongest, the two strongest and the sum of each move that speaks for or against a
criterion, and on the length; where the full reader reads, also on the encoder's own level, as one more witness. More
of a move that speaks for it never lowers a level, more of one that speaks against it never raises it (`SPEAKS`);
`training/` fits the trees under these constraints.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from genuinely.assessing.text import Text
from genuinely.resources import data

SPEAKS: dict[str, dict[str, int]] = {
    "clear_ask": {
        "ask": 1, "vague_ask": 0, "big_ask": -1, "question": 1, "generic_question": 0,
        "soften": 0, "need": 0, "pressure": 0, "grovel": -1, "exit": 0,
    },
    "mutual_value": {
        "offer": 1, "vague_offer": 1, "seed": 1, "vague_seed": 0, "thanks": 0, "link": 1, "ask": 0, "need": 0,
        "vague_ask": 0, "big_ask": 0, "ground": 0, "occasion": 0, "exit": 0, "personal": 0,
    },
    "easy_no": {"exit": 1, "soften": 1, "pressure": -1, "big_ask": -1, "ask": 0, "vague_ask": 0, "offer": 0},
    "common_ground": {
        "ground": 1, "link": 1, "shallow_link": 0, "question": 1, "occasion": 0, "praise": 0, "personal": 0,
    },
    "curiosity": {"question": 1, "generic_question": 0, "ask": 1, "ground": 1, "vague_ask": 0},
    "new_together": {"seed": 1, "vague_seed": 0, "offer": 1, "ask": 0},
    "context": {
        "identify": 1, "occasion": 1, "subject": 0, "link": 1, "ground": 1, "need": 0,
        "thanks": 0, "shallow_link": 0, "greeting": 0,
    },
    "own_voice": {
        "personal": 1, "stock": -1, "praise": -1, "boast": -1, "grovel": -1, "hostile": -1,
        "link": 0, "need": 0, "ground": 0, "identify": 0, "occasion": 0, "question": 0, "generic_question": 0,
        "ask": 0, "vague_ask": 0, "offer": 0, "seed": 0, "exit": 0, "pressure": 0,
    },
}  # fmt: skip
"""For each criterion the moves that bear on it: 1 speaks for it, -1 against it, 0 either way."""

WITNESSES = 2
"""Numbers beside the moves where the full reader reads: its own log-odds of "at least 1" and of "2"."""

MOST = 4.0
"""The sum of a move's probabilities counts up to this many sentences."""

Tree = Sequence[Any]
"""A leaf is `[value]`; a fork `[feature, threshold, tree if at most, tree if more]`."""


def evidence_features(criterion: str, readings: Sequence[Mapping[str, float]], text: Text) -> list[float]:
    """Return the numbers that a criterion's trees look at, in a fixed order."""
    row: list[float] = []
    for move in SPEAKS[criterion]:
        strongest = sorted((reading[move] for reading in readings), reverse=True) or [0.0]
        row += [strongest[0], sum(strongest[:2]), min(sum(strongest), MOST)]
    return [*row, math.log(text.words + 1), float(len(text.sentences))]


Probabilities = tuple[float, float, float]
"""Of the levels 0, 1 and 2."""


@dataclass(frozen=True)
class Chances:
    """The probabilities of a criterion's levels.

    firm: False if the level is one that arithmetic on another processor could give otherwise.
    """

    probabilities: Probabilities
    firm: bool = True


ARITHMETIC = 5e-4
"""Distance from a fork within which another processor's arithmetic might take the other branch.

The encoder's 32-bit sums in another order (its graph optimised and not) move a log-odds by less than a fifth of this,
and a probability by far less.
"""


def level_chances(
    criterion: str, readings: Sequence[Mapping[str, float]], text: Text, witness: Sequence[float] = ()
) -> Chances:
    """Return the chances of the levels. `witness`: the encoder's own log-odds; none where the light reader is alone."""
    row = [*evidence_features(criterion, readings, text), *witness]
    trees = load_levels("levels_full.json" if witness else "levels.json")[criterion]
    lowest, given, highest = zip(*(_boosted(part, row) for part in trees), strict=True)
    return Chances(_three(*given), firm=settle(_three(*lowest)) == settle(_three(*highest)))


def _three(least_one: float, two: float) -> Probabilities:
    two = min(two, least_one)
    return 1 - least_one, least_one - two, two


def settle(probabilities: Sequence[float]) -> int:
    """Return the level that parts the probability in half: the one that leaves the least error on average."""
    least_one, two = probabilities[1] + probabilities[2], probabilities[2]
    return 2 if two > 0.5 else 1 if least_one > 0.5 else 0


@cache
def load_levels(file: str) -> dict[str, list[dict[str, Any]]]:
    """Return, for each criterion, the trees for "at least 1" and for "2"."""
    found: dict[str, list[dict[str, Any]]] = json.loads(data("model", file).read_text(encoding="utf-8"))
    return found


def _boosted(part: dict[str, Any], row: Sequence[float]) -> tuple[float, float, float]:
    """The probability, between the lowest and the highest that other arithmetic could give."""
    lowest = given = highest = part["base"]
    for tree in part["trees"]:
        low, value, high = _leaf(tree, row)
        lowest, given, highest = lowest + low, given + value, highest + high
    return _logistic(lowest), _logistic(given), _logistic(highest)


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-value))


def _leaf(tree: Tree, row: Sequence[float]) -> tuple[float, float, float]:
    """A tree's value, between the lowest and the highest on the branches that lie within `ARITHMETIC`."""
    while len(tree) > 1:
        feature, threshold, less, more = tree
        beyond = row[feature] - threshold
        if abs(beyond) < ARITHMETIC:
            one, other = _leaf(less, row), _leaf(more, row)
            return min(one[0], other[0]), (one if beyond <= 0 else other)[1], max(one[2], other[2])
        tree = less if beyond <= 0 else more
    return tree[0], tree[0], tree[0]
