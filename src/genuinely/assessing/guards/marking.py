"""A note to whoever marks the message, or an instruction to the program that does, told by what it speaks of.

One sentence that speaks of who marks, of what is marked, of what it is worth and of what is to be done about it is
about marking, however it is put. What the card speaks of as well counts for nothing.
"""

from __future__ import annotations

from functools import lru_cache

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.grounding import stem
from genuinely.assessing.guards.seen import Seen, told
from genuinely.assessing.languages import is_small
from genuinely.assessing.text import words
from genuinely.scenarios import Scenario

_SIDES = ("who", "what", "worth", "order")
_ENOUGH = 3
"""Sides of marking in a sentence; where a rated message has so many, its card speaks of one."""
_NEAR = 140
"""Characters between them at most."""


def speaks_of_marking(seen: Seen) -> bool:
    """A sentence turns to whoever marks it, or speaks of three sides of marking."""
    return any(
        _place("to", text, row, seen.scenario) is not None or _near(text, row, seen.scenario)
        for text, row in ((sentence.text, row) for sentence, row in zip(seen.text.sentences, seen.rows, strict=True))
    )


def _near(text: str, row: Row, scenario: Scenario) -> bool:
    places = [place for side in _SIDES if (place := _place(side, text, row, scenario)) is not None]
    return len(places) >= _ENOUGH and max(places) - min(places) <= _NEAR


def _place(side: str, text: str, row: Row, scenario: Scenario) -> int | None:
    """Where a sentence speaks of a side of marking in words that are not the card's."""
    place = load_cues("marking")[side].find(row)
    return None if place is None or _weighty(text[slice(*place)]) <= _known(scenario) else place[0]


def _weighty(text: str) -> frozenset[str]:
    """The stems of a text's words that name something."""
    row = (word.casefold() for word in words(text))
    return frozenset(stem(word) for word in row if not is_small(word) and word not in _SMALL)


_SMALL = frozenset("dear hi hello hey to for please note all any whoever whatever everything each every it".split())


@lru_cache(maxsize=256)
def _known(scenario: Scenario) -> frozenset[str]:
    return frozenset(stem(word.casefold()) for word in words(told(scenario)))
