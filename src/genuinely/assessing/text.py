"""A message as its reader takes it in: parts and sentences, each with its place in the message as written.

Matching happens on a folded copy (typographic variants unified, accents joined to their letters, invisible characters
left out, letters that only look Latin made so); `origin` leads every place in it back to the message as given.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from genuinely.assessing.lookalikes import latin

_ALIKE = str.maketrans(
    {
        "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
        "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-", "\t": " ",
        "\r": "\n", "\u2028": "\n", "\u2029": "\n",
    }
)  # fmt: skip
_ASCII = re.compile(r"[\x00-\x7f]+")
_INVISIBLE = frozenset({"Cf", "Cs"})
"""Unicode's categories of what is not seen: format characters, and halves of a character that was cut apart."""
_MOST = 4
"""Characters that are unified together, and that they may become."""

_NO_END = frozenset(
    "dr mr mrs ms prof st vs e.g i.e etc approx dept univ inc ltd jr sr fig eq cf al p.s ph.d m.sc b.sc".split()
)
_END = re.compile(r"(?<![.!?…])[.!?…]++[\"')\]]*+(?=\s)")
_NEAR = 40
"""Characters around a point that tell whether it ends a sentence."""
_TITLED = re.compile(r"\b(?:dr|mr|mrs|ms|prof)\.?\s+\w$", re.IGNORECASE)
_UNMARKED = 45
"""Words without a mark between them from which a line is cut where a new thought begins; rated messages have fewer."""
_PIECE = 6
"""Words of the shortest piece of such a line."""
_NEW_THOUGHT = re.compile(
    r"(?<= )(?:"
    r"(?:(?:and|but|so|or) )?(?:(?:what|how|why|which|when|where) (?:\w+ )?)?(?:could|would|can|do|did) (?:you|u)\b|"
    r"(?:and|but|so|also) (?:i|i'm|im|i'd|we|my)\b|(?:so )?my (?:one |only )?question\b|i (?:was|am) wondering\b|"
    r"(?:and )?if you (?:are|don't|dont|do not|can't|cant|cannot)\b|(?:anyway|also|btw|by the way|thanks|cheers)\b)",
    re.IGNORECASE,
)
_MARK = re.compile(r"[.!?,;:…()\"/–—]|- ")
_BULLET = re.compile(r"[-*•]\s+|\d{1,2}[.)]\s+")
_SUBJECT = re.compile(r"(?:subject|betreff|re)\s*:", re.IGNORECASE)
_POSTSCRIPT = re.compile(r"p\.?\s?s\.?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


@dataclass(frozen=True)
class Sentence:
    """`text` is folded; `start` and `end` are offsets into the message as given."""

    text: str
    start: int
    end: int
    line: int
    origin: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Translate a place in `text` to offsets into the message as given."""
        return self.origin[start][0], self.origin[end - 1][1]


@dataclass(frozen=True)
class Text:
    """A message, its folded copy and its sentences in order. `words` and `characters` leave the subject line out."""

    message: str
    folded: str
    sentences: tuple[Sentence, ...]
    words: int
    characters: int
    lines: int


def is_subject(sentence: Sentence) -> bool:
    """Whether the sentence is the message's subject line."""
    return sentence.line == 0 and _SUBJECT.match(sentence.text) is not None


def is_postscript(sentence: Sentence) -> bool:
    return _POSTSCRIPT.match(sentence.text) is not None


def words(text: str) -> list[str]:
    """Return the words of a text as written, hyphens and apostrophes inside them kept."""
    return _WORD.findall(text)


def read(message: str) -> Text:
    """Cut a message into sentences."""
    folded, origin = fold(message)
    sentences: list[Sentence] = []
    line_number = 0
    at = 0
    for line in folded.split("\n"):
        if line.strip():
            for start, end in _cut(line):
                places = tuple(origin[at + start : at + end])
                text = line[start:end]
                sentences.append(Sentence(text, places[0][0], places[-1][1], line_number, places))
            line_number += 1
        at += len(line) + 1
    counted = [s for s in sentences if not is_subject(s)]
    return Text(
        message,
        folded,
        tuple(sentences),
        words=sum(len(words(s.text)) for s in counted),
        characters=sum(len(s.text) for s in counted) + max(0, len(counted) - 1),
        lines=line_number,
    )


def fold(message: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the message with variants unified, and the place of each of its characters in `message`, from and to."""
    folded: list[str] = []
    origin: list[tuple[int, int]] = []
    start = 0
    while start < len(message):
        plain = _ASCII.match(message, start)
        end = plain.end() if plain else start
        end -= start < end < len(message)  # the last one may carry accents
        if end > start:
            folded.append(message[start:end].translate(_ALIKE))
            origin += zip(range(start, end), range(start + 1, end + 1), strict=True)
        else:
            end = _with_its_marks(message, start)
            unified = _unified(message[start:end])
            folded.append(unified)
            origin += [(start, end)] * len(unified)
        start = end
    return latin("".join(folded)), origin


def _with_its_marks(message: str, start: int) -> int:
    """The end of the character at `start` together with the accents that follow it as characters of their own."""
    end = start + 1
    while end < len(message) and end - start < _MOST and unicodedata.combining(message[end]):
        end += 1
    return end


@lru_cache(maxsize=4096)
def _unified(seen: str) -> str:
    """A character as it is matched: nothing if it is not seen, and as it is if it stands for many."""
    if unicodedata.category(seen[0]) in _INVISIBLE:
        return ""
    unified = unicodedata.normalize("NFKC", seen).translate(_ALIKE)
    return unified if len(unified) <= _MOST else seen


def _cut(line: str) -> list[tuple[int, int]]:
    """Return start and end of each sentence of a line, outer blanks and a list mark left out."""
    cuts: list[tuple[int, int]] = []
    start = 0
    for end in [*(_ends(line) or _thoughts(line)), len(line)]:
        piece = line[start:end]
        left = start + len(piece) - len(piece.lstrip())
        mark = _BULLET.match(line, left)
        left = mark.end() if mark and mark.end() < end else left
        right = start + len(piece.rstrip())
        if right > left:
            cuts.append((left, right))
        start = end
    return cuts


def _thoughts(line: str) -> list[int]:
    """Where new thoughts begin in a long line that has no mark at all within it."""
    row = words(line)
    if len(row) < _UNMARKED or _MARK.search(line.rstrip(" .!?…")):
        return []
    found, start, left = [], 0, len(row)
    for begun in _NEW_THOUGHT.finditer(line):
        piece = len(words(line[start : begun.start()]))
        if piece >= _PIECE and left - piece >= _PIECE:
            found.append(begun.start())
            start, left = begun.start(), left - piece
    return found


def _ends(line: str) -> list[int]:
    return [mark.end() for mark in _END.finditer(line) if _ends_sentence(line, mark)]


def _ends_sentence(line: str, mark: re.Match[str]) -> bool:
    """A lone point after an abbreviation, an initial or a list number does not end a sentence."""
    if mark.group()[0] != ".":
        return True
    before = line[max(0, mark.start() - _NEAR) : mark.start()]
    following = line[mark.end() : mark.end() + _NEAR].lstrip()[:1]
    if mark.group().startswith(".."):
        return following.isupper()
    last = (before.rsplit(maxsplit=1)[-1:] or [""])[0].lower().lstrip("(\"'")
    if last == "no":
        return not following.isdigit()
    initial = len(last) == 1 and last.isalpha() and (last != "i" or _TITLED.search(before) is not None)
    listed = len(last) <= 2 and last.isdigit() and line[: mark.start()].strip() == last
    return not (last in _NO_END or initial or listed)
