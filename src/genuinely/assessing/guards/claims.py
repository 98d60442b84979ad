"""What a sentence says that sender or recipient does: sides swapped, or a fact of the card denied.

New details about the sender are free, so a claim counts only if it tells a fact of the card: its verb, and either the
words that follow it or several that stand on no other side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from genuinely.assessing.grounding import stem, stems
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import Sentence, words
from genuinely.scenarios import Person

_I = frozenset({"i", "i've", "i'm", "we", "we've"})
_YOU = frozenset({"you", "you've", "you're"})
_NOT = frozenset("not never don't doesn't didn't haven't hasn't isn't aren't wasn't weren't can't cannot no".split())
_BETWEEN = _NOT | frozenset(
    "have has had do does did am are was were been also really actually even once still".split()
)
_BE = dict.fromkeys(("is", "am", "are", "was", "were"), "be") | dict.fromkeys(("has", "have", "had"), "have")
_OPEN = frozenset(
    "if whether wish hope would could should might may like as also both too same similar imagine suppose unless "
    "said says wrote writes told tells quote because".split()
)
_RUN = 4
"""Words after the verb that are enough to know a fact by."""
_REACH = 14
"""Words after a verb that belong to what it says."""


def swapped(sentence: Sentence, seen: Seen) -> bool:
    """The sender tells a fact of the recipient's as their own, or tells one of their own as the recipient's."""
    if not _plainly_told(sentence):
        return False
    recipient, sender = seen.scenario.recipient, seen.scenario.sender
    return _tells(sentence, _I, recipient, sender, denied=False) or _tells(
        sentence, _YOU, sender, recipient, denied=False
    )


def denied(sentence: Sentence, seen: Seen) -> bool:
    """The sentence denies a fact of the card to whom it belongs."""
    if not _plainly_told(sentence):
        return False
    recipient, sender = seen.scenario.recipient, seen.scenario.sender
    return _tells(sentence, _YOU, recipient, sender, denied=True) or _tells(
        sentence, _I, sender, recipient, denied=True
    )


def _plainly_told(sentence: Sentence) -> bool:
    """Neither asked, nor quoted, nor supposed, nor compared."""
    return _OPEN.isdisjoint(_row(sentence.text)) and not set('?"') & set(sentence.text) and " '" not in sentence.text


def _tells(sentence: Sentence, who: frozenset[str], owner: Person, other: Person, *, denied: bool) -> bool:
    """Whether `who` is said to do, or not to do, what a fact of the owner's tells, in words that are its alone."""
    return any(
        said == fact.verb and denied == negated and fact.is_told_by(rest, least=2 if denied else 3)
        for said, negated, rest in _claims(sentence, who)
        for fact in _facts(owner, other)
    )


@dataclass(frozen=True)
class _Fact:
    """A fact as a verb, the words that follow it (none if they are few), and the stems that are this side's alone."""

    verb: str
    start: str
    own: frozenset[str]

    def is_told_by(self, rest: str, least: int) -> bool:
        return bool(self.start and rest.startswith(self.start)) or len(self.own & stems(rest)) >= least


@cache
def _facts(owner: Person, other: Person) -> tuple[_Fact, ...]:
    """The owner's facts, without those that begin with a denial."""
    elsewhere = stems(" ".join((other.role, *other.facts, *other.goals, owner.name, other.name)))
    rows = [[word.casefold() for word in words(fact)] for fact in owner.facts]
    return tuple(
        _Fact(_verb(row[0]), " ".join(row[1 : 1 + _RUN]) if len(row) > _RUN else "", stems(" ".join(row)) - elsewhere)
        for row in rows
        if not _NOT & set(row[:4])
    )


def _claims(sentence: Sentence, who: frozenset[str]) -> Iterator[tuple[str, bool, str]]:
    """Yield what `who` is said to do in a sentence, whether it is denied, and the words that follow."""
    row = _row(sentence.text)
    for at, word in enumerate(row):
        negated = False
        for verb in range(at + 1, min(at + 5, len(row))) if word in who else ():
            yield _verb(row[verb]), negated, " ".join(row[verb + 1 : verb + 1 + _REACH])
            negated = negated or row[verb] in _NOT
            if row[verb] not in _BETWEEN:
                break


@lru_cache(maxsize=256)
def _row(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words(text))


def _verb(word: str) -> str:
    return _BE.get(word.casefold()) or stem(word)
