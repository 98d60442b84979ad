"""Letters of other scripts that look Latin, read as the Latin letters for which they stand in a word.

A word is read so only where it is Latin otherwise: a name in another script stays as it is written.
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
    return _WORD.sub(lambda word: _read(word.group()), text) if _OTHER.search(text) else text


def _read(word: str) -> str:
    if len(word) < _SHORTEST or not _OTHER.search(word) or not _PLAIN.search(word):
        return word
    read = word.translate(_TABLE)
    return read if not any("\u0370" <= letter <= "\u058f" for letter in read) else word
