"""From the probabilities of moves to the probabilities of levels: a small monotone model for each criterion.

Boosted trees of depth 3 on the strongest, the two strongest and the sum of each move that speaks for or against a
criterion, and on the length. More of a move that speaks for it never lowers a level, more of one that speaks
against it never raises it (`SPEAKS`); `training/` fits the trees under these constraints.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
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

MOST = 4.0
"""The sum of a move's probabilities counts up to this many sentences."""

Tree = Sequence[Any]
"""A leaf is `[value]`; a fork `[feature, threshold, tree if at most, tree if more]`."""


def evidence_features(criterion: str, readings: Sequence[dict[str, float]], text: Text) -> list[float]:
    """Return the numbers that a criterion's trees look at, in a fixed order."""
    row: list[float] = []
    for move in SPEAKS[criterion]:
        strongest = sorted((reading[move] for reading in readings), reverse=True) or [0.0]
        row += [strongest[0], sum(strongest[:2]), min(sum(strongest), MOST)]
    return [*row, math.log(text.words + 1), float(len(text.sentences))]


def level_probabilities(criterion: str, readings: Sequence[dict[str, float]], text: Text) -> tuple[float, float, float]:
    """Return the probabilities of the levels 0, 1 and 2."""
    row = evidence_features(criterion, readings, text)
    least_one, two = (_boosted(part, row) for part in load_levels()[criterion])
    two = min(two, least_one)
    return 1 - least_one, least_one - two, two


def settle(probabilities: Sequence[float]) -> int:
    """Return the level that parts the probability in half: the one that leaves the least error on average."""
    least_one, two = probabilities[1] + probabilities[2], probabilities[2]
    return 2 if two > 0.5 else 1 if least_one > 0.5 else 0


@cache
def load_levels() -> dict[str, list[dict[str, Any]]]:
    """Return, for each criterion, the trees for "at least 1" and for "2"."""
    found: dict[str, list[dict[str, Any]]] = json.loads(data("model", "levels.json").read_text(encoding="utf-8"))
    return found


def _boosted(part: dict[str, Any], row: Sequence[float]) -> float:
    total = part["base"] + sum(_leaf(tree, row) for tree in part["trees"])
    return 1 / (1 + math.exp(-total))


def _leaf(tree: Tree, row: Sequence[float]) -> float:
    while len(tree) > 1:
        feature, threshold, less, more = tree
        tree = less if row[feature] <= threshold else more
    return float(tree[0])
