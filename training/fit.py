"""Makes the files of data/model from all rated messages.

    python training/fit.py                                      the light reader, and how both are put together
    python training/fit.py --wheel WHEEL --work FOLDER          and first the full reader (resumable by epoch)

The full reader takes about 25 minutes on one core, the rest about five. What the full reader says of messages unseen
comes from `data/ratings/held_out_full_*.jsonl`: after a change to it, run `folds.py` first.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
from blend import blended, fit_blend, full_said, rows_of
from examples import RATINGS, Example, load_examples
from light import (
    MOVES,
    Sentences,
    as_data,
    fit_levels,
    fit_moves,
    held_out_moves,
    level_rows,
    quantize,
    sentences_of,
    weight_of,
)
from looked_at import write_sample
from made_with import made_with
from settings import BLEND

from genuinely.assessing.features import BUCKETS
from genuinely.assessing.levels import SPEAKS

MODEL = Path(__file__).resolve().parents[1] / "data" / "model"
ALSO_WORDS = ("moron", "disable", "alum", "endorse", "enclose", "elevate", "boast")
"""Words that a cue looks for and the vocabulary lacks: they are no slips of others."""
LIGHT_VERSION = "light-5"
FULL_VERSION = "full-2"
"""Names both readers together: raise it whenever anything in data/model changes, the other when light or levels do."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wheel", type=Path)
    parser.add_argument("--work", type=Path)
    args = parser.parse_args()
    if args.wheel:
        command = ["--wheel", args.wheel, "--work", args.work]
        subprocess.run([sys.executable, Path(__file__).with_name("fit_full.py"), *command], check=True)
    _vocabulary()
    examples = load_examples()
    sentences = sentences_of(examples)
    light = held_out_moves(sentences, np.ones(len(sentences.message), dtype=bool))
    _light(examples, sentences, light)
    _blend(examples, sentences, light)
    write_sample(RATINGS / "looked_at.jsonl", examples)
    made_with(MODEL / "made.json")


def _vocabulary() -> None:
    """The whole words of the encoder's vocabulary, in its order, which is that of how often they are met."""
    found = json.loads((MODEL / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    words = [
        word for word in sorted(found, key=found.__getitem__) if word.isascii() and word.isalpha() and len(word) > 1
    ]
    (MODEL / "words.txt").write_text("\n".join([*words, *ALSO_WORDS]) + "\n", encoding="utf-8")


def _light(examples: list[Example], sentences: Sentences, held_out: np.ndarray) -> None:
    weights, biases = fit_moves(sentences, np.ones(len(sentences.message), dtype=bool))
    quantized, largest = quantize(weights)
    (MODEL / "light.bin").write_bytes(quantized.tobytes())
    head = {
        "version": LIGHT_VERSION,
        "buckets": BUCKETS,
        "moves": MOVES,
        "largest": [round(float(value), 6) for value in largest],
        "bias": [round(float(b), 6) for b in biases],
        "threshold": _thresholds(held_out, sentences),
    }
    _write("light.json", head, indent=1)
    rows = {criterion: level_rows(criterion, examples, sentences, held_out) for criterion in SPEAKS}
    _write("levels.json", _levels(rows, examples))


def _blend(examples: list[Example], sentences: Sentences, light: np.ndarray) -> None:
    full, witness = full_said(examples)
    blend = fit_blend(light, full, sentences, np.ones(len(sentences.message), dtype=bool))
    made = blended(light, full, blend)
    head = {
        "version": FULL_VERSION,
        "edge": BLEND["edge"],
        "weights": {move: [round(float(w), 5) for w in row] for move, row in zip(MOVES, blend, strict=True)},
        "threshold": _thresholds(made, sentences),
    }
    _write("blend.json", head, indent=1)
    rows = {criterion: rows_of(criterion, examples, sentences, made, witness) for criterion in SPEAKS}
    _write("levels_full.json", _levels(rows, examples))


def _levels(rows: dict[str, np.ndarray], examples: list[Example]) -> dict[str, object]:
    weights = np.array([weight_of(example) for example in examples])
    levels: dict[str, object] = {}
    for criterion, row in rows.items():
        rated = np.array([example.levels.get(criterion, -1) for example in examples])
        known = rated >= 0
        levels[criterion] = [as_data(m) for m in fit_levels(criterion, row[known], rated[known], weights[known])]
    return levels


def _thresholds(probabilities: np.ndarray, sentences: Sentences) -> dict[str, float]:
    return {move: _threshold(probabilities[:, i], sentences.moves[:, i]) for i, move in enumerate(MOVES)}


def _threshold(probability: np.ndarray, made: np.ndarray) -> float:
    """The probability from which a move is called made, at which precision and recall balance best (F1)."""

    def f1(least: float) -> float:
        called = probability >= least
        return float(2 * (called & made).sum() / max(1, called.sum() + made.sum()))

    return round(float(max(np.arange(0.1, 0.65, 0.025), key=f1)), 3)


def _write(name: str, value: object, indent: int | None = None) -> None:
    separators = None if indent else (",", ":")
    text = json.dumps(value, indent=indent, separators=separators) + "\n"
    (MODEL / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
