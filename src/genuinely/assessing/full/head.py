"""The head of the full reader: sentences meet the card's facts and goals, and give moves and levels.

The same sums as `training/reader.py`, which fits the arrays, in numpy.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from genuinely.assessing.text import Text
from genuinely.resources import data
from genuinely.scenarios import Scenario

if TYPE_CHECKING:
    from numpy.typing import NDArray

GROUPS = 3
"""The card's recipient facts, recipient goals and sender facts."""

Arrays = dict[str, "NDArray[np.float32]"]


@dataclass(frozen=True)
class Card:
    """The vectors of a card's texts (texts, width), and the group of each."""

    vectors: NDArray[np.float32]
    groups: NDArray[np.int64]


def read_head(
    sentences: NDArray[np.float32], card: Card, lengths: list[float]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the probabilities of moves (sentences, moves), and of "at least 1" and "2" (criteria, 2).

    sentences: a vector for each sentence, at least one. lengths: as from `lengths_of`.
    """
    w = _arrays()
    seen = np.concatenate([sentences, *_meet(sentences, card, w)], axis=1)
    moves = _logistic(_times(seen, w["moves.weight"]) + w["moves.bias"])
    gist = np.tanh(_times(seen, w["gist.weight"]) + w["gist.bias"])
    told = _times(_softmax(_times(w["looks"], gist)), gist.T)
    sums = np.concatenate([moves.max(axis=0), moves.sum(axis=0) / 4, np.array(lengths, dtype=np.float32)])
    known = np.concatenate([told, np.broadcast_to(sums, (len(told), len(sums)))], axis=1)
    return moves, _logistic(np.einsum("ck,ckl->cl", known, w["levels"]) + w["bias"])


def lengths_of(text: Text, scenario: Scenario) -> list[float]:
    """Return what the head knows of a message's length and channel, numbers of about 0 to 1."""
    return [
        math.log(text.words + 1) / 5,
        math.log(text.characters + 1) / 7,
        len(text.sentences) / 20,
        float(scenario.channel == "chat"),
        float(scenario.channel == "linkedin_note"),
    ]


def _meet(sentences: NDArray[np.float32], card: Card, w: Arrays) -> list[NDArray[np.float32]]:
    """What each sentence takes up of each group of the card: attended texts, and how near the nearest two are.

    Of a group without texts a sentence takes up nothing, and is as far from it as from the farthest text.
    """
    asks = _times(sentences, w["asks.weight"]) + w["asks.bias"]
    answers = _times(card.vectors, w["answers.weight"]) + w["answers.bias"]
    told = _times(card.vectors, w["tells.weight"]) + w["tells.bias"]
    scores = _times(asks, answers) / np.float32(math.sqrt(answers.shape[1]))
    found = []
    for group in range(GROUPS):
        here = card.groups == group
        found.append(_times(_softmax(scores[:, here]), told[here].T) if here.any() else np.zeros_like(asks))
        found.append(_nearest_two(scores[:, here] if here.any() else scores.min(axis=1, keepdims=True)))
    return found


def _nearest_two(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The two highest of each row; twice the same where there is but one, as in a short card of somebody's own."""
    highest: NDArray[np.float32] = -np.sort(-scores, axis=1)
    return highest[:, [0, min(1, scores.shape[1] - 1)]]


def _times(rows: NDArray[np.float32], others: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each row times each of the others. Not by BLAS, whose threads would keep the other cores busy for so little."""
    found: NDArray[np.float32] = np.einsum("ik,jk->ij", rows, np.ascontiguousarray(others))
    return found


def _softmax(x: NDArray[np.float32]) -> NDArray[np.float32]:
    grown = np.exp(x - x.max(axis=1, keepdims=True)).astype(np.float32)
    found: NDArray[np.float32] = (grown / grown.sum(axis=1, keepdims=True)).astype(np.float32)
    return found


def _logistic(x: NDArray[np.float32]) -> NDArray[np.float32]:
    found: NDArray[np.float32] = (1 / (1 + np.exp(-x))).astype(np.float32)
    return found


@cache
def _arrays() -> Arrays:
    stored = np.load(io.BytesIO(data("model", "head.npz").read_bytes()), allow_pickle=False)
    return {name: stored[name].astype(np.float32) for name in stored.files}
