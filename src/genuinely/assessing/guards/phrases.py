"""Good phrases of nobody in particular: in a row, as if each were a box to be ticked, or with nothing beside them."""

from __future__ import annotations

from functools import lru_cache

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.grounding import stems
from genuinely.assessing.guards.seen import Seen, long_stems, told
from genuinely.assessing.text import Sentence, words
from genuinely.scenarios import Scenario

_GROUPS = {
    "ask": ("ask",),
    "question": ("question", "generic_question"),
    "way out": ("exit",),
    "gift": ("offer", "vague_offer"),
    "seed": ("seed", "vague_seed"),
}
_LONGEST = 14
"""Words of a sentence that can be such a phrase."""
_ROW = 5
"""Sentences of a row that is looked at."""
_ALL = 4
"""Kinds of phrase that a row serves, all that there are: none of the rated messages has such a row."""
_SPECIFIC = 2
"""Specific words that such a row may hold, one in a sentence at most."""
_WHOLE, _IN_WHOLE = 20, 5
"""Words of a message that is looked at as a whole, and specific words that it may hold to be to anybody."""


def phrases_alone(seen: Seen) -> bool:
    """Short sentences in a row, none with a word of the card, which serve every criterion and say little else."""
    card, named = card_words(seen.scenario), named_words(seen.scenario)
    phrases: list[tuple[int, set[str]]] = []
    for sentence, row in zip(seen.text.sentences, seen.rows, strict=True):
        count, specific = len(words(sentence.text)), stems(sentence.text) - named
        if count > _LONGEST or len(specific) > 1 or specific & card:
            phrases = []
        elif count >= 2:
            phrases = [*phrases, (len(specific), phrases_in(row))][-_ROW:]
            if any(_ticks_boxes(phrases[start:]) for start in range(len(phrases))):
                return True
    return False


def _ticks_boxes(phrases: list[tuple[int, set[str]]]) -> bool:
    serving = [kinds for _, kinds in phrases if kinds]
    served = set().union(*serving)
    return len(served) >= _ALL and len(serving) > 2 and sum(specific for specific, _ in phrases) <= _SPECIFIC


def touches_card(sentence: Sentence, scenario: Scenario) -> bool:
    """Whether a sentence takes up anything of the card but names and roles.

    Whoever takes up a fact in common words has three or more of its words in a sentence.
    """
    if (stems(sentence.text) - named_words(scenario)) & card_words(scenario):
        return True
    said = long_stems(sentence.text)
    return any(len(said & fact) > 2 for fact in facts_in_all_words(scenario))


def for_anybody(seen: Seen) -> bool:
    """A whole message of such phrases, a gift and a way out among them, that takes up nothing of the card.

    Whoever takes up a fact in common words has three or more of its words in a sentence.
    """
    named = named_words(seen.scenario)
    specific = frozenset().union(*(stems(sentence.text) for sentence in seen.text.sentences)) - named
    taken_up = len(specific & card_words(seen.scenario))
    if len(seen.row) < _WHOLE or len(specific) > _IN_WHOLE or taken_up > 1:
        return False
    kinds = set().union(*map(phrases_in, seen.rows))
    if len(kinds) < _ALL - (taken_up == 0) or not kinds >= {"gift", "way_out"}:
        return False
    facts = facts_in_all_words(seen.scenario)
    return all(len(long_stems(s.text) & fact) <= 2 for s in seen.text.sentences for fact in facts)


def phrases_in(row: Row) -> set[str]:
    """The kinds of phrase of `data/cues/phrases.toml` that stand in a row of words."""
    return {kind for kind, cues in load_cues("phrases").items() if cues.find(row)}


@lru_cache(maxsize=256)
def named_words(scenario: Scenario) -> frozenset[str]:
    """The specific words of the names and roles of both sides."""
    people = (scenario.sender, scenario.recipient)
    return stems(" ".join(f"{person.name} {person.role}" for person in people))


@lru_cache(maxsize=256)
def card_words(scenario: Scenario) -> frozenset[str]:
    """The specific words that a card tells, without names and roles."""
    return stems(told(scenario)) - named_words(scenario)


@lru_cache(maxsize=256)
def facts_in_all_words(scenario: Scenario) -> tuple[frozenset[str], ...]:
    """The words of each fact, goal and the situation, common ones too."""
    facts = (*scenario.recipient.facts, *scenario.recipient.goals, *scenario.sender.facts, scenario.situation)
    return tuple(map(long_stems, facts))


def criteria_served(row: Row) -> set[str]:
    """The groups of moves whose cues stand in a row of words."""
    cues = load_cues()
    return {group for group, moves in _GROUPS.items() if any(cues[move].find(row) for move in moves if move in cues)}
