"""Stores what three simple readers say of messages whose scenario is held out: python training/folds_baselines.py

`length` sees only how long a message is, `cues` only which cue phrases stand in it, `ngrams` its words and letters,
straight to levels. What the checker knows beyond them is what it is worth.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import scipy.sparse as sp
from examples import RATINGS, Example, fold_of, load_examples
from light import FOLDS, MOVES, fit_levels
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from stored import write_levels

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.levels import SPEAKS, evidence_features
from genuinely.cli.agreement import weighted_kappa
from genuinely.scenarios import CRITERIA

PENALTY = 1.0
"""Of the ridge, on rows of length 1."""

CUTS = np.arange(0.2, 1.85, 0.05)
"""Where a predicted number may be cut into levels; the two cuts are chosen among the learning scenarios alone."""

Fitted = Callable[[str, np.ndarray, np.ndarray, np.ndarray], np.ndarray]
"""criterion, levels of all, rows to learn from, rows to tell: their levels."""


def main() -> None:
    examples = load_examples()
    folds = np.array([fold_of(example.scenario, FOLDS) for example in examples])
    for name, make in {"length": by_length, "cues": by_cues, "ngrams": by_ngrams}.items():
        tell = make(examples, folds)
        said: list[dict[str, int]] = [{} for _ in examples]
        for criterion in CRITERIA:
            rated = np.array([example.levels.get(criterion, -1) for example in examples])
            for fold in range(FOLDS):
                learn, told = (np.flatnonzero(side & (rated >= 0)) for side in (folds != fold, folds == fold))
                for i, level in zip(told, tell(criterion, rated, learn, told), strict=True):
                    said[i][criterion] = int(level)
        write_levels(RATINGS / f"held_out_{name}.jsonl", examples, said)
        print(name, flush=True)


def by_length(examples: list[Example], folds: np.ndarray) -> Fitted:
    texts = [example.text for example in examples]
    rows = np.array([[np.log(t.words + 1), np.log(t.characters + 1), len(t.sentences), t.lines] for t in texts])

    def tell(criterion: str, rated: np.ndarray, learn: np.ndarray, told: np.ndarray) -> np.ndarray:
        chances = (_trees().fit(rows[learn], rated[learn] >= least).predict_proba(rows[told])[:, 1] for least in (1, 2))
        return sum((chance > 0.5).astype(int) for chance in chances)

    return tell


def by_cues(examples: list[Example], folds: np.ndarray) -> Fitted:
    """The checker's own trees, on cues found in place of moves read."""
    found = [[_cues_in(sentence.text) for sentence in example.text.sentences] for example in examples]

    def tell(criterion: str, rated: np.ndarray, learn: np.ndarray, told: np.ndarray) -> np.ndarray:
        if criterion not in SPEAKS:  # length: no cue speaks of it
            return np.full(len(told), round(float(np.median(rated[learn]))))
        rows = np.array(
            [evidence_features(criterion, readings, e.text) for readings, e in zip(found, examples, strict=True)]
        )
        models = fit_levels(criterion, rows[learn], rated[learn], np.ones(len(learn)))
        return sum((model.predict_proba(rows[told])[:, 1] > 0.5).astype(int) for model in models)

    return tell


def _cues_in(sentence: str) -> dict[str, float]:
    row, cues = Row.of(sentence), load_cues()
    return {move: float(move in cues and cues[move].find(row) is not None) for move in MOVES}


def by_ngrams(examples: list[Example], folds: np.ndarray) -> Fitted:
    """Words 1 to 2, characters 2 to 5 and the length, to a number by ridge regression, cut into levels."""
    kernels = [_kernel(examples, folds != fold) for fold in range(FOLDS)]

    def tell(criterion: str, rated: np.ndarray, learn: np.ndarray, told: np.ndarray) -> np.ndarray:
        kernel = kernels[folds[told[0]]]
        inner = np.empty(len(learn))
        for fold in np.unique(folds[learn]):
            apart = folds[learn] == fold
            inner[apart] = _ridge(kernel, rated, learn[~apart], learn[apart])
        cuts = _best_cuts(inner, rated[learn])
        return np.digitize(_ridge(kernel, rated, learn, told), cuts)

    return tell


def _kernel(examples: list[Example], learn: np.ndarray) -> np.ndarray:
    """The likeness of every two messages, the words weighed by how rare they are among the learning ones."""
    texts = np.array([example.text.message for example in examples], dtype=object)
    parts = []
    for analyzer, sizes in (("word", (1, 2)), ("char_wb", (2, 5))):
        counts = TfidfVectorizer(analyzer=analyzer, ngram_range=sizes, min_df=2, sublinear_tf=True)
        counts.fit(texts[learn])
        parts.append(counts.transform(texts))
    lengths = np.array([[np.log(e.text.words + 1) / 10, np.log(e.text.characters + 1) / 10] for e in examples])
    rows = sp.hstack([*parts, sp.csr_matrix(lengths)]).tocsr()
    return np.asarray((rows @ rows.T).todense())


def _ridge(kernel: np.ndarray, rated: np.ndarray, learn: np.ndarray, told: np.ndarray) -> np.ndarray:
    middle = rated[learn].mean()
    inside = kernel[np.ix_(learn, learn)] + PENALTY * np.eye(len(learn))
    return kernel[np.ix_(told, learn)] @ np.linalg.solve(inside, rated[learn] - middle) + middle


def _best_cuts(numbers: np.ndarray, rated: np.ndarray) -> tuple[float, float]:
    pairs = [(one, two) for one in CUTS for two in CUTS if one < two]
    return max(pairs, key=lambda cuts: weighted_kappa(list(zip(rated, np.digitize(numbers, cuts), strict=True))))


def _trees() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(max_iter=60, max_depth=3, learning_rate=0.06, random_state=0)


if __name__ == "__main__":
    main()
