"""Slips of the pen, for training: letters swapped, doubled or left out, articles left out."""

from __future__ import annotations

import re
from random import Random

from settings import FULL

_WORD = re.compile(r"[A-Za-z]+")
_ARTICLES = frozenset({"a", "an", "the"})


def with_slips(text: str, draw: Random) -> str:
    """Return the text with a slip in one of `one_in` words, drawn by `draw`; never with nothing left."""
    slipped = _WORD.sub(lambda word: _slip(word[0], draw) if draw.random() < 1 / FULL["one_in"] else word[0], text)
    return slipped if slipped.strip() else text


def _slip(word: str, draw: Random) -> str:
    if word.lower() in _ARTICLES:
        return ""
    if len(word) < 4:
        return word
    at = draw.randrange(1, len(word) - 1)
    kind = draw.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at + 1 :] if kind == 1 else word[:at] + word[at] + word[at:]
