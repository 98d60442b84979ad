"""Stores what the light reader says of messages whose scenario it has not seen: python training/folds_light.py"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from examples import load_examples
from light import FOLDS, fit_levels, fit_moves, held_out_moves, level_rows, predict_moves, sentences_of, weight_of

from genuinely.assessing.levels import SPEAKS

TARGET = Path(__file__).resolve().parents[1] / "data" / "ratings" / "held_out_light.jsonl"


def main() -> None:
    examples = load_examples()
    sentences = sentences_of(examples)
    weights = np.array([weight_of(example) for example in examples])
    said: list[dict[str, list[float]]] = [{} for _ in examples]
    for fold in range(FOLDS):
        learn = sentences.fold != fold
        made = held_out_moves(sentences, learn)
        made[~learn] = predict_moves(sentences, ~learn, *fit_moves(sentences, learn))
        known = np.isin(np.arange(len(examples)), sentences.message[learn])
        for criterion in SPEAKS:
            rated = np.array([example.levels.get(criterion, -1) for example in examples])
            rows = level_rows(criterion, examples, sentences, made)
            chosen = known & (rated >= 0)
            one, two = fit_levels(criterion, rows[chosen], rated[chosen], weights[chosen])
            told = np.flatnonzero(~known & (rated >= 0))
            least = one.predict_proba(rows[told])[:, 1]
            both = np.minimum(least, two.predict_proba(rows[told])[:, 1])
            for i, p in zip(told, np.stack([1 - least, least - both, both], axis=1), strict=True):
                said[i][criterion] = [round(float(value), 4) for value in p]
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    lines = [json.dumps({"id": e.id, "probabilities": p}) for e, p in zip(examples, said, strict=True)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
