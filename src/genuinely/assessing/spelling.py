"""Slips of the pen, mended before anything learned looks: a slip must not change a level.

A word that the encoder's vocabulary does not hold is read as the likeliest word that it holds and that is one slip
away: two letters swapped, one doubled or left out. The first letter stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from genuinely.resources import data

_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_SHORTEST = 4
"""Letters below which a word is left as it is: too many words are one slip away from a short one."""
_LONGEST = 30
"""Letters above which it is no word: to try all that is one slip away takes the square of the length."""
_ENDINGS = ("s", "er", "ers", "r", "rs", "ed", "d", "ing", "ly")
_COMMON = 12_000
"""How many of the vocabulary's words are looked at, which stand in the order of how often they are met."""


def mended(text: str) -> str:
    """Return the text with words that hold a slip as they were probably meant. Names stay: capitals are left alone."""
    return _WORD.sub(lambda found: mended_word(found[0]), text)


@lru_cache(maxsize=1 << 15)
def mended_word(word: str) -> str:
    """Return a word as it was probably meant; itself if it is known, short, or not written in small letters."""
    known = _known()
    if not _SHORTEST <= len(word) <= _LONGEST or not word.islower() or not word.isascii() or _is_known(word):
        return word
    near = [one for one in _one_slip_away(word) if known.get(one, _COMMON) < _COMMON]
    return min(near, key=known.__getitem__, default=word)


def _is_known(word: str) -> bool:
    """Whether the vocabulary holds a word, or what it is made of with a common ending."""
    roots = (word, *(word.removesuffix(end) for end in _ENDINGS if word.endswith(end)))
    return any(root in _known() or f"{root}e" in _known() for root in roots)


def _one_slip_away(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        before, here, after = word[:at], word[at], word[at + 1 :]
        if here == before[-1]:
            yield before + after
        if after and here != after[0]:
            yield before + after[0] + here + after[1:]
        for letter in _LETTERS:
            yield before + letter + here + after
    for letter in _LETTERS:
        yield word + letter


@lru_cache(maxsize=1)
def _known() -> dict[str, int]:
    """The whole words of the encoder's vocabulary, each with its place."""
    words = data("model", "words.txt").read_text(encoding="utf-8").split()
    return {word: place for place, word in enumerate(words)}
