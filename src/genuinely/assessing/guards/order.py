"""Words in an order that nobody writes: told by pairs of common words that stand beside each other in real messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from genuinely.assessing.cues import common_words
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words
from genuinely.resources import data

_PAUSE = re.compile(r"[,;:()\"!?.]|\s-\s")
_ENOUGH = 16
"""Pairs from which their share tells anything."""
_LEAST = 0.45
"""Share of known pairs in a message. None of 1,835 rated ones has less, each held to the pairs of other cards; where
the words of each sentence are shuffled, nearly all have."""


def disordered(seen: Seen) -> bool:
    """Too few of its pairs of common words are ones that real messages hold."""
    pairs = [pair for sentence in seen.text.sentences for pair in common_pairs_in(sentence.text)]
    return len(pairs) >= _ENOUGH and sum(one in known_pairs() for one in pairs) < _LEAST * len(pairs)


def common_pairs_in(sentence: str) -> Iterator[tuple[str, str]]:
    """Yield each two common words that stand beside each other without a pause."""
    for part in _PAUSE.split(sentence):
        for pair in pairwise(word.casefold() for word in words(part)):
            if common_words().issuperset(pair):
                yield pair


@cache
def known_pairs() -> frozenset[tuple[str, str]]:
    """The pairs of `data/cues/common_pairs.txt`: a line has a word and the words that follow it."""
    lines = data("cues", "common_pairs.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return frozenset((first, word) for first, *following in rows for word in following)
