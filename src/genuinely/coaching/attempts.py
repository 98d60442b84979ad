"""Whether a text is a real attempt at a reflection."""

from __future__ import annotations

from typing import Literal

from genuinely.coaching.overlap import words_of

LEAST = 20
"""Words of its own from which a text counts as written."""

DIFFERENT = 12
"""How many different ones have to be among them."""

_RUN = 5
_LONGEST = 20_000

Fault = Literal["", "empty", "short", "prompt", "repeated"]


def fault(text: str, prompt: str) -> Fault:
    """Return what keeps a text from being a real attempt, "" for one that is.

    "empty": there is no word. "prompt": it consists of the question, of which every run of five words or more is
    passed over wherever it stands, with fewer than 20 words of its own left. "short": it has fewer than 20 words.
    "repeated": among its own words fewer than 12 are different ones. Nothing is said of how good it is, and any
    language will do.
    """
    words = words_of(text[:_LONGEST])
    if not words:
        return "empty"
    asked = words_of(prompt)
    runs = {asked[at : at + _RUN] for at in range(len(asked) - _RUN + 1)}
    copied = {at + step for at in range(len(words)) if words[at : at + _RUN] in runs for step in range(_RUN)}
    own = [word for at, word in enumerate(words) if at not in copied]
    if len(own) < LEAST:
        return "prompt" if copied else "short"
    return "repeated" if len(set(own)) < DIFFERENT else ""
