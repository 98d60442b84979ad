"""Whether a text is mostly in another language than English, told by its small words and its script."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache

from genuinely.resources import data

_LATIN_ENDS = 0x24F


def foreign(row: Sequence[str]) -> bool:
    """Whether words in small letters are mostly not English: fewer than four are too few to say."""
    if len(row) < 4:
        return False
    other_script = sum(1 for word in row if ord(word[0]) > _LATIN_ENDS)
    if other_script * 2 > len(row):
        return True
    english, *others = _small_words()
    ours = sum(word in english for word in row)
    return any(sum(word in words - english for word in row) > max(ours, 2) for words in others)


def english_share(row: Sequence[str]) -> float:
    """Return the share of words in small letters that are English small words, 0 to 1; 1 for no words."""
    return sum(word in _small_words()[0] for word in row) / len(row) if row else 1.0


@cache
def _small_words() -> tuple[frozenset[str], ...]:
    """The small words of each language, English first."""
    file = data("cues", "languages.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    english = table.pop("english")
    return tuple(frozenset(text.split()) for text in (english, *(t for k, t in table.items() if k != "version")))
