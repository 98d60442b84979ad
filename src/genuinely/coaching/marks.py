"""Which words of a message carry which marks: evidence turned into pieces that can be laid out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from genuinely.assessing import Assessment, Span


@dataclass(frozen=True)
class Mark:
    """Words that made a move. `number` is the move's, by first appearance; it ties words, key and rows."""

    start: int
    end: int
    move: str
    number: int


@dataclass(frozen=True)
class Piece:
    """A stretch of the message in which nothing changes. `marks` lie over it, the shortest first."""

    text: str
    marks: tuple[Mark, ...]
    ending: tuple[Mark, ...]


def marks(assessment: Assessment, message: str) -> tuple[Mark, ...]:
    """Return every span that some criterion's level rests on, once, in the order of reading."""
    spans = {span for spans in assessment.evidence.values() for span in spans}
    inside = (s for s in spans if 0 <= s.start < s.end <= len(message))
    ordered = sorted(inside, key=lambda s: (s.start, s.end, s.move))
    numbers = _numbers(ordered)
    return tuple(Mark(s.start, s.end, s.move, numbers[s.move]) for s in ordered)


def numbers(marked: Iterable[Mark]) -> Mapping[str, int]:
    """Return the number of each move among the marks, in the order of the numbers."""
    return dict(sorted({mark.move: mark.number for mark in marked}.items(), key=lambda pair: pair[1]))


def pieces(message: str, marked: Iterable[Mark]) -> tuple[Piece, ...]:
    """Cut the message at every edge of a mark. The pieces' texts together are the message."""
    marked = tuple(marked)
    edges = sorted({0, len(message), *(m.start for m in marked), *(m.end for m in marked)})
    return tuple(_piece(message, start, end, marked) for start, end in pairwise(edges) if start < end)


def _piece(message: str, start: int, end: int, marked: tuple[Mark, ...]) -> Piece:
    over = sorted((m for m in marked if m.start <= start and end <= m.end), key=lambda m: (m.end - m.start, m.number))
    ending = sorted((m for m in over if m.end == end), key=lambda m: m.number)
    return Piece(message[start:end], tuple(over), tuple(ending))


def _numbers(spans: Iterable[Span]) -> dict[str, int]:
    found: dict[str, int] = {}
    for span in spans:
        found.setdefault(span.move, len(found) + 1)
    return found
