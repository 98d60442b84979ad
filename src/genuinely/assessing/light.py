"""The light reader: the probability of each move in each sentence, by a linear model on hashed features.

It needs the standard library alone. The weights are fitted by `training/` and stored as one signed byte for each
move and bucket, with a scale for each move.
"""

from __future__ import annotations

import json
import math
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from genuinely.assessing.features import BUCKETS, featurize
from genuinely.assessing.text import Text
from genuinely.resources import data
from genuinely.scenarios import Scenario


class ModelError(RuntimeError):
    """The model's files are missing or do not belong together."""


@dataclass(frozen=True)
class LightModel:
    """A row of weights for each move. `threshold` is the probability from which a move counts as made."""

    version: str
    moves: tuple[str, ...]
    weights: tuple[array[int], ...]
    scale: tuple[float, ...]
    bias: tuple[float, ...]
    threshold: dict[str, float]

    def probabilities(self, buckets: Sequence[int]) -> dict[str, float]:
        """Return the probability of each move in a sentence with these features."""
        pick = itemgetter(*buckets, buckets[0])
        size = math.sqrt(len(buckets))
        return {
            move: _logistic(self.bias[i] + self.scale[i] * (sum(pick(row)) - row[buckets[0]]) / size)
            for i, (move, row) in enumerate(zip(self.moves, self.weights, strict=True))
        }


def read_light(text: Text, scenario: Scenario) -> list[dict[str, float]]:
    """Return the probability of each move, for each sentence of a message."""
    model = load_light()
    return [model.probabilities(buckets) for buckets in featurize(text, scenario)]


@cache
def load_light() -> LightModel:
    """Return the fitted model. Raises ModelError if its files cannot be used."""
    folder = data("model")
    try:
        head = json.loads(folder.joinpath("light.json").read_text(encoding="utf-8"))
        body = folder.joinpath("light.bin").read_bytes()
    except (OSError, ValueError) as error:
        raise ModelError(f"The assessor's model cannot be read ({error}). Install the course again.") from error
    moves = tuple(head["moves"])
    if len(body) != len(moves) * BUCKETS or head["buckets"] != BUCKETS:
        raise ModelError("The assessor's model does not fit its reader. Install the course again.")
    return LightModel(
        version=head["version"],
        moves=moves,
        weights=tuple(array("b", body[i * BUCKETS : (i + 1) * BUCKETS]) for i in range(len(moves))),
        scale=tuple(head["scale"]),
        bias=tuple(head["bias"]),
        threshold=head["threshold"],
    )


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
