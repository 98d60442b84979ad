"""Puts both readers together: their moves by a logistic regression each, then trees with the encoder's own witness.

What the full reader says of a message is always from a fit that did not see its scenario (`held_out_full_*.jsonl`).
"""

from __future__ import annotations

import json

import numpy as np
from examples import RATINGS, Example
from light import MOVES, Sentences, level_rows
from settings import BLEND, FOLDS
from sklearn.linear_model import LogisticRegression

from genuinely.assessing.levels import WITNESSES
from genuinely.scenarios import CRITERIA


def full_said(examples: list[Example]) -> tuple[np.ndarray, np.ndarray]:
    """Return the full reader's moves (sentences, moves) and levels (examples, criteria, "at least 1" and "2")."""
    told = {}
    for fold in range(FOLDS):
        with (RATINGS / f"held_out_full_{fold}.jsonl").open(encoding="utf-8") as lines:
            told |= {row["id"]: row for row in map(json.loads, lines)}
    moves = np.concatenate([np.array(told[e.id]["moves"]) / 1000 for e in examples if e.text.sentences])
    nothing = dict.fromkeys(CRITERIA, (0.0, 0.0))
    levels = [told[e.id]["levels"] if e.text.sentences else nothing for e in examples]
    return moves, np.array([[row[criterion] for criterion in CRITERIA] for row in levels])


def log_odds(probability: np.ndarray) -> np.ndarray:
    kept = np.clip(probability, BLEND["edge"], 1 - BLEND["edge"])
    return np.log(kept / (1 - kept))


def fit_blend(light: np.ndarray, full: np.ndarray, sentences: Sentences, rows: np.ndarray) -> np.ndarray:
    """Return for each move the bias and the weights of the light and the full reader's log-odds (moves, 3)."""
    found = np.zeros((len(MOVES), 3))
    for number in range(len(MOVES)):
        both = np.stack([log_odds(light[rows, number]), log_odds(full[rows, number])], axis=1)
        model = LogisticRegression(C=BLEND["strength"]).fit(both, sentences.moves[rows, number], sentences.weight[rows])
        found[number] = model.intercept_[0], *model.coef_[0]
    return found


def blended(light: np.ndarray, full: np.ndarray, blend: np.ndarray) -> np.ndarray:
    """Return the probability of each move in each sentence."""
    total = blend[:, 0] + blend[:, 1] * log_odds(light) + blend[:, 2] * log_odds(full)
    return np.asarray(1 / (1 + np.exp(-total)))


def rows_of(
    criterion: str, examples: list[Example], sentences: Sentences, made: np.ndarray, levels: np.ndarray
) -> np.ndarray:
    """Return what a criterion's trees look at: moves, lengths, and the encoder's own levels as log-odds."""
    rows = level_rows(criterion, examples, sentences, made)
    witness = log_odds(levels[:, CRITERIA.index(criterion)])
    assert witness.shape[1] == WITNESSES
    return np.hstack([rows, witness])
