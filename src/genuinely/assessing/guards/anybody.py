"""A whole message that could go to anybody: it does all that a good one does, and names nothing of this person's.

What it does is told by the light reader, so that it is the same whichever reader gives the levels. It reads only the
few messages that name nothing.
"""

from __future__ import annotations

from functools import lru_cache

from genuinely.assessing.cues import common_words
from genuinely.assessing.grounding import stems
from genuinely.assessing.guards.elsewhere import cards_with
from genuinely.assessing.guards.phrases import card_words, facts_in_all_words, named_words
from genuinely.assessing.guards.seen import Seen, long_stems
from genuinely.assessing.light import read_light
from genuinely.assessing.text import words
from genuinely.scenarios import Scenario

_SHORTEST, _LONGEST = 24, 80
"""Words of a message that is looked at: a longer one tells of the sender what is not on the card."""
_BY_CHANCE = 45
"""Words from which one word of the card that stands on several others too may be there by chance."""
_CARDS = 3
"""Cards of the shelf on which a word stands that is nobody's own."""
_OF_A_FACT = 3
"""Words, common ones too, that a sentence may share with a fact by chance."""
_EXIT, _ALL = 0.3, 1.35
"""The way out, and the sum of all moves, from which a message does what a good one does. Of the rated messages that
name nothing and have a way out, none has a sum above 1; of the honest ones written to try it, none above 1.2."""
_DONE = ((1.0, ("exit",)), (1.0, ("ask", "question")), (1.0, ("offer",)), (1.0, ("seed",)), (0.5, ("link", "ground")))
"""What a good message does, the way out first. What is told of one's own is a link in any words, so it counts half."""


def to_anybody(seen: Seen) -> bool:
    """It asks, offers, joins and leaves a way out, and all of it could go to anybody."""
    if not _SHORTEST <= seen.text.words <= _LONGEST or not _names_nothing(seen):
        return False
    read = read_light(seen.text, seen.scenario)
    done = [weight * max(moves[name] for moves in read for name in names) for weight, names in _DONE]
    return done[0] >= _EXIT and sum(done) >= _ALL


def _names_nothing(seen: Seen) -> bool:
    card, named = card_words(seen.scenario), named_words(seen.scenario)
    touched = stems(seen.plain) & card - named
    if len(touched) > (seen.text.words >= _BY_CHANCE) or any(cards_with(word) < _CARDS for word in touched):
        return False
    facts = facts_in_all_words(seen.scenario)
    if any(len(long_stems(s.text) & fact) > _OF_A_FACT for s in seen.text.sentences for fact in facts):
        return False
    return len(_named(seen)) <= 1


def _named(seen: Seen) -> set[str]:
    """Numbers in digits, words of either role, and words with a capital within a sentence that are no common ones."""
    people = _people(seen.scenario)
    found: set[str] = set(stems(seen.plain) & _roles(seen.scenario))
    for sentence in seen.text.sentences:
        for at, word in enumerate(words(sentence.text)):
            small = word.casefold().removesuffix("'s")
            proper = at > 0 and len(word) > 1 and word[0].isupper() and not small.startswith("i'")
            if small not in people and (any(map(str.isdigit, word)) or (proper and small not in common_words())):
                found.add(small)
    return found


@lru_cache(maxsize=256)
def _people(scenario: Scenario) -> frozenset[str]:
    return frozenset(word.casefold() for person in (scenario.sender, scenario.recipient) for word in words(person.name))


@lru_cache(maxsize=256)
def _roles(scenario: Scenario) -> frozenset[str]:
    people = (scenario.sender, scenario.recipient)
    return stems(" ".join(p.role for p in people)) - stems(" ".join(p.name for p in people))
