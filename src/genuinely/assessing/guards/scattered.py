"""Words of the card picked here and there: sense is not read, but facts that are told keep their words together."""

from __future__ import annotations

from itertools import pairwise

from genuinely.assessing.grounding import Ground, stem, survey
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words

_PAIRS = 6
"""Pairs of the card's words, each beside the next in a sentence, from which their share tells anything."""
_LIMITS = ((0.15, 0.45), (0.2, 0.52))
"""From which share of a message's words on, and up to which share of pairs from one fact, it is no message. Where
a seventh of a rated message's words are the card's, half of its pairs are from one fact each."""


def scattered(seen: Seen) -> bool:
    """Much of it is the card's words, and two that follow each other seldom belong to one fact."""
    facts = _facts(survey(seen.scenario))
    of_card = frozenset().union(*facts)
    rows = [[one for word in words(s.text) if (one := stem(word.casefold())) in of_card] for s in seen.text.sentences]
    pairs = [(first, second) for row in rows for first, second in pairwise(row) if first != second]
    if len(pairs) < _PAIRS:
        return False
    density = sum(map(len, rows)) / len(seen.row)
    together = sum(any({*pair} <= fact for fact in facts) for pair in pairs) / len(pairs)
    return any(density >= least and together <= most for least, most in _LIMITS)


def _facts(ground: Ground) -> list[frozenset[str]]:
    return [topic.stems for topic in (*ground.recipient, *ground.goals, *ground.sender)]
