"""The light reader: the probability of each move in each sentence, by a linear model on hashed features.

It needs the standard library alone. The weights are fitted by `training/` and stored as one signed byte for each
move and bucket: its square, with its sign, is the weight's share of the move's largest.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import itemgetter

from genuinely.assessing.features import BUCKETS, featurize
from genuinely.assessing.text import Text
from genuinely.resources import data
from genuinely.scenarios import Scenario

_SQUARES = [byte * byte if byte < 128 else -((256 - byte) ** 2) for byte in range(256)]
"""What each stored byte, read as a signed number, contributes."""


class ModelError(RuntimeError):
    """The model's files are missing or do not belong together."""


@dataclass(frozen=True)
class LightModel:
    """A row of weights for each move. `threshold` is the probability from which a move counts as made."""

    version: str
    moves: tuple[str, ...]
    weights: tuple[bytes, ...]
    largest: tuple[float, ...]
    bias: tuple[float, ...]
    threshold: dict[str, float]

    def probabilities(self, buckets: Sequence[int]) -> dict[str, float]:
        """Return the probability of each move in a sentence with these features."""
        if not buckets:
            return dict.fromkeys(self.moves, 0.0)
        pick = itemgetter(buckets[0], *buckets)  # one more, so that a single bucket gives a row as well
        size = math.sqrt(len(buckets)) * 127 * 127
        found = {}
        for move, row, largest, bias in zip(self.moves, self.weights, self.largest, self.bias, strict=True):
            total = sum(map(_SQUARES.__getitem__, pick(row))) - _SQUARES[row[buckets[0]]]
            found[move] = _logistic(bias + largest * total / size)
        return found


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
        weights=tuple(body[i * BUCKETS : (i + 1) * BUCKETS] for i in range(len(moves))),
        largest=tuple(head["largest"]),
        bias=tuple(head["bias"]),
        threshold=head["threshold"],
    )


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, value))))
