"""Good phrases of nobody in particular, one after the other, as if each were a box to be ticked."""

from __future__ import annotations

from functools import lru_cache

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.grounding import stems
from genuinely.assessing.guards.seen import Seen, told
from genuinely.assessing.text import words
from genuinely.scenarios import Scenario

_GROUPS = {
    "ask": ("ask",),
    "question": ("question", "generic_question"),
    "way out": ("exit",),
    "gift": ("offer", "vague_offer"),
    "seed": ("seed", "vague_seed"),
}
_LONGEST = 12
"""Words of a sentence that can be such a phrase."""
_MOST = 4
"""So many phrases in a row, for as many groups of moves, are what none of the rated messages has."""
_SPECIFIC = 2
"""Specific words that such a row may hold, one in a sentence at most."""


def phrases_alone(seen: Seen) -> bool:
    """Short sentences in a row, none with a word of the card, which serve four criteria and say little else."""
    named, card = _named(seen.scenario), stems(told(seen.scenario)) - _named(seen.scenario)
    row_of_phrases: list[tuple[int, set[str]]] = []
    for sentence, row in zip(seen.text.sentences, seen.rows, strict=True):
        count, specific = len(words(sentence.text)), stems(sentence.text) - named
        if count > _LONGEST or len(specific) > 1 or specific & card:
            row_of_phrases = []
        elif count >= 2 and (served := criteria_served(row)):
            row_of_phrases = [*row_of_phrases, (len(specific), served)][-2 * _MOST :]
            if any(_ticks_boxes(row_of_phrases[start:]) for start in range(len(row_of_phrases) - _MOST + 1)):
                return True
    return False


@lru_cache(maxsize=256)
def _named(scenario: Scenario) -> frozenset[str]:
    """The specific words of the names and roles of both sides."""
    people = (scenario.sender, scenario.recipient)
    return stems(" ".join(f"{person.name} {person.role}" for person in people))


def _ticks_boxes(phrases: list[tuple[int, set[str]]]) -> bool:
    served = set().union(*(groups for _, groups in phrases))
    return len(served) >= _MOST and sum(specific for specific, _ in phrases) <= _SPECIFIC


def criteria_served(row: Row) -> set[str]:
    """The groups of moves whose cues stand in a row of words."""
    cues = load_cues()
    return {group for group, moves in _GROUPS.items() if any(cues[move].find(row) for move in moves if move in cues)}
