"""What the assessor says of a message: plain frozen data."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from typing import Any, Literal

from genuinely.scenarios import FrozenDict

ReaderName = Literal["full", "light"]
"""`full` is both readers together, `light` the light one alone, for want of onnxruntime."""


@dataclass(frozen=True)
class Span:
    """Words that did something: `message[start:end]` of the message as given, and the move they make."""

    start: int
    end: int
    move: str


@dataclass(frozen=True)
class Doubt:
    """The other way of reading a message, where a level is unsure.

    level: the other likely level.
    evidence: the words that would stand for it; empty where it would be given for absence.
    question: what a learner can ask of the message to decide; a yes means the higher of the two levels.
    """

    level: int
    evidence: tuple[Span, ...]
    question: str


@dataclass(frozen=True)
class Versions:
    """What an assessment was made with, so that a score can be traced and made again."""

    assessor: str
    rubric: str
    card: str


@dataclass(frozen=True)
class Assessment:
    """A message, read as its recipient would read it.

    Every mapping goes by criterion: the card's criteria and `context`, in the rubric's order.

    attempted: False if there was nothing to read; then every level is 0.
    levels: 0 missing, 1 emerging, 2 strong.
    certainty: the probability, 0 to 1, that the level is the one that raters would give.
    doubts: for each criterion whose certainty is too low to call its level sure, the other reading.
    flags: names from the rubric, for which a person reads the message before it counts.
    needs_person: whether a person should look at it: it is flagged, or the expected error of its total is large.
    total: 0 to 100, from levels and the card's weights alone; a flag never changes it.
    evidence: the words that earned the level; empty where a level was given for absence.
    advice: for each criterion below 2, the one next thing to do.
    reasons: for each flag, the sentence that says why.
    reader: "full" if both readers read it, "light" if the light one stood alone, for want of onnxruntime.
    expected_error: the expected distance of `total` from that of raters, in points of 100.
    """

    attempted: bool
    levels: FrozenDict[str, int]
    certainty: FrozenDict[str, float]
    doubts: FrozenDict[str, Doubt]
    flags: tuple[str, ...]
    needs_person: bool
    total: float
    evidence: FrozenDict[str, tuple[Span, ...]]
    advice: FrozenDict[str, str]
    reasons: FrozenDict[str, str]
    versions: Versions
    reader: ReaderName = "full"
    expected_error: float = 0.0

    def points(self, maximum: float) -> float:
        """Return `total`'s share of `maximum`, to two decimals.

        0 if the message was not attempted, or is flagged and so waits for a person.
        Raises ValueError if `maximum` is negative or not finite.
        """
        if not math.isfinite(maximum) or maximum < 0:
            raise ValueError(f"points: found {maximum!r}, expected a number of points, 0 or more")
        if not self.attempted or self.flags:
            return 0.0
        return round(float(maximum) * self.total / 100, 2)

    def to_dict(self) -> dict[str, Any]:
        """Return the assessment as plain dicts, lists, texts and numbers."""
        told: dict[str, Any] = json.loads(self.to_json())
        return told

    def to_json(self) -> str:
        """Return the assessment as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)
