"""Fits the light reader: moves from hashed features, and levels from moves.

The levels are always fitted on moves that were predicted for scenarios held out, as they will be in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from examples import Example, fold_of
from settings import DRAFT_WEIGHT, FOLDS, LIGHT, TREES
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from genuinely.assessing.features import BUCKETS, featurize
from genuinely.assessing.grammar import decided
from genuinely.assessing.levels import SPEAKS, evidence_features

MOVES = (
    "subject", "greeting", "closing", "identify", "occasion", "ground", "link", "shallow_link", "question",
    "generic_question", "ask", "vague_ask", "big_ask", "offer", "vague_offer", "seed", "vague_seed", "exit",
    "soften", "pressure", "need", "praise", "thanks", "grovel", "boast", "stock", "personal", "hostile",
)  # fmt: skip


@dataclass
class Sentences:
    """All sentences of the examples: features (rows of length 1), moves, and whose they are.

    decided: the probability of each move where the sentence's words alone decide it, NaN elsewhere.
    """

    features: sp.csr_matrix
    moves: np.ndarray
    message: np.ndarray
    fold: np.ndarray
    weight: np.ndarray
    decided: np.ndarray


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
        np.array([_decided(sentence.text) for example in examples for sentence in example.text.sentences]),
    )


def _decided(sentence: str) -> list[float]:
    found = decided(sentence)
    return [found.get(move, np.nan) for move in MOVES]


def weight_of(example: Example) -> float:
    return DRAFT_WEIGHT if example.id.startswith("draft-") else 1.0


def fit_moves(sentences: Sentences, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (moves by buckets) and biases, fitted on the chosen rows."""
    weights = np.zeros((len(MOVES), BUCKETS), dtype=np.float32)
    biases = np.zeros(len(MOVES))
    stretched = sentences.features[rows] * LIGHT["length"]
    for number in range(len(MOVES)):
        made = sentences.moves[rows, number]
        if not made.any():  # few scenarios may hold none of a rare move
            biases[number] = LIGHT["never"]
            continue
        model = LogisticRegression(C=LIGHT["strength"], max_iter=200, tol=1e-3)
        model.fit(stretched, made, sentences.weight[rows])
        weights[number], biases[number] = model.coef_[0] * LIGHT["length"], model.intercept_[0]
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
    heard = np.where(np.isnan(sentences.decided), made, sentences.decided)
    readings = [dict(zip(MOVES, row, strict=True)) for row in heard]
    return np.array(
        [
            evidence_features(criterion, readings[firsts[i] : firsts[i + 1]], example.text)
            for i, example in enumerate(examples)
        ]
    )


def fit_levels(
    criterion: str, rows: np.ndarray, levels: np.ndarray, weights: np.ndarray
) -> list[HistGradientBoostingClassifier]:
    """Return the models for "at least 1" and for "2", monotone where the rubric is.

    Numbers beyond those of `level_rows` are the encoder's own witness, which speaks for a level.
    """
    signs = [sign for sign in SPEAKS[criterion].values() for _ in range(3)] + [0, 0]
    signs += [1] * (rows.shape[1] - len(signs))
    return [
        HistGradientBoostingClassifier(monotonic_cst=signs, **TREES).fit(rows, levels >= least, weights)
        for least in (1, 2)
    ]


def tell_levels(models: list[HistGradientBoostingClassifier], rows: np.ndarray) -> np.ndarray:
    """Return the probabilities of the levels 0, 1 and 2 (rows, 3)."""
    least, two = (model.predict_proba(rows)[:, 1] for model in models)
    both = np.minimum(least, two)
    return np.stack([1 - least, least - both, both], axis=1)


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
