"""Slips of spelling and of articles, as a hurried or a foreign hand makes them. The training has slips of its own."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

ONE_IN = 15
"""A word in so many has a slip."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_ARTICLES = ("a", "an", "the")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_HEARD_ALIKE = {
    "their": "there", "there": "their", "your": "you're", "you're": "your", "its": "it's", "it's": "its",
    "to": "too", "too": "to", "then": "than", "than": "then", "were": "where", "where": "were",
}  # fmt: skip


def with_slips(message: str, seed: str) -> str:
    """Return the message with a slip in one of fifteen words (at least in one), the same ones for the same seed."""
    draw = Random(seed)
    places = list(_WORD.finditer(message))
    if not places:
        return message
    chosen = {found.start() for found in draw.sample(places, max(1, round(len(places) / ONE_IN)))}
    return _WORD.sub(lambda found: _slip(found.group(), draw) if found.start() in chosen else found.group(), message)


def _slip(word: str, draw: Random) -> str:
    small = word.lower()
    if small in _ARTICLES:
        return draw.choice(["", *(article for article in _ARTICLES if article != small)])
    if small in _HEARD_ALIKE:
        return _HEARD_ALIKE[small]
    if len(word) < 4:
        return f"{draw.choice(_ARTICLES)} {word}"
    return draw.choice(_KINDS)(word, draw.randrange(1, len(word) - 1))


def _swapped(word: str, at: int) -> str:
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _left_out(word: str, at: int) -> str:
    return word[:at] + word[at + 1 :]


def _doubled(word: str, at: int) -> str:
    return word[: at + 1] + word[at:]


def _key_beside(word: str, at: int) -> str:
    for row in _ROWS:
        place = row.find(word[at])
        if place >= 0:
            return word[:at] + row[place + 1 if place + 1 < len(row) else place - 1] + word[at + 1 :]
    return _left_out(word, at)


_KINDS: tuple[Callable[[str, int], str], ...] = (_swapped, _left_out, _doubled, _key_beside)
