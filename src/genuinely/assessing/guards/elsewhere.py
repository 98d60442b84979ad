"""What belongs to another card of the shelf: its message, or its people's facts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from genuinely.assessing.grounding import stems, survey
from genuinely.assessing.guards.seen import Seen, long_stems, told
from genuinely.scenarios import Scenario, load_scenarios

_IN_A_SENTENCE = 4
"""Specific words of one fact of another card in one sentence, two fifths of the fact; rated messages have at most 3."""
_IN_A_MESSAGE = 6
"""Specific words of another card beyond those of the message's own; the rated messages have at most 5."""
_IN_ALL_WORDS = 14
"""Words, common ones too, of another card's facts beyond those of the message's own; rated messages have at most 11."""

Fact = tuple[str, int, int]
"""A card's id, which of its facts and goals, and how many specific words it has."""


def of_another_card(seen: Seen) -> bool:
    """It takes up another card of the shelf far more than its own, or tells another card's fact."""
    own = _own(seen.scenario)
    rows = [stems(sentence.text) - own for sentence in seen.text.sentences]
    if any(_tells_a_fact(row, seen.scenario.id) for row in rows):
        return True
    new = frozenset().union(*rows)
    by_card = Counter(card for word in new for card in {id for id, _, _ in _shelf().get(word, ())})
    by_card.pop(seen.scenario.id, None)
    if max(by_card.values(), default=0) >= _IN_A_MESSAGE + len(stems(seen.plain) & own):
        return True
    told_of = _told_of(seen)
    here = told_of.pop(seen.scenario.id, 0)
    return max(told_of.values(), default=0) >= here + _IN_ALL_WORDS


def _told_of(seen: Seen) -> Counter[str]:
    """For each card the words, common ones too, of its facts of which a sentence has two or more."""
    most: Counter[tuple[str, int]] = Counter()
    for sentence in seen.text.sentences:
        most |= Counter(fact for word in long_stems(sentence.text) for fact in _shelf_in_all_words().get(word, ()))
    found: Counter[str] = Counter()
    for (id, _), count in most.items():
        found[id] += count if count > 1 else 0
    return found


def cards_with(word: str) -> int:
    """Return on how many cards of the shelf a specific word stands in a fact or a goal."""
    return len({id for id, _, _ in _shelf().get(word, ())})


def _tells_a_fact(row: Iterable[str], id: str) -> bool:
    told_of = Counter(fact for word in row for fact in _shelf().get(word, ()) if fact[0] != id)
    return any(count >= max(_IN_A_SENTENCE, 0.4 * size) for (_, _, size), count in told_of.items())


@cache
def _shelf_in_all_words() -> dict[str, tuple[tuple[str, int], ...]]:
    """For each word, common ones too, the facts and goals of the shelf in which it stands."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for id, card in load_scenarios().items():
        facts = (*card.recipient.facts, *card.recipient.goals, *card.sender.facts)
        for number, fact in enumerate(facts):
            for word in long_stems(fact):
                found[word].append((id, number))
    return {word: tuple(facts) for word, facts in found.items()}


@cache
def _own(scenario: Scenario) -> frozenset[str]:
    return stems(f"{told(scenario)} {scenario.draft}")


@cache
def _shelf() -> dict[str, tuple[Fact, ...]]:
    """For each specific word, the facts and goals of the shelf in which it stands."""
    found: defaultdict[str, list[Fact]] = defaultdict(list)
    for id, card in load_scenarios().items():
        ground = survey(card)
        for number, topic in enumerate((*ground.recipient, *ground.goals, *ground.sender)):
            for word in topic.stems:
                found[word].append((id, number, len(topic.stems)))
    return {word: tuple(facts) for word, facts in found.items()}
