"""Fits the light reader: moves from hashed features, and levels from moves.

The levels are always fitted on moves that were predicted for scenarios held out, as they will be in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from examples import Example, fold_of
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from genuinely.assessing.features import BUCKETS, featurize
from genuinely.assessing.levels import SPEAKS, evidence_features

FOLDS = 5
DRAFT_WEIGHT = 4.0
"""A card's own draft counts this often: it is what learners start from, and there is one for twenty messages."""

STRENGTH = 0.1
"""Inverse of the ridge penalty on rows of length `LENGTH`. Of 0.02, 0.1 and 0.4 the best on one fold."""

LENGTH = 8.0
"""Rows are stretched to this length for the fit: the solver's stopping rule expects features of about this size."""

NEVER = -6.0
"""The bias of a move that was not among what was learned from."""

MOVES = (
    "subject", "greeting", "closing", "identify", "occasion", "ground", "link", "shallow_link", "question",
    "generic_question", "ask", "vague_ask", "big_ask", "offer", "vague_offer", "seed", "vague_seed", "exit",
    "soften", "pressure", "need", "praise", "thanks", "grovel", "boast", "stock", "personal", "hostile",
)  # fmt: skip


@dataclass
class Sentences:
    """All sentences of the examples: features (rows of length 1), moves, and whose they are."""

    features: sp.csr_matrix
    moves: np.ndarray
    message: np.ndarray
    fold: np.ndarray
    weight: np.ndarray


def sentences_of(examples: list[Example]) -> Sentences:
    rows = [row for example in examples for row in featurize(example.text, example.scenario)]
    ends = np.cumsum([0, *map(len, rows)])
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(len(row)), dtype=np.float32) for row in rows])
    return Sentences(
        sp.csr_matrix((values, np.concatenate(rows), ends), shape=(len(rows), BUCKETS)),
        np.array([[move in made for move in MOVES] for example in examples for made in example.moves]),
        np.array([i for i, example in enumerate(examples) for _ in example.moves]),
        np.array([fold_of(example.scenario, FOLDS) for example in examples for _ in example.moves]),
        np.array([weight_of(example) for example in examples for _ in example.moves]),
    )


def weight_of(example: Example) -> float:
    return DRAFT_WEIGHT if example.id.startswith("draft-") else 1.0


def fit_moves(sentences: Sentences, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (moves by buckets) and biases, fitted on the chosen rows."""
    weights = np.zeros((len(MOVES), BUCKETS), dtype=np.float32)
    biases = np.zeros(len(MOVES))
    stretched = sentences.features[rows] * LENGTH
    for number in range(len(MOVES)):
        made = sentences.moves[rows, number]
        if not made.any():  # few scenarios may hold none of a rare move
            biases[number] = NEVER
            continue
        model = LogisticRegression(C=STRENGTH, max_iter=200, tol=1e-3)
        model.fit(stretched, made, sentences.weight[rows])
        weights[number], biases[number] = model.coef_[0] * LENGTH, model.intercept_[0]
    return weights, biases


def predict_moves(sentences: Sentences, rows: np.ndarray, weights: np.ndarray, biases: np.ndarray) -> np.ndarray:
    """Return the probability of each move, in the weights' stored precision."""
    scores = sentences.features[rows] @ restore(*quantize(weights)).T + biases
    return 1 / (1 + np.exp(-scores))


def quantize(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the weights as whole numbers from -127 to 127, and the largest of each move.

    A number stands for its square's share of the largest weight, its sign kept: most weights are small, and even
    steps would round them to nothing.
    """
    largest = np.maximum(np.abs(weights).max(axis=1), 1e-9)
    share = np.sqrt(np.abs(weights) / largest[:, None])
    return (np.sign(weights) * np.round(127 * share)).astype(np.int8), largest


def restore(quantized: np.ndarray, largest: np.ndarray) -> np.ndarray:
    """Return the weights that stored numbers stand for."""
    numbers = quantized.astype(np.float32)
    return np.asarray(np.sign(numbers) * (numbers / 127) ** 2 * largest[:, None])


def held_out_moves(sentences: Sentences, among: np.ndarray) -> np.ndarray:
    """Return each sentence's probabilities from a model that did not see its scenario, for the folds `among`."""
    found = np.full(sentences.moves.shape, np.nan)
    for fold in np.unique(sentences.fold[among]):
        learn, tell = among & (sentences.fold != fold), among & (sentences.fold == fold)
        found[tell] = predict_moves(sentences, tell, *fit_moves(sentences, learn))
    return found


def level_rows(criterion: str, examples: list[Example], sentences: Sentences, made: np.ndarray) -> np.ndarray:
    """Return the numbers that a criterion's trees look at, a row for each example."""
    firsts = np.searchsorted(sentences.message, np.arange(len(examples) + 1))
    readings = [dict(zip(MOVES, row, strict=True)) for row in made]
    return np.array(
        [
            evidence_features(criterion, readings[firsts[i] : firsts[i + 1]], example.text)
            for i, example in enumerate(examples)
        ]
    )


def fit_levels(
    criterion: str, rows: np.ndarray, levels: np.ndarray, weights: np.ndarray
) -> list[HistGradientBoostingClassifier]:
    """Return the models for "at least 1" and for "2", monotone where the rubric is."""
    signs = [sign for sign in SPEAKS[criterion].values() for _ in range(3)] + [0, 0]
    return [
        HistGradientBoostingClassifier(
            max_iter=100, max_depth=3, learning_rate=0.06, min_samples_leaf=10, l2_regularization=1.0,
            monotonic_cst=signs, random_state=0,
        ).fit(rows, levels >= least, weights)
        for least in (1, 2)
    ]  # fmt: skip


def as_data(model: HistGradientBoostingClassifier) -> dict[str, Any]:
    """Return a fitted model as plain numbers (see `genuinely.assessing.levels.Tree`)."""
    trees = [_tree(predictors[0].nodes, 0) for predictors in model._predictors]
    return {"base": round(float(np.ravel(model._baseline_prediction)[0]), 6), "trees": trees}


def _tree(nodes: np.ndarray, at: int) -> list[Any]:
    node = nodes[at]
    if node["is_leaf"]:
        return [round(float(node["value"]), 5)]
    less, more = (_tree(nodes, int(node[side])) for side in ("left", "right"))
    return [int(node["feature_idx"]), round(float(node["num_threshold"]), 6), less, more]
