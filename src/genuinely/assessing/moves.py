"""Moves: what each sentence of a message does for its reader.

Models read the sentences; a cue narrows a long sentence to the clause in which the move stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.readers import Read
from genuinely.assessing.text import Sentence, Text
from genuinely.scenarios import FrozenDict

_LONG = 140
"""Characters above which a sentence is narrowed to the part in which its cue stands."""

_PART_END = re.compile(r"[;:]\s|\s[-–—]\s|,\s(?=(?:and|but|so|which|because|since|if|while)\b)", re.IGNORECASE)
_QUESTIONS = frozenset({"question", "generic_question", "ask"})


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


def readings_of(text: Text, read: Read) -> tuple[Reading, ...]:
    """Return the reading of every sentence of a message, from what the readers saw in it."""
    return tuple(
        _reading(sentence, probabilities, read.threshold)
        for sentence, probabilities in zip(text.sentences, read.moves, strict=True)
    )


def _reading(sentence: Sentence, probabilities: Mapping[str, float], threshold: Mapping[str, float]) -> Reading:
    bare = Reading(sentence, FrozenDict(probabilities), ())
    made = sorted((name for name, p in probabilities.items() if p >= threshold[name]), key=probabilities.__getitem__)
    return Reading(sentence, bare.probabilities, tuple(bare.move(name) for name in reversed(made)))


def _words_of(text: str, move: str) -> tuple[int, int]:
    """The place in a sentence that makes the move: all of it, or in a long one the part that asks or holds its cue."""
    if len(text) <= _LONG:
        return 0, len(text)
    if move in _QUESTIONS and "?" in text:
        return _part(text, text.index("?"), text.index("?") + 1)
    cues = load_cues().get(move)
    found = cues.find(Row.of(text)) if cues is not None else None
    return (0, len(text)) if found is None else _part(text, *found)


def _part(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a place in a sentence to the part around it."""
    left = max((mark.end() for mark in _PART_END.finditer(text, 0, start)), default=0)
    right = _PART_END.search(text, end)
    return left, right.start() if right else len(text)
