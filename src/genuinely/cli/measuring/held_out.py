"""What each reader said of the rated messages while their scenario was held out, from the stored predictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.assessing.levels import settle
from genuinely.assessing.rubric import held_down
from genuinely.assessing.settings import load_rubric
from genuinely.cli.measuring.ratings import RatedMessage, lines
from genuinely.scenarios import CRITERIA

FILES = {
    "both": "held_out",
    "light": "held_out_light",
    "length": "held_out_length",
    "cues": "held_out_cues",
    "n-grams": "held_out_ngrams",
}
"""Each reader's file in `data/ratings/`: the assessor as it runs, its light reader alone, three simple ones."""

CHECKERS = {"both": "both readers", "light": "the light one alone"}
"""The assessor's own readers, and what they are called."""

BASELINES = ("length", "cues", "n-grams")


@dataclass(frozen=True)
class Row:
    """One message and criterion: the raters' median, and what a reader said unseen.

    probabilities: of the levels 0, 1 and 2; empty where a reader gives a level alone.
    """

    message: RatedMessage
    criterion: str
    raters: int
    checker: int
    probabilities: tuple[float, ...]

    @property
    def certainty(self) -> float:
        """The probability of the level that was given."""
        return self.probabilities[self.checker]


def held_out(folder: Path, reader: str, messages: Sequence[RatedMessage], share: str = "") -> list[Row] | None:
    """Return a reader's rows in the order of messages and criteria, or None if nothing of its is stored.

    `share` ("quarter", "half") asks for what it said after learning from fewer scenarios.
    """
    file = folder / f"{FILES[reader]}{'_' if share else ''}{share}.jsonl"
    if not file.is_file():
        return None
    said = {line["id"]: line for line in lines(file)}
    return [
        _row(message, criterion, said[message.id], reader in CHECKERS)
        for message in messages
        for criterion in message.levels
    ]


def _row(message: RatedMessage, criterion: str, said: dict[str, Any], checks: bool) -> Row:
    """A checker's levels are held down as in use, and its length follows from the bounds; others stand as said."""
    raters = message.levels[criterion]
    if checks and criterion == "concise":
        level, probabilities = length(message)
        return Row(message, criterion, raters, level, probabilities)
    found = tuple(said["probabilities"][criterion]) if "probabilities" in said else ()
    if checks and found:
        found = held_down(criterion, found, message.takes_up_card, message.spoilt)
    return Row(message, criterion, raters, settle(found) if found else said["levels"][criterion], found)


def length(message: RatedMessage) -> tuple[int, tuple[float, ...]]:
    """Return the level of length, which follows from the bounds and is never fitted, and the probabilities."""
    rubric = load_rubric()
    bounds = rubric.length[message.card.channel]
    amount = message.text.words if bounds.unit == "words" else message.text.characters
    level = bounds.level(amount)
    sure = rubric.length_near if bounds.near(amount) else rubric.length_clear
    beside = [other for other in range(3) if abs(other - level) == 1]
    return level, tuple(
        sure if other == level else (1 - sure) / len(beside) if other in beside else 0.0 for other in range(3)
    )


def pairs(rows: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the raters' level and the checker's of each row."""
    return [(row.raters, row.checker) for row in rows]


def of(rows: Sequence[Row], criterion: str) -> list[Row]:
    """Return the rows of one criterion."""
    return [row for row in rows if row.criterion == criterion]


def criteria_in(rows: Sequence[Row]) -> list[str]:
    """Return the criteria of which there are rows, in the rubric's order."""
    found = {row.criterion for row in rows}
    return [criterion for criterion in CRITERIA if criterion in found]
