"""What the light reader looks at in a sentence: hashed features, the same in training and in use.

Names on the card become typed slots, so that nothing is learned about a name. A feature is a text such as
`w:would you`; its bucket is the CRC-32 of it, modulo `BUCKETS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from zlib import crc32

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.grounding import Ground, Touch, survey, touch
from genuinely.assessing.naming import ME, MINE, NAMED, THEIRS, YOU, named_on, with_slots, without_titles
from genuinely.assessing.spelling import mended_word
from genuinely.assessing.text import Sentence, Text, is_postscript, is_subject, words
from genuinely.scenarios import Scenario

BUCKETS = 1 << 16
"""Number of buckets; a weight for each move and bucket."""

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d[\d.,:]*|[?!:;,.\-()\"]|[^\w\s]")

_WRITTEN = dict(zip((YOU, ME, THEIRS, MINE, NAMED), "\ue000\ue001\ue002\ue003\ue004", strict=True))
"""Signs that stand for the slots until a sentence has been cut into tokens; no message holds them."""
_READ = {sign: slot for slot, sign in _WRITTEN.items()}


def featurize(text: Text, scenario: Scenario) -> list[list[int]]:
    """Return the buckets of each sentence of a message, each once, in rising order."""
    ground = survey(scenario)
    slots = named_on(scenario)
    rows = [_tokens(sentence, slots) for sentence in text.sentences]
    touches = [touch(sentence.text, ground) for sentence in text.sentences]
    cues = [_cues(sentence) for sentence in text.sentences]
    found = []
    for index, sentence in enumerate(text.sentences):
        own = [
            *_words(rows[index], "w"),
            *_characters(rows[index]),
            *(f"c:{name}" for name in cues[index]),
            *_touched(touches[index], ground),
            *_place(text, index, sentence),
        ]
        around = [*_neighbour(rows, cues, touches, index - 1, "p"), *_neighbour(rows, cues, touches, index + 1, "n")]
        found.append(sorted({bucket(feature) for feature in (*own, *around)}))
    return found


def bucket(feature: str) -> int:
    """Return the bucket of a feature."""
    return crc32(feature.encode("utf-8")) % BUCKETS


def _tokens(sentence: Sentence, slots: dict[str, str]) -> list[str]:
    """The sentence's tokens: slots for names (a name of several words is one), no titles, no slips."""
    row = []
    for token in _TOKEN.findall(with_slots(without_titles(sentence.text), slots, _WRITTEN)):
        small = mended_word(token).casefold()
        row.append(_READ.get(token) or ("<number>" if small[0].isdigit() else small))
    return row


def _words(row: Sequence[str], mark: str) -> Iterator[str]:
    yield from (f"{mark}:{token}" for token in row)
    padded = ["<s>", *row, "</s>"]
    yield from (f"{mark}:{one} {two}" for one, two in pairwise(padded))
    yield from (f"{mark}:{a} {b} {c}" for a, b, c in zip(padded, padded[1:], padded[2:], strict=False))


def _characters(row: Sequence[str]) -> Iterator[str]:
    for token in row:
        if len(token) > 3 and token[0] != "<":
            padded = f" {token} "
            for size in (3, 4, 5):
                yield from (f"x:{padded[i : i + size]}" for i in range(len(padded) - size + 1))


def _cues(sentence: Sentence) -> list[str]:
    row = Row.of(sentence.text)
    return [name for name, cues in load_cues().items() if cues.find(row)]


def _touched(touched: Touch, ground: Ground) -> Iterator[str]:
    own = frozenset().union(*(topic.stems for topic in ground.sender))
    theirs = frozenset().union(*(topic.stems for topic in ground.recipient))
    sides = {
        "you": len(touched.recipient),
        "you alone": len(touched.recipient - own),
        "me": len(touched.sender),
        "me alone": len(touched.sender - theirs),
        "goals": len(touched.goals),
        "situation": len(touched.situation),
        "role": len(touched.sender_role),
    }
    for side, count in sides.items():
        yield from (f"g:{side}>{least}" for least in range(min(count, 4)))
    yield f"g:{min(sides['you'], 2)}/{min(sides['me'], 2)}"


def _place(text: Text, index: int, sentence: Sentence) -> Iterator[str]:
    last = len(text.sentences) - 1 - index
    if is_subject(sentence):
        yield "s:subject"
    if is_postscript(sentence):
        yield "s:postscript"
    yield f"s:from start {min(index, 3)}"
    yield f"s:from end {min(last, 3)}"
    length = len(words(sentence.text))
    yield from (f"s:longer than {least}" for least in (2, 4, 8, 14, 22, 32) if length > least)
    yield "s:asks" if "?" in sentence.text else "s:tells"


def _neighbour(
    rows: Sequence[Sequence[str]], cues: Sequence[Sequence[str]], touches: Sequence[Touch], index: int, mark: str
) -> Iterator[str]:
    if not 0 <= index < len(rows):
        yield f"{mark}:<none>"
        return
    yield from (f"{mark}w:{token}" for token in rows[index])
    yield from (f"{mark}c:{name}" for name in cues[index])
    touched = touches[index]
    yield f"{mark}g:{min(len(touched.recipient), 2)}/{min(len(touched.sender), 2)}"
