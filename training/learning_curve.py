"""Stores what the light reader says, unseen, when it learns from fewer scenarios: python training/learning_curve.py

In each fold a quarter and a half of the scenarios that it may learn from are kept, the same ones whenever it is run;
all of them is `folds.py`. The full reader has none: it would have to be fitted ten times more.
"""

from __future__ import annotations

from random import Random

import numpy as np
from examples import RATINGS, Example, fold_of, load_examples
from light import FOLDS, fit_levels, fit_moves, held_out_moves, level_rows, predict_moves, sentences_of, weight_of
from stored import write_levels

from genuinely.assessing.levels import SPEAKS, settle
from genuinely.scenarios import load_scenarios

SHARES = {"quarter": 4, "half": 2}
"""One scenario in so many is learned from."""


def main() -> None:
    examples = load_examples()
    sentences = sentences_of(examples)
    weights = np.array([weight_of(example) for example in examples])
    of_message = np.array([example.scenario.id for example in examples])
    for name, one_in in SHARES.items():
        said: list[dict[str, int]] = [{} for _ in examples]
        for fold in range(FOLDS):
            kept = np.isin(of_message, learned_from(fold, one_in))
            told = np.array([fold_of(example.scenario, FOLDS) == fold for example in examples])
            learn, tell = kept[sentences.message], told[sentences.message]
            made = held_out_moves(sentences, learn)
            made[tell] = predict_moves(sentences, tell, *fit_moves(sentences, learn))
            for criterion in SPEAKS:
                _levels(
                    criterion, examples, level_rows(criterion, examples, sentences, made), kept, told, weights, said
                )
            print(f"a {name}: fold {fold + 1} of {FOLDS}", flush=True)
        write_levels(RATINGS / f"held_out_light_{name}.jsonl", examples, said)


def learned_from(fold: int, one_in: int) -> list[str]:
    """Return the ids of one in so many of the scenarios that a fold may learn from; a half holds the quarter."""
    cards = load_scenarios()
    may = [id for id in cards if fold_of(cards[id], FOLDS) != fold]
    Random(fold).shuffle(may)
    return may[: round(len(may) / one_in)]


def _levels(
    criterion: str,
    examples: list[Example],
    rows: np.ndarray,
    kept: np.ndarray,
    told: np.ndarray,
    weights: np.ndarray,
    said: list[dict[str, int]],
) -> None:
    rated = np.array([example.levels.get(criterion, -1) for example in examples])
    chosen, tell = kept & (rated >= 0), np.flatnonzero(told & (rated >= 0))
    one, two = fit_levels(criterion, rows[chosen], rated[chosen], weights[chosen])
    least = one.predict_proba(rows[tell])[:, 1]
    both = np.minimum(least, two.predict_proba(rows[tell])[:, 1])
    for i, a, b in zip(tell, least, both, strict=True):
        said[i][criterion] = settle((1 - a, a - b, b))


if __name__ == "__main__":
    main()
