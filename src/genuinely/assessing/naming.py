"""Whom and what a card names, as typed slots: nothing is learned about a name, and exchanging names changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from genuinely.assessing.cues import common_words
from genuinely.assessing.text import words
from genuinely.scenarios import Person, Scenario

YOU, ME, THEIRS, MINE = "<you>", "<me>", "<theirs>", "<mine>"
"""The recipient, the sender, and the employer or place in the role of each."""

NAMED = "<named>"
"""Whoever and whatever else a card names: a friend of both, a town, a product."""

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "the", "and", "of"})
_WHERE = re.compile(r"\b(?:at|of|for|with|from)\b([^;'\"]*)")
_NAME = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")
_INSIDE = re.compile(r"(?<=[\w,;:)] )[^\W\d_]+")
"""A word that no sentence begins with."""


@lru_cache(maxsize=256)
def slots_of(scenario: Scenario) -> dict[str, str]:
    """Return the slot of each word that is a name on the card: a person's in small letters, others as written."""
    slots: dict[str, str] = {}
    for slot, person in ((THEIRS, scenario.recipient), (MINE, scenario.sender)):
        slots |= dict.fromkeys(_employer(person), slot)
    for slot, person in ((YOU, scenario.recipient), (ME, scenario.sender)):
        slots |= {word.casefold(): slot for word in words(person.name) if _is_name(word)}
    return slots


@lru_cache(maxsize=256)
def named_on(scenario: Scenario) -> dict[str, str]:
    """Return the slots of `slots_of` and, as `NAMED`, every other word written like a name inside a card's sentence."""
    texts = [scenario.situation, *(t for p in (scenario.recipient, scenario.sender) for t in (*p.facts, *p.goals))]
    others = {word for text in texts for word in _INSIDE.findall(text) if word.istitle() and len(word) > 1}
    return dict.fromkeys(others, NAMED) | slots_of(scenario)


def slot_of(word: str, slots: dict[str, str]) -> str | None:
    """Return the slot of a word as written in a message, None if the card does not name it."""
    return slots.get(word.casefold()) or slots.get(word)


def _is_name(word: str) -> bool:
    return word.casefold().rstrip(".") not in _TITLES


def _employer(person: Person) -> Iterator[str]:
    """The capitalised words of a role from the first "at", "of", "for", "with" or "from" on."""
    where = _WHERE.search(person.role)
    for word in _NAME.findall(where[1]) if where else ():
        if word[0].isupper() and len(word) > 2 and word.lower() not in common_words():
            yield word
