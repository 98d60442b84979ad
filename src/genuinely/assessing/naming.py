"""Whom and what a card names, as typed slots: nothing is learned about a name, and exchanging names changes nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from genuinely.assessing.cues import common_words
from genuinely.assessing.text import words
from genuinely.scenarios import Person, Scenario

YOU, ME, THEIRS, MINE = "<you>", "<me>", "<theirs>", "<mine>"
"""The recipient, the sender, and the employer or place in the role of each."""

NAMED = "<named>"
"""Whoever and whatever else a card names: a friend of both, a town, a product."""

_TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "the", "and", "of"})
_TITLE = re.compile(r"\b(?i:mr|mrs|ms|miss|mx)\b\.?\s+(?=[^\W\d_a-z])")
_WHERE = re.compile(r"\b(?:at|of|for|with|from)\b([^;'\"]*)")
_OWNED = re.compile(r"['\u2019]s?\Z")
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


def without_titles(text: str) -> str:
    """Return the text without the titles that tell a gender: they go with a name, and nothing is learned about one."""
    return _TITLE.sub("", text)


def with_slots(text: str, slots: Mapping[str, str], written: Mapping[str, str]) -> str:
    """Return the text with each name that has a slot as this slot is `written`; a name of several words once."""
    parts: list[str] = []
    at = done = 0
    last: tuple[str, int] | None = None
    for word in words(text):
        at = text.index(word, at)
        slot = slot_of(word, slots)
        if slot is not None:
            end = at + len(_OWNED.sub("", word))  # what is somebody's keeps its ending
            joined = last is not None and last[0] == slot and not text[last[1] : at].strip(" .-")
            parts.append("" if joined else text[done:at] + written[slot])
            last, done = (slot, end), end
        at += len(word)
    return "".join([*parts, text[done:]])


def slot_of(word: str, slots: Mapping[str, str]) -> str | None:
    """Return the slot of a word as written in a message, None if the card does not name it."""
    owner = _OWNED.sub("", word)
    return slots.get(owner.casefold()) or slots.get(owner)


def _is_name(word: str) -> bool:
    return word.casefold().rstrip(".") not in _TITLES


def _employer(person: Person) -> Iterator[str]:
    """The capitalised words of a role from the first "at", "of", "for", "with" or "from" on."""
    where = _WHERE.search(person.role)
    for word in _NAME.findall(where[1]) if where else ():
        if word[0].isupper() and len(word) > 2 and word.lower() not in common_words():
            yield word
