"""Letters of other scripts that look Latin, read as the Latin letters for which they stand in a word.

A word is read so where it is Latin otherwise, and then so is every word of the text that could be: a name in another
script stays as it is written, unless letters are mixed beside it.
"""

from __future__ import annotations

import re

_LATIN = (
    dict(zip("аеорсухіјѕԁһӏԛԝԍӓӧё", "aeopcyxijsdhlqwgaoe", strict=True))
    | dict(zip("АВЕКМНОРСТУХІЈЅԌԚԜҮ", "ABEKMHOPCTYXIJSGQWY", strict=True))
    | dict(zip("αενικορτυχγωϲϳ", "aevikoptuxywcj", strict=True))
    | dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True))
    | dict(zip("օսոհցյ", "ounhgj", strict=True))
    | dict(zip("ɑɡᴏ", "ago", strict=True))
)
_TABLE = str.maketrans(_LATIN)
_OTHER = re.compile(f"[{''.join(_LATIN)}]")
_WORD = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile(r"[A-Za-z]")
_SHORTEST = 3
"""Letters of the shortest word that is looked at: in two a formula has Greek beside Latin."""


def latin(text: str) -> str:
    """Return the text, as long as before, with look-alikes in Latin words made Latin."""
    if not _OTHER.search(text) or not any(_is_mixed(word) for word in _WORD.findall(text)):
        return text
    return _WORD.sub(lambda word: _read(word.group()), text)


def _is_mixed(word: str) -> bool:
    return len(word) >= _SHORTEST and bool(_OTHER.search(word) and _PLAIN.search(word)) and _read(word) != word


def _read(word: str) -> str:
    """The word in Latin letters, or as it is if some letter of it has no likeness."""
    read = word.translate(_TABLE)
    return word if any("\u0370" <= letter <= "\u058f" for letter in read) else read
