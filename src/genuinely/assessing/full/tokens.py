"""Messages and cards as the encoder's token ids, the same in training and in use.

A message is one sequence, `[CLS] sentence [SEP] sentence [SEP] ...`; one of more than `LONGEST` tokens is read in
windows that overlap. Names on the card are written as the same few names in card and message.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from genuinely.assessing.naming import ME, MINE, NAMED, THEIRS, YOU, named_on, with_slots, without_titles
from genuinely.assessing.spelling import mended
from genuinely.assessing.text import Text
from genuinely.scenarios import Scenario

LONGEST = 512
"""Tokens that the encoder takes at once."""

_CLS, _SEP = 101, 102
WRITTEN = {YOU: "alex", ME: "sam", THEIRS: "company", MINE: "agency", NAMED: "jordan"}
"""What each slot is written as: names as good as any, the same in card and message."""
_PIECE = 120
"""Tokens of a stretch that is never parted between windows; two windows share the last stretch."""
_CARD_TEXT = 62
"""Tokens of a card's fact or goal that are read."""

Encode = Callable[[str], list[int]]
"""Returns a text's token ids, without any that mark its ends."""


class Encoded(Protocol):
    """What a tokenizer of the `tokenizers` library returns."""

    ids: list[int]


class Tokenizer(Protocol):
    """The part of a tokenizer of the `tokenizers` library that is used."""

    def encode(self, sequence: str, *, add_special_tokens: bool) -> Encoded: ...


@dataclass(frozen=True)
class Window:
    """Token ids, and for each the number of the sentence that it belongs to, -1 for a mark."""

    ids: tuple[int, ...]
    sentence: tuple[int, ...]


def message_windows(text: Text, scenario: Scenario, tokenizer: Tokenizer) -> list[Window]:
    """Return a message's tokens: one window, or several that overlap if it is long."""
    slots = named_on(scenario)
    return windows([ids_of(sentence.text, slots, tokenizer) for sentence in text.sentences])


def windows(sentences: Sequence[Sequence[int]], longest: int = LONGEST) -> list[Window]:
    """Return windows of at most `longest` tokens over the sentences' ids."""
    pieces = [
        (number, ids[start : start + _PIECE])
        for number, ids in enumerate(sentences)
        for start in range(0, len(ids), _PIECE)
    ]
    found: list[Window] = []
    first = 0
    while first < len(pieces):
        end, size = first, 1
        while end < len(pieces) and size + len(pieces[end][1]) + 1 <= longest:
            size += len(pieces[end][1]) + 1
            end += 1
        found.append(_window(pieces[first:end]))
        first = end if end == len(pieces) else end - 1
    return found


def _window(pieces: Sequence[tuple[int, Sequence[int]]]) -> Window:
    ids, owner = [_CLS], [-1]
    for number, piece in pieces:
        ids += [*piece, _SEP]
        owner += [*([number] * len(piece)), -1]
    return Window(tuple(ids), tuple(owner))


def ids_of(text: str, slots: dict[str, str], tokenizer: Tokenizer) -> list[int]:
    """Return a text's token ids without slips, each name on the card as its slot is written."""
    read = with_slots(mended(without_titles(text)), slots, WRITTEN)
    return tokenizer.encode(read, add_special_tokens=False).ids


def card_texts(scenario: Scenario, tokenizer: Tokenizer) -> list[tuple[int, list[int]]]:
    """Return each fact and goal of a card as token ids, with its group: recipient's facts, goals, sender's facts."""
    slots = named_on(scenario)
    groups = (scenario.recipient.facts, scenario.recipient.goals, scenario.sender.facts)
    return [
        (group, [_CLS, *ids_of(text, slots, tokenizer)[:_CARD_TEXT], _SEP])
        for group, texts in enumerate(groups)
        for text in texts
    ]
