"""A message that speaks of itself in the rubric's own words: it is written to whoever marks it."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from genuinely.assessing.cues import load_cues
from genuinely.assessing.grounding import stem
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.languages import is_small
from genuinely.assessing.text import words
from genuinely.resources import data

_CRITERIA = 2
"""Criteria in whose words a message speaks of itself; no rated message does so for more than one."""
_PAIRS = 3
"""Pairs of the rubric's words in a message; one rated message has two, the others have one at most."""
_PAUSE = re.compile(r"[.;:?!,()\n\"]")


def rubric_echoed(seen: Seen) -> bool:
    """It speaks of itself in the rubric's words."""
    served = sum(any(cues.find(row) for row in seen.rows) for cues in load_cues("echoes").values())
    return served >= _CRITERIA or len(_pairs_in(seen.plain) & rubric_pairs()) >= _PAIRS


def _pairs_in(text: str) -> set[tuple[str, str]]:
    """Each two words that follow each other without a pause, small words left out, by their stems."""
    rows = ([word.casefold() for word in words(part)] for part in _PAUSE.split(text))
    return {pair for row in rows for pair in pairwise(stem(word) for word in row if not is_small(word))}


@cache
def rubric_pairs() -> frozenset[tuple[str, str]]:
    """The pairs of `data/cues/rubric_pairs.txt`: a line has a word and the words that follow it."""
    lines = data("cues", "rubric_pairs.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return frozenset((first, word) for first, *following in rows for word in following)
