"""How far quoted words meet words that were marked: pure functions on texts."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FULL = 0.6
"""Of a marked stretch, and of what was quoted: the share of words from which nothing is missing."""

NOTHING = 0.2
"""Of what was quoted, the share of marked words up to which nothing is earned."""

_LONGEST = 3000
"""Characters of a quotation that are looked at: several times what both messages have."""

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_QUOTED = re.compile('["“”„«»]([^"“”„«»]+)["“”„«»]')
_APOSTROPHE = re.compile(r"['’‘`´]")
_ALIKE = 0.8


@dataclass(frozen=True)
class Quoted:
    """One quotation. `message` is the letter of the message that it was found in, "" if in none."""

    words: str
    message: str
    places: frozenset[int]


@dataclass(frozen=True)
class Overlap:
    """What became of quoted words.

    share: of the points, from 0 to 1.
    quotations: each of them, in order.
    met: the numbers of the marked stretches of which at least half was quoted.
    """

    share: float
    quotations: tuple[Quoted, ...]
    met: tuple[int, ...]


def overlap(quoted: str, messages: Mapping[str, str], spans: Sequence[tuple[str, str]]) -> Overlap:
    """Hold quoted words against the marked stretches of some messages.

    messages: text by letter. spans: (letter, words as they stand in that message).

    What stands in double quotation marks counts as quoted, or else every line. A quotation is looked for in the
    message that has most of it: case, punctuation, quotation marks and small slips make no difference, words that do
    not follow each other there are not found. Of the words found, two shares are taken:

    - how much of one marked stretch was quoted, of the one that is met best; nothing is missing from 60 % on;
    - how much of what was quoted is marked; nothing is missing from 60 % on, and 20 % or less earns nothing.

    The product of the two is the share of the points. So one deciding stretch, quoted with its sentence, is enough,
    and a quotation of a whole message is not.
    """
    texts = {letter: words_of(text) for letter, text in messages.items()}
    quotations = tuple(_find(part, texts) for part in _parts(quoted[:_LONGEST]))
    found = {(each.message, place) for each in quotations for place in each.places}
    stretches = [{(letter, place) for place in located(words, texts[letter]) or ()} for letter, words in spans]
    covered = [len(stretch & found) / len(stretch) if stretch else 0.0 for stretch in stretches]
    marked = found & set().union(*stretches)
    recall = max(covered, default=0.0)
    precision = len(marked) / len(found) if found else 0.0
    share = _reached(recall, 0.0) * _reached(precision, NOTHING)
    return Overlap(share, quotations, tuple(number for number, part in enumerate(covered) if part >= 0.5))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, as they are compared: in small letters, without apostrophes."""
    return tuple(_APOSTROPHE.sub("", word).casefold() for word in _WORD.findall(text))


def located(words: str, text: Sequence[str]) -> range | None:
    """Return the places of words that follow each other in a text as they stand, the first time; None if nowhere."""
    wanted = words_of(words)
    starts = range(len(text) - len(wanted) + 1) if wanted else ()
    first = next((at for at in starts if tuple(text[at : at + len(wanted)]) == wanted), None)
    return None if first is None else range(first, first + len(wanted))


def _parts(quoted: str) -> list[str]:
    parts = _QUOTED.findall(quoted) or quoted.splitlines()
    return [part.strip() for part in parts if words_of(part)]


def _find(part: str, texts: Mapping[str, Sequence[str]]) -> Quoted:
    places = {letter: _places(words_of(part), text) for letter, text in texts.items()}
    best = max(places, key=lambda letter: len(places[letter]))
    return Quoted(part, best, places[best]) if places[best] else Quoted(part, "", frozenset())


def _places(wanted: Sequence[str], text: Sequence[str]) -> frozenset[int]:
    """Where words stand in a text, two or more together: a word alone says nothing, unless it was quoted alone."""
    known = [word if word in text else _alike(word, text) for word in wanted]
    blocks = difflib.SequenceMatcher(None, text, known, autojunk=False).get_matching_blocks()
    at_least = min(2, len(wanted))
    return frozenset(place for at, _, size in blocks if size >= at_least for place in range(at, at + size))


def _alike(word: str, text: Sequence[str]) -> str:
    near = difflib.get_close_matches(word, text, n=1, cutoff=_ALIKE) if len(word) > 3 else []
    return near[0] if near else word


def _reached(share: float, nothing: float) -> float:
    return min(max((share - nothing) / (FULL - nothing), 0.0), 1.0)
