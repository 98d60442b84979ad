"""The rated messages as examples: sentences with their moves, messages with their levels."""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.assessing.text import Text, read
from genuinely.scenarios import CRITERIA, Scenario, load_scenarios

RATINGS = Path(__file__).resolve().parents[1] / "data" / "ratings"


@dataclass(frozen=True)
class Example:
    """A rated message. `moves` holds a set for each sentence of `text`; `levels` the raters' median."""

    id: str
    wave: int
    scenario: Scenario
    text: Text
    moves: tuple[frozenset[str], ...]
    levels: dict[str, int]


def load_examples(folder: Path = RATINGS) -> list[Example]:
    """Return every rated message, in the order of the file."""
    cards = load_scenarios()
    levels = _levels(folder)
    segments = {row["id"]: row["segments"] for row in _rows(folder / "moves.jsonl")}
    examples = []
    for row in _rows(folder / "messages.jsonl"):
        text = read(row["message"])
        moves = tuple(_labels(sentence.start, sentence.end, segments[row["id"]]) for sentence in text.sentences)
        examples.append(Example(row["id"], row["wave"], cards[row["scenario"]], text, moves, levels[row["id"]]))
    return examples


def fold_of(scenario: Scenario, folds: int = 5) -> int:
    """Return the fold that holds a scenario's messages out: scenarios in the order of their ids, dealt in turn."""
    return sorted(load_scenarios()).index(scenario.id) % folds


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _levels(folder: Path) -> dict[str, dict[str, int]]:
    """The median of the raters for each criterion, a tie rounded to the even level."""
    given: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for row in _rows(folder / "ratings.jsonl"):
        for criterion, level in row["levels"].items():
            given[row["id"]][criterion].append(level)
    return {id: {c: round(statistics.median(rated[c])) for c in CRITERIA if c in rated} for id, rated in given.items()}


def _labels(start: int, end: int, segments: list[dict[str, Any]]) -> frozenset[str]:
    """The moves of the labelled segments that share at least half of the shorter one with a sentence."""
    found: set[str] = set()
    for segment in segments:
        shared = min(end, segment["end"]) - max(start, segment["start"])
        if shared * 2 >= min(end - start, segment["end"] - segment["start"]) and shared > 0:
            found |= set(segment["moves"])
    return frozenset(found)
