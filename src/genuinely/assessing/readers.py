"""The two readers, put together: what each sentence does, and what the encoder alone would say of each level.

The full reader's and the light one's log-odds of a move are weighed and added; `training/` fits the weights.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from genuinely.assessing.assessment import ReaderName
from genuinely.assessing.light import ModelError, load_light, read_light
from genuinely.assessing.text import Text
from genuinely.resources import data
from genuinely.scenarios import FrozenDict, Scenario

Witness = tuple[float, float]
"""The encoder's own log-odds of "at least 1" and of "2"."""


class ReaderError(RuntimeError):
    """The full reader was asked for and cannot be had. The message says what to do."""


@dataclass(frozen=True)
class Read:
    """A message as it was read.

    moves: for each sentence the probability of each move.
    witness: by criterion what the encoder alone says of the level; empty where the light reader stood alone.
    threshold: for each move the probability from which it counts as made.
    """

    reader: ReaderName
    moves: tuple[Mapping[str, float], ...]
    witness: Mapping[str, Witness] = field(default_factory=FrozenDict)

    @property
    def threshold(self) -> Mapping[str, float]:
        return load_blend().threshold if self.reader == "full" else load_light().threshold

    @property
    def version(self) -> str:
        """What read, so that a score can be traced and made again."""
        return load_blend().version if self.reader == "full" else load_light().version


@dataclass(frozen=True)
class Blend:
    """How the readers are put together.

    weights: for each move a bias, and the weights of the light and of the full reader's log-odds.
    edge: a probability nearer to 0 or 1 than this counts as this.
    """

    version: str
    weights: Mapping[str, tuple[float, float, float]]
    threshold: Mapping[str, float]
    edge: float

    def join(self, light: Mapping[str, float], full: Mapping[str, float]) -> dict[str, float]:
        """Return the probability of each move, from what each reader says of a sentence."""
        found = {}
        for move, (bias, of_light, of_full) in self.weights.items():
            total = bias + of_light * self.log_odds(light[move]) + of_full * self.log_odds(full[move])
            found[move] = 1 / (1 + math.exp(-total))
        return found

    def log_odds(self, probability: float) -> float:
        """Return the log-odds of a probability that is kept away from 0 and 1."""
        kept = min(max(probability, self.edge), 1 - self.edge)
        return math.log(kept / (1 - kept))


def read_both(text: Text, scenario: Scenario, reader: ReaderName | None = None) -> Read:
    """Return what the readers see in a message: both where the full one can be had, else the light one.

    A wall of signs, which is no message, is read by the light one alone.

    `reader` asks for one of them. Raises ReaderError if that is the full one and it cannot be had.
    """
    chosen = reader or best_reader()
    if chosen == "full" and best_reader() != "full":
        raise ReaderError("The full reader needs onnxruntime and tokenizers. Install them, or let the light one read.")
    light = read_light(text, scenario)
    if chosen == "light" or not text.sentences:
        return Read(chosen, tuple(light))
    from genuinely.assessing.full import read_full  # numpy and onnxruntime: at the first assessment, where they are

    found = read_full(text, scenario)
    if found is None:
        return Read("light", tuple(light))
    full, levels = found
    blend = load_blend()
    joined = tuple(blend.join(one, other) for one, other in zip(light, full, strict=True))
    witness = {name: (blend.log_odds(one), blend.log_odds(two)) for name, (one, two) in levels.items()}
    return Read("full", joined, FrozenDict(witness))


@cache
def best_reader() -> ReaderName:
    """Return "full" where the full reader's libraries can be had, else "light"."""
    try:
        from genuinely.assessing.full import read_full  # noqa: F401
    except ImportError:
        return "light"
    return "full"


@cache
def load_blend() -> Blend:
    """Return how the readers are put together. Raises ModelError if the file cannot be used."""
    try:
        found = json.loads(data("model", "blend.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"The assessor's model cannot be read ({error}). Install the course again.") from error
    weights = {move: (bias, light, full) for move, (bias, light, full) in found["weights"].items()}
    return Blend(found["version"], weights, found["threshold"], found["edge"])
