"""Predicted levels against those found, and how well somebody judges their own messages over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import words

LEAN = 2
"""How many times as many misses must fall on one side as on the other to speak of a lean."""

DRIFT = 0.1
"""Difference in agreement between the first and the latest predictions that is worth a word."""

ENOUGH = 4
"""Predictions from which first and latest are told apart."""


@dataclass(frozen=True)
class Round:
    """One prediction: levels 0 to 2 by criterion. Rows without a prediction, or not judged, are left out."""

    predicted: Mapping[str, int]
    found: Mapping[str, int]

    @property
    def rows(self) -> tuple[str, ...]:
        return tuple(name for name in self.found if name in self.predicted)

    def names(self, sign: int) -> tuple[str, ...]:
        """Return the rows where the checker found as predicted (0), more (1) or less (-1)."""
        return tuple(name for name in self.rows if _sign(self.found[name] - self.predicted[name]) == sign)


def round_from(entry: Mapping[str, Any]) -> Round:
    """Return the prediction in a kept entry, whatever else stands in it."""
    return Round(_levels(entry.get("predicted")), _levels(entry.get("found")))


def gap_sentences(seen: Round) -> tuple[str, ...]:
    """Return what one prediction came to, in words."""
    if not seen.rows:
        return (say("gap.none"),)
    same = len(seen.names(0))
    if same == len(seen.rows):
        return (say("gap.all_same"),)
    said = [say("gap.same", count=same, of=len(seen.rows))]
    for sign, key in ((1, "gap.higher"), (-1, "gap.lower")):
        if titles := [words("criteria")[name]["title"] for name in seen.names(sign)]:
            said.append(say(key, titles="; ".join(titles)))
    return tuple(said)


def judging_sentences(rounds: Iterable[Round]) -> tuple[str, ...]:
    """Return how well the predictions have done over time: nothing before the second."""
    counted = [each for each in rounds if each.rows]
    if len(counted) < 2:
        return ()
    said = [say("judging.so_far", rounds=len(counted), same=_count(counted, 0), of=sum(len(r.rows) for r in counted))]
    more, less = _count(counted, -1), _count(counted, 1)
    if more >= max(2, LEAN * less):
        said.append(say("judging.expects_more"))
    elif less >= max(2, LEAN * more):
        said.append(say("judging.expects_less"))
    if len(counted) >= ENOUGH:
        said.append(_trend(counted))
    return tuple(said)


def _trend(rounds: Sequence[Round]) -> str:
    half = len(rounds) // 2
    then, now = _agreement(rounds[:half]), _agreement(rounds[-half:])
    if abs(now - then) < DRIFT:
        return say("judging.steady")
    return say("judging.closer" if now > then else "judging.further", now=round(100 * now), then=round(100 * then))


def _agreement(rounds: Sequence[Round]) -> float:
    return _count(rounds, 0) / sum(len(each.rows) for each in rounds)


def _count(rounds: Iterable[Round], sign: int) -> int:
    return sum(len(each.names(sign)) for each in rounds)


def _sign(difference: int) -> int:
    return (difference > 0) - (difference < 0)


def _levels(found: object) -> dict[str, int]:
    if not isinstance(found, Mapping):
        return {}
    return {name: level for name, level in found.items() if type(level) is int and 0 <= level <= 2}
