"""What the checker was measured on: the cards of the course, and where a card lies outside of them.

Every card of the course has messages that people rated, and what is said of the checker's accuracy was measured on
those. Of a card that is longer, of another kind or built otherwise, nothing is known.
"""

from __future__ import annotations

import statistics
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from genuinely.scenarios.card import CRITERIA, Scenario
from genuinely.scenarios.frozen import FrozenDict
from genuinely.scenarios.shelf import load_scenarios

FEW = 3
"""So few cards of a kind and channel that what was measured says little of them."""


@dataclass(frozen=True)
class Span:
    """The least and the most of something that the cards of the course have."""

    least: float
    most: float

    def __str__(self) -> str:
        return f"{self.least:g}" if self.least == self.most else f"{self.least:g} to {self.most:g}"

    def holds(self, value: float) -> bool:
        """Whether a value lies within."""
        return self.least <= value <= self.most


_MEASURES: dict[str, Callable[[Scenario], list[float]]] = {
    "words in the situation": lambda card: [_words(card.situation)],
    "words in the draft": lambda card: [_words(card.draft)],
    "facts about the sender": lambda card: [len(card.sender.facts)],
    "facts about the recipient": lambda card: [len(card.recipient.facts)],
    "goals of the recipient": lambda card: [len(card.recipient.goals)],
    "words in a fact": lambda card: [_words(fact) for person in (card.sender, card.recipient) for fact in person.facts],
    "words in a goal": lambda card: [_words(goal) for goal in card.recipient.goals],
    "words in a title": lambda card: [_words(card.title)],
    "words in a role": lambda card: [_words(person.role) for person in (card.sender, card.recipient)],
    "criteria that count": lambda card: [len(card.criteria)],
    "weight of a criterion": lambda card: list(card.criteria.values()),
}


def outside(card: Scenario) -> Iterator[str]:
    """Yield a sentence for everything in which a card lies outside what the checker was measured on."""
    cards = load_scenarios().values()
    alike = sum(1 for other in cards if (other.kind, other.channel) == (card.kind, card.channel))
    if alike < FEW:
        many = {0: "none", 1: "one"}.get(alike, str(alike))
        yield f"Of the {len(cards)} cards, {many} is of the kind {card.kind} by {card.channel}."
    for name, measure in _MEASURES.items():
        span = _span(name, card)
        off = [value for value in measure(card) if not span.holds(value)]
        if off:
            yield f"{name.capitalize()}: {', '.join(f'{value:g}' for value in off)}; the cards have {span}."
    counted = {name for other in cards if other.kind == card.kind for name in other.criteria}
    for name in card.criteria:
        if name not in counted:
            yield f"No card of the kind {card.kind} counts {name}."


def spans() -> dict[str, Span]:
    """Return what the cards of the course have, by what is counted."""
    return {name: _found()[name] for name in _MEASURES}


def usual_weights(kind: str) -> FrozenDict[str, float]:
    """Return the criteria that more than half of the cards of a kind count, with the weight in their middle."""
    cards = [card for card in load_scenarios().values() if card.kind == kind]
    weights: defaultdict[str, list[float]] = defaultdict(list)
    for card in cards:
        for name, weight in card.criteria.items():
            weights[name].append(weight)
    usual = {name: statistics.median_low(found) for name, found in weights.items() if 2 * len(found) > len(cards)}
    return FrozenDict((name, usual[name]) for name in CRITERIA if name in usual)


def kinds_and_channels() -> Counter[tuple[str, str]]:
    """Return how many cards of the course there are, by kind and channel."""
    return Counter((card.kind, card.channel) for card in load_scenarios().values())


def _span(name: str, card: Scenario) -> Span:
    """A draft is held against those of its own channel, since a chat message is short."""
    return _found().get(f"{name} by {card.channel}") or _found()[name]


@cache
def _found() -> dict[str, Span]:
    values: defaultdict[str, list[float]] = defaultdict(list)
    for card in load_scenarios().values():
        for name, measure in _MEASURES.items():
            values[name] += measure(card)
        values[f"words in the draft by {card.channel}"].append(_words(card.draft))
    return {name: Span(min(found), max(found)) for name, found in values.items()}


def _words(text: str) -> int:
    return len(text.split())
