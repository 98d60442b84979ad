"""What belongs to another card of the shelf: its message, or its people's facts."""

from __future__ import annotations

from functools import cache

from genuinely.assessing.grounding import stems, survey
from genuinely.assessing.guards.seen import Seen, told
from genuinely.scenarios import Scenario, load_scenarios

_IN_A_SENTENCE = 4
"""Specific words of one fact of another card in one sentence; the rated messages have at most 3."""
_IN_A_MESSAGE = 6
"""Specific words of another card beyond those of the message's own; the rated messages have at most 5."""


def of_another_card(seen: Seen) -> bool:
    """It takes up another card of the shelf far more than its own, or tells another card's fact."""
    own = stems(f"{told(seen.scenario)} {seen.scenario.draft}")
    others = [facts for id, facts in _shelf().items() if id != seen.scenario.id]
    rows = [stems(sentence.text) - own for sentence in seen.text.sentences]
    new = frozenset().union(*rows)
    surplus = _IN_A_MESSAGE + len(stems(seen.plain) & own)
    for facts in others:
        if len(new & frozenset().union(*facts)) >= surplus:
            return True
        if any(_tells(row, fact) for row in rows for fact in facts):
            return True
    return False


def _tells(sentence: frozenset[str], fact: frozenset[str]) -> bool:
    return len(sentence & fact) >= max(_IN_A_SENTENCE, 0.4 * len(fact))


@cache
def _shelf() -> dict[str, tuple[frozenset[str], ...]]:
    """The specific words of each fact and goal, by card."""
    return {id: _facts(card) for id, card in load_scenarios().items()}


def _facts(card: Scenario) -> tuple[frozenset[str], ...]:
    ground = survey(card)
    return tuple(topic.stems for topic in (*ground.recipient, *ground.goals, *ground.sender))
