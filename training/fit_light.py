"""Fits the light reader on all rated messages and writes it to data/model/: python training/fit_light.py"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from examples import load_examples
from light import (
    MOVES,
    as_data,
    fit_levels,
    fit_moves,
    held_out_moves,
    level_rows,
    quantize,
    sentences_of,
    weight_of,
)

from genuinely.assessing.features import BUCKETS
from genuinely.assessing.levels import SPEAKS

MODEL = Path(__file__).resolve().parents[1] / "data" / "model"
VERSION = "light-3"


def main() -> None:
    examples = load_examples()
    sentences = sentences_of(examples)
    everything = np.ones(len(sentences.message), dtype=bool)
    held_out = held_out_moves(sentences, everything)
    weights, biases = fit_moves(sentences, everything)
    quantized, largest = quantize(weights)
    MODEL.mkdir(exist_ok=True)
    (MODEL / "light.bin").write_bytes(quantized.tobytes())
    head = {
        "version": VERSION,
        "buckets": BUCKETS,
        "moves": MOVES,
        "largest": [round(float(value), 6) for value in largest],
        "bias": [round(float(b), 6) for b in biases],
        "threshold": {move: _threshold(held_out[:, i], sentences.moves[:, i]) for i, move in enumerate(MOVES)},
    }
    _write(MODEL / "light.json", head, indent=1)
    weights_of_messages = np.array([weight_of(example) for example in examples])
    levels = {}
    for criterion in SPEAKS:
        rated = np.array([example.levels.get(criterion, -1) for example in examples])
        known = rated >= 0
        rows = level_rows(criterion, examples, sentences, held_out)[known]
        models = fit_levels(criterion, rows, rated[known], weights_of_messages[known])
        levels[criterion] = [as_data(model) for model in models]
    _write(MODEL / "levels.json", levels)


def _threshold(probability: np.ndarray, made: np.ndarray) -> float:
    """The probability from which a move is called made, at which precision and recall balance best (F1)."""

    def f1(least: float) -> float:
        called = probability >= least
        return 2 * (called & made).sum() / max(1, called.sum() + made.sum())

    return round(float(max(np.arange(0.1, 0.65, 0.025), key=f1)), 3)


def _write(path: Path, value: object, indent: int | None = None) -> None:
    separators = None if indent else (",", ":")
    path.write_text(json.dumps(value, indent=indent, separators=separators) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
