"""Texts that answer a card and that students may have seen, and which of them a message is nearly identical to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from genuinely.grading.likeness import NEAR, Words, given_with, likeness, own_words
from genuinely.scenarios import Scenario


@dataclass(frozen=True)
class KnownText:
    """A text that answers a card. kind: what it is. name: where it stands, as an instructor finds it."""

    kind: Literal["reference", "model", "rated"]
    name: str
    message: str


@dataclass(frozen=True)
class Likeness:
    """The text that an answer is most like, and how much: from 0 to 1 of both texts' own words, in their order."""

    text: KnownText
    share: float


def nearest(message: str, scenario: Scenario, known: Sequence[KnownText], handout: Sequence[str]) -> Likeness | None:
    """Return the known text that a message is nearly identical to, or None.

    handout: what students were given beside the card. What stands there, or on the card, is nobody's own.
    """
    written = own_words(message, given_with(scenario, *handout))
    different = frozenset(written)
    found = [
        Likeness(text, likeness(written, words))
        for text, words, differing in _own(scenario, (*known,), (*handout,))
        # Enough words in common, in whatever order? Nearly all are told apart by this.
        if 2 * (len(different & differing) + len(written) - len(different)) >= NEAR * (len(written) + len(words))
    ]
    best = max(found, key=lambda each: each.share, default=None)
    return best if best and best.share >= NEAR else None


@lru_cache(maxsize=256)
def _own(
    scenario: Scenario, known: tuple[KnownText, ...], handout: tuple[str, ...]
) -> tuple[tuple[KnownText, Words, frozenset[str]], ...]:
    """The texts with their own words, and those once each."""
    given = given_with(scenario, *handout)
    return tuple((text, words, frozenset(words)) for text in known for words in (own_words(text.message, given),))
