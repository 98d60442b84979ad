"""Whether a text is mostly in another language than English, told by its small words and its script."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
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
    ours = sum(word in _english() for word in row)
    theirs = Counter(language for word in row for language in _languages_of().get(word, ()))
    return max(theirs.values(), default=0) > max(ours, 2)


def is_small(word: str) -> bool:
    """Whether a word in small letters is one of the small words of English."""
    return word in _english()


def english_share(row: Sequence[str]) -> float:
    """Return the share of words in small letters that are English small words, 0 to 1; 1 for no words."""
    return sum(word in _english() for word in row) / len(row) if row else 1.0


@cache
def _english() -> frozenset[str]:
    return _small_words()["english"]


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """For each small word that is not an English one, the languages in which it is one."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for language, small in _small_words().items():
        for word in small - _english():
            found[word].append(language)
    return {word: tuple(languages) for word, languages in found.items()}


@cache
def _small_words() -> dict[str, frozenset[str]]:
    table = tomllib.loads(data("cues", "languages.toml").read_text(encoding="utf-8"))
    return {language: frozenset(text.split()) for language, text in table.items() if language != "version"}
