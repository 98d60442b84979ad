"""Grounding: which of a card's facts and goals a sentence takes up.

A word of a card is specific if it is not among the common words and not part of a person's name or role (whoever
names only an employer or a title has named nothing of this person's). Words are compared by their stems.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from genuinely.assessing.cues import common_words
from genuinely.assessing.spelling import mended_word
from genuinely.assessing.text import Text
from genuinely.scenarios import Scenario

_SUFFIXES = tuple("ations ation ating ated ates ate ator ingly ings ing edly ies ied ers ed er ly es s y".split())
_FEW = frozenset("abcdefghijklmnopqrstuvwxyz123")
_TOKEN = re.compile(r"\d[\d.,]*\d|\d+|[^\W\d_]+(?:'[^\W\d_]+)?")
_NUMBERS = dict(
    zip(
        "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty".split(),
        "2 3 4 5 6 7 8 9 10 11 12 15 20 30 40 50".split(),
        strict=True,
    )
)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """Return the word without its ending, so that `scores` and `scoring` meet. Numbers in words become digits."""
    word = mended_word(word).lower().removesuffix("'s")
    word = _NUMBERS.get(word, word)
    if word[:1].isdigit():
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word.rstrip("e") if len(word) > 3 else word


@lru_cache(maxsize=1024)
def stems(text: str) -> frozenset[str]:
    """Return the stems of a text's words that are not common words."""
    return frozenset(stem(word) for word in _TOKEN.findall(text)) - _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Common words; a number of two digits or more is never one, however often it is written in words."""
    return frozenset(stem(word) for word in common_words() if word not in _NUMBERS) | _FEW


@dataclass(frozen=True)
class Topic:
    """A fact or a goal of the card, with its specific stems."""

    text: str
    stems: frozenset[str]


@dataclass(frozen=True)
class Ground:
    """What a card offers to take up: the topics of each side, and the words of the occasion."""

    recipient: tuple[Topic, ...]
    goals: tuple[Topic, ...]
    sender: tuple[Topic, ...]
    situation: frozenset[str]
    sender_role: frozenset[str]


@dataclass(frozen=True)
class Touch:
    """The stems of the card that a sentence takes up, for each side; in the strongest single topic."""

    recipient: frozenset[str]
    goals: frozenset[str]
    sender: frozenset[str]
    situation: frozenset[str]
    sender_role: frozenset[str]


@lru_cache(maxsize=256)
def survey(scenario: Scenario) -> Ground:
    """Return what the card offers to take up."""
    names = stems(f"{scenario.sender.name} {scenario.recipient.name} {scenario.recipient.role}")
    return Ground(
        recipient=_topics(scenario.recipient.facts, names),
        goals=_topics(scenario.recipient.goals, names),
        sender=_topics(scenario.sender.facts, names),
        situation=stems(scenario.situation) - names,
        sender_role=frozenset(map(stem, _TOKEN.findall(scenario.sender.role))) & stems(scenario.sender.role),
    )


def _topics(texts: Iterable[str], names: frozenset[str]) -> tuple[Topic, ...]:
    return tuple(Topic(text, stems(text) - names) for text in texts)


def touch(text: str, ground: Ground) -> Touch:
    """Return what a text takes up of the card."""
    found = stems(text)
    return Touch(
        recipient=_strongest(found, ground.recipient),
        goals=_strongest(found, ground.goals),
        sender=_strongest(found, ground.sender),
        situation=found & ground.situation,
        sender_role=found & ground.sender_role,
    )


def takes_up_card(text: Text, scenario: Scenario) -> bool:
    """Return whether a message takes up any fact or goal of the card, of either side."""
    ground = survey(scenario)
    touches = (touch(sentence.text, ground) for sentence in text.sentences)
    return any(each.recipient or each.goals or each.sender for each in touches)


def _strongest(found: frozenset[str], topics: tuple[Topic, ...]) -> frozenset[str]:
    return max((found & topic.stems for topic in topics), key=len, default=frozenset())
