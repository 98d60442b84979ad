"""Stores what the readers say of messages whose scenario they have not seen, fold by fold.

    python training/folds.py --work FOLDER                       from the full reader's folds as they are stored
    python training/folds.py --work FOLDER --wheel WHEEL         and first fits the full reader for each fold

Every step is kept in FOLDER and not done again: the full reader's fold 20 to 35 minutes on one core (and resumable by
epoch), the light reader's about two. What is chosen or fitted for a fold is chosen and fitted on the other folds.
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
    Sentences,
    fit_levels,
    fit_moves,
    held_out_moves,
    level_rows,
    predict_moves,
    sentences_of,
    tell_levels,
    weight_of,
)
from made_with import made_with
from settings import FOLDS

from genuinely.assessing.levels import SPEAKS

Said = list[dict[str, list[float]]]
"""For each example the probabilities of its levels by criterion."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--wheel", type=Path)
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    if args.wheel:
        for fold in range(FOLDS):
            command = ["--wheel", args.wheel, "--work", args.work, "--fold", str(fold)]
            subprocess.run([sys.executable, Path(__file__).with_name("fit_full.py"), *command], check=True)
    examples = load_examples()
    sentences = sentences_of(examples)
    full, witness = full_said(examples)
    light: Said = [{} for _ in examples]
    both: Said = [{} for _ in examples]
    for fold in range(FOLDS):
        made = _light_moves(sentences, fold, args.work / f"light-{fold}.npy")
        learn = sentences.fold != fold
        joined = blended(made, full, fit_blend(made, full, sentences, learn))
        known = np.isin(np.arange(len(examples)), sentences.message[learn])
        for criterion in SPEAKS:
            _tell(criterion, level_rows(criterion, examples, sentences, made), examples, known, light)
            _tell(criterion, rows_of(criterion, examples, sentences, joined, witness), examples, known, both)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    _write("held_out_light", examples, light)
    _write("held_out", examples, both)


def _light_moves(sentences: Sentences, fold: int, kept: Path) -> np.ndarray:
    """The light reader's moves: of the fold by a fit on the others, of the others by fits without their own fold."""
    if kept.exists():
        return np.asarray(np.load(kept))
    learn = sentences.fold != fold
    made = held_out_moves(sentences, learn)
    made[~learn] = predict_moves(sentences, ~learn, *fit_moves(sentences, learn))
    np.save(kept, made)
    return made


def _tell(criterion: str, rows: np.ndarray, examples: list[Example], known: np.ndarray, said: Said) -> None:
    rated = np.array([example.levels.get(criterion, -1) for example in examples])
    weights = np.array([weight_of(example) for example in examples])
    learn, tell = known & (rated >= 0), np.flatnonzero(~known & (rated >= 0))
    models = fit_levels(criterion, rows[learn], rated[learn], weights[learn])
    for i, found in zip(tell, tell_levels(models, rows[tell]), strict=True):
        said[i][criterion] = [round(float(value), 4) for value in found]


def _write(name: str, examples: list[Example], said: Said) -> None:
    lines = [json.dumps({"id": e.id, "probabilities": p}) for e, p in zip(examples, said, strict=True)]
    (RATINGS / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    made_with(RATINGS / f"{name}.made.json")


if __name__ == "__main__":
    main()
