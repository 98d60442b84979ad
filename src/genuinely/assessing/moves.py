"""Moves: what each sentence of a message does for its reader.

A model reads the sentences; a cue narrows a long sentence to the clause in which the move stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.light import load_light, read_light
from genuinely.assessing.text import Sentence, Text
from genuinely.scenarios import FrozenDict, Scenario

_LONG = 110
"""Characters above which a sentence is narrowed to the clause of its cue."""

_CLAUSE_END = re.compile(r"[;:,()]|\s[-–—]\s")


@dataclass(frozen=True)
class Move:
    """A move made by the words `start` to `end`, offsets into the message as given."""

    name: str
    start: int
    end: int
    probability: float


@dataclass(frozen=True)
class Reading:
    """A sentence with the probability of every move in it, and the moves that it is taken to make."""

    sentence: Sentence
    probabilities: FrozenDict[str, float]
    moves: tuple[Move, ...]

    def move(self, name: str) -> Move:
        """Return the move with its words in this sentence, whether or not it is taken to be made."""
        start, end = _words_of(self.sentence.text, name)
        return Move(name, *self.sentence.span(start, end), self.probabilities[name])


def read_moves(text: Text, scenario: Scenario) -> tuple[Reading, ...]:
    """Return the reading of every sentence of a message."""
    return tuple(
        _reading(sentence, probabilities)
        for sentence, probabilities in zip(text.sentences, read_light(text, scenario), strict=True)
    )


def _reading(sentence: Sentence, probabilities: dict[str, float]) -> Reading:
    threshold = load_light().threshold
    bare = Reading(sentence, FrozenDict(probabilities), ())
    made = sorted((name for name, p in probabilities.items() if p >= threshold[name]), key=probabilities.__getitem__)
    return Reading(sentence, bare.probabilities, tuple(bare.move(name) for name in reversed(made)))


def _words_of(text: str, move: str) -> tuple[int, int]:
    """The place in a sentence that makes the move: all of it, or the clause of the move's cue in a long one."""
    cues = load_cues().get(move)
    found = cues.find(Row.of(text)) if cues is not None and len(text) > _LONG else None
    if found is None:
        return 0, len(text)
    start = max((end.end() for end in _CLAUSE_END.finditer(text, 0, found[0])), default=0)
    stop = _CLAUSE_END.search(text, found[1])
    return start + len(text[start:]) - len(text[start:].lstrip()), stop.start() if stop else len(text)
