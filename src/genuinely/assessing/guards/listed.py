"""Key words: what is named in place of being said."""

from __future__ import annotations

import re
from functools import cache

from genuinely.assessing.grounding import stem
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.languages import is_small
from genuinely.assessing.text import words
from genuinely.resources import data

_WINDOW = 8
"""Words in a row that are looked at."""
_MORE = 6
"""By so many the key words in them outnumber the small words; in the rated messages by four at most."""
_BETWEEN = re.compile(r"\s[-–—/|]\s|[;|]")
_LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+|(?<!\S)[^\s@]{1,80}@\S+")
_PIECES = re.compile(r"[.;/|()\[\]:]|\s[-–—]\s|\s#")
_IN_A_ROW, _KEYS, _OF_A_PIECE = 6, 3, 3
"""Such pieces that are a list of headings, key words among them, and words of the longest. One rated message has more
in a row, its strengths, and one key word among them."""
_LABELS, _OF_A_LABEL = 6, 5
"""Labels in a line from which it is a list of them, and words of the longest."""


def key_words_listed(seen: Seen) -> bool:
    """Key words stand side by side without the small words that make a sentence of them."""
    row = [part for word in seen.row for part in word.split("-")]
    value = [(stem(word) in key_words()) - is_small(word) for word in row]
    dense = any(sum(value[at : at + _WINDOW]) >= _MORE for at in range(len(value) - _WINDOW + 1))
    return dense or _pieces_in_a_row(seen.plain) or any(_labels(sentence.text) for sentence in seen.text.sentences)


def _pieces_in_a_row(text: str) -> bool:
    """Many pieces side by side, each of a word or a few without a small one or a number, and key words among them."""
    row: list[bool] = []
    for piece in _PIECES.split(_LINK.sub(" of ", text)):
        named = [word.casefold() for word in words(piece)]
        if 0 < len(named) <= _OF_A_PIECE and not any(is_small(word) or word[0].isdigit() for word in named):
            row.append(any(stem(word) in key_words() for word in named))
        elif named:
            row = []
        if len(row) >= _IN_A_ROW and sum(row) >= _KEYS:
            return True
    return False


def _labels(sentence: str) -> bool:
    """Short pieces with dashes between them, nearly each with a key word."""
    pieces = [words(piece) for piece in _BETWEEN.split(sentence)]
    named = sum(len(row) <= _OF_A_LABEL and any(stem(word) in key_words() for word in row) for row in pieces)
    return len(pieces) >= _LABELS and named >= len(pieces) - 1


@cache
def key_words() -> frozenset[str]:
    """The stems of `data/cues/key_words.txt`."""
    lines = data("cues", "key_words.txt").read_text(encoding="utf-8").splitlines()
    row = (word for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(stem(part) for word in row for part in word.split("-"))
