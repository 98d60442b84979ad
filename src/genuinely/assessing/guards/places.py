"""Parts of a letter where nobody puts them: a subject or a greeting within, a closing early, capitals astray."""

from __future__ import annotations

import re
from itertools import pairwise

from genuinely.assessing.cues import common_words
from genuinely.assessing.guards.phrases import phrases_in, touches_card
from genuinely.assessing.guards.seen import Seen, bare, told
from genuinely.assessing.text import Sentence, is_postscript, is_subject, words

_SUBJECT_WITHIN = re.compile(r"(?<=[^\n\s>*_])[^\S\n]{1,3}Subject: ")
_GREETING = re.compile(r"(?:Dear|Hi|Hello|Hey)\b", re.IGNORECASE)
_LATE = 4
"""Sentences before a greeting by name; the rated messages have three at most."""
_CLOSING = re.compile(
    r"(?:^|(?<=[.!?] ))(?:(?i:(?:kind|best|warm|warmest|many) (?:regards|wishes)|(?:yours )?sincerely)\s?,|"
    r"Best, (?=[A-Z]\w))"
)
_AFTER_CLOSING = 25
"""Words after a closing formula in the same paragraph of a message; the rated messages have twelve at most."""
_SIGNED = 4
"""Words of the longest line that can be a name under a letter."""
_NAMES = 3
"""Lines that may be the name under the letter, from the first one on."""
_BELOW = 20
"""Words below the name that are no postscript; where rated messages have more, they take up the card."""
_ASTRAY = 3
"""Capitals within sentences, and small letters at their start: so many of both. No rated message has two of each; with
slips of the pen some have three of both, in many sentences."""
_OFTEN = 5
"""One sentence in so many begins with a small letter."""
_DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december english german french spring summer autumn winter mr ms dr phd".split()
)
_YOU = frozenset("you your yours you're you've you'd you'll".split())
_TOKEN = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?…]['\")]*\Z")
_PAUSES = re.compile(r"[:\"'\-–—…),*;]\Z")
_SHORT = re.compile(r"(?:[A-Za-z]{1,3}|e\.g|i\.e)\.\Z")
_MARKS = "\"'(),;:.!?*-–—…[]"


def misplaced(seen: Seen) -> bool:
    """Its parts or its words stand where nobody puts them."""
    return (
        _SUBJECT_WITHIN.search(seen.plain) is not None
        or _greets_late(seen)
        or _closes_early(seen)
        or _capitals_astray(seen)
    )


def _greets_late(seen: Seen) -> bool:
    names = {bare(word) for word in words(seen.scenario.recipient.name)}
    body = [sentence for sentence in seen.text.sentences if not is_subject(sentence)]
    return any(
        _GREETING.match(sentence.text) and not names.isdisjoint(map(bare, words(sentence.text)[1:5]))
        for sentence in body[_LATE:]
    )


def _closes_early(seen: Seen) -> bool:
    """A closing formula, and much after it on the same line."""
    lines = seen.plain.split("\n")
    found = ((line, closing) for line in lines for closing in _CLOSING.finditer(line))
    return any(len(words(line[closing.end() :])) >= _AFTER_CLOSING for line, closing in found)


def _capitals_astray(seen: Seen) -> bool:
    """Common words with a capital in the middle of a sentence, and sentences that begin with a small letter."""
    known = frozenset(words(told(seen.scenario)))
    found = [_astray(line, known) for line in seen.plain.split("\n") if not line.startswith("Subject:")]
    capitals, small = sum(one for one, _ in found), sum(other for _, other in found)
    return min(capitals, small) >= _ASTRAY and small * _OFTEN >= len(seen.text.sentences)


def _astray(line: str, known: frozenset[str]) -> tuple[int, int]:
    tokens = _TOKEN.findall(line)
    capitals = small = 0
    for before, token in pairwise(tokens):
        word = token.strip(_MARKS)
        if not word:
            continue
        if _ENDS.search(before):
            small += word[0].islower() and not _SHORT.match(before)
        elif word[0].isupper() and word[1:].isalpha() and word[1:].islower() and not _PAUSES.search(before):
            capitals += word.lower() in common_words() - _DAYS and word not in known
    return capitals, small


def below_the_name(seen: Seen) -> bool:
    """Below the sender's name, and in no postscript, sentences to the reader that take up nothing of the card."""
    rows = seen.text.sentences
    signed = [at for at in range(2, len(rows) - 1) if _is_name(rows, at, seen)]
    for at in signed[:_NAMES]:
        below = rows[at + 1 :]
        if any(is_postscript(sentence) for sentence in below[:2]):
            continue
        said = sum(len(words(sentence.text)) for sentence in below)
        kinds = set().union(*(phrases_in(row) for row in seen.rows[at + 1 :]))
        if (
            said >= _BELOW
            and kinds
            and any(map(_speaks, below))
            and not any(touches_card(s, seen.scenario) for s in below)
        ):
            return True
    return False


def _speaks(sentence: Sentence) -> bool:
    return "?" in sentence.text or not _YOU.isdisjoint(word.casefold() for word in words(sentence.text))


def _is_name(rows: tuple[Sentence, ...], at: int, seen: Seen) -> bool:
    """Whether a sentence is alone on its line and holds the sender's name and little else."""
    alone = rows[at - 1].line < rows[at].line < rows[at + 1].line
    row = [bare(word) for word in words(rows[at].text)]
    names = {bare(word) for word in words(seen.scenario.sender.name)}
    initials = {"".join(word[0] for word in words(seen.scenario.sender.name)).casefold(), *(name[0] for name in names)}
    return alone and 0 < len(row) <= _SIGNED and (not names.isdisjoint(row) or (len(row) == 1 and row[0] in initials))
