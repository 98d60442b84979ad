"""What contradicts the card: another number, a meeting that never was, sides swapped, a fact denied.

New details about the sender are free, so every rule here needs several words of one fact in one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from genuinely.assessing.cues import load_cues
from genuinely.assessing.grounding import stem, stems
from genuinely.assessing.guards.seen import Seen, bare, told, word_lists
from genuinely.assessing.text import Sentence, words
from genuinely.scenarios import Person

_I = frozenset({"i", "i've", "i'm", "we", "we've"})
_YOU = frozenset({"you", "you've", "you're"})
_FIRST_PERSON = re.compile(r"\b(?:i|my|mine|me|we|our|ours|us)\b", re.IGNORECASE)
_NOT = frozenset("not never don't doesn't didn't haven't hasn't isn't aren't wasn't weren't can't cannot no".split())
_BETWEEN = _NOT | frozenset(
    "have has had do does did are am is was were been also really actually even once still".split()
)
_BE = dict.fromkeys(("is", "am", "are", "was", "were"), "be") | dict.fromkeys(("has", "have", "had"), "have")
_OPEN = frozenset(
    "if whether wish hope would could should might may like as also both too same similar imagine suppose unless "
    "said says wrote writes told tells quote because".split()
)
_REACH = 14
"""Words after a verb that belong to what it says."""
_NUMBER_OR_WORD = re.compile(r"\d[\d.,]*\d|\d+|[^\W\d_]+")
_SIGNED = re.compile(
    r"(?:kind |best |warm |many )*(?:regards|wishes|best|sincerely|yours|cheers|warmly)[\w ]*[,.]?", re.IGNORECASE
)


def contradicts_brief(seen: Seen) -> bool:
    """A number, a meeting, an employer, a side or a fact that is not the card's."""
    return (
        (seen.scenario.kind == "cold" and seen.has_cue("we_met"))
        or _other_employer(seen)
        or _writes_as_recipient(seen)
        or any(_other_number(s, seen) or _swapped(s, seen) or _denied(s, seen) for s in seen.text.sentences)
    )


def _other_number(sentence: Sentence, seen: Seen) -> bool:
    """The sentence tells one of the recipient's facts, with a number in the place of the fact's own."""
    numbers = _numbers(sentence.text)
    if not numbers or "?" in sentence.text or _FIRST_PERSON.search(sentence.text):
        return False
    said = stems(sentence.text)
    known = _numbers(told(seen.scenario))
    return numbers.isdisjoint(known) and any(
        _numbers(fact) and len({stem for stem in stems(fact) & said if not stem[0].isdigit()}) >= 3
        for fact in seen.scenario.recipient.facts
    )


def _numbers(text: str) -> frozenset[str]:
    """The numbers in a text, in digits; small ones in words are left out, since they seldom count anything."""
    found = frozenset(stem(word) for word in _NUMBER_OR_WORD.findall(text))
    return frozenset(one for one in found if one[0].isdigit()) - {"1", "2", "3"}


def _other_employer(seen: Seen) -> bool:
    """The recipient is said to work where nothing on the card says so."""
    known = {bare(part)[:4] for word in words(told(seen.scenario)) for part in word.split("-")}
    for sentence, row in zip(seen.text.sentences, seen.rows, strict=True):
        place = load_cues("flags")["your_employer"].find(row)
        if place is None:
            continue
        name = words(sentence.text[: place[1]])[-1]
        following = [word for word in words(sentence.text[place[1] : place[1] + 40])[:1] if word[0].isupper()]
        if not name.isupper() and not any(bare(word)[:4] in known for word in (name, *following)):
            return True
    return False


def _writes_as_recipient(seen: Seen) -> bool:
    """The message names the recipient as its writer: by name, by role, or under the closing."""
    recipient, sender = seen.scenario.recipient, seen.scenario.sender
    first = next(word.casefold() for word in words(recipient.name) if bare(word) not in word_lists()["titles"])
    if first in sender.name.casefold():
        return False
    themselves: set[tuple[str, ...]] = {(first,)}
    if recipient.role.split()[:2] != sender.role.split()[:2]:
        themselves.add(tuple(word.casefold() for word in words(recipient.role)[:2]))
    for row in ([word.casefold() for word in words(sentence.text)] for sentence in seen.text.sentences):
        for start in _after(row, ("my", "name", "is"), ("i'm",), ("i", "am")):
            at = start + (row[start] in ("a", "an", "the"))
            if any(tuple(row[at : at + len(who)]) == who for who in themselves):
                return True
    lines = [line.strip() for line in seen.plain.split("\n") if line.strip()]
    signed = len(lines) >= 3 and _SIGNED.fullmatch(lines[-2]) is not None
    return signed and lines[-1].casefold().strip(".") in (first, recipient.name.casefold())


def _after(row: list[str], *openings: tuple[str, ...]) -> Iterator[int]:
    """Yield where a row goes on after one of the openings."""
    for opening in openings:
        size = len(opening)
        yield from (at + size for at in range(len(row) - size) if tuple(row[at : at + size]) == opening)


def _swapped(sentence: Sentence, seen: Seen) -> bool:
    """The sender tells a fact of the recipient's as their own, or tells one of their own as the recipient's."""
    if not _plainly_told(sentence):
        return False
    recipient, sender = seen.scenario.recipient, seen.scenario.sender
    return _tells(sentence, _I, recipient, sender, denied=False) or _tells(
        sentence, _YOU, sender, recipient, denied=False
    )


def _denied(sentence: Sentence, seen: Seen) -> bool:
    """The sentence denies a fact of the card to whom it belongs."""
    if not _plainly_told(sentence):
        return False
    recipient, sender = seen.scenario.recipient, seen.scenario.sender
    return _tells(sentence, _YOU, recipient, sender, denied=True) or _tells(
        sentence, _I, sender, recipient, denied=True
    )


def _plainly_told(sentence: Sentence) -> bool:
    """Neither asked, nor quoted, nor supposed, nor compared."""
    row = {word.casefold() for word in words(sentence.text)}
    return not _OPEN & row and not set('?"') & set(sentence.text) and " '" not in sentence.text


def _tells(sentence: Sentence, who: frozenset[str], owner: Person, other: Person, *, denied: bool) -> bool:
    """Whether `who` is said to do, or not to do, what a fact of the owner's tells, in words that are its alone."""
    least = 2 if denied else 3
    return any(
        verb == said and denied == negated and len(own & stems(rest)) >= least
        for said, negated, rest in _claims(sentence, who)
        for verb, own in _own_facts(owner, other)
    )


@cache
def _own_facts(owner: Person, other: Person) -> tuple[tuple[str, frozenset[str]], ...]:
    """The verb of each fact that does not begin with a denial, and its stems that the other side does not share."""
    elsewhere = stems(" ".join((other.role, *other.facts, *other.goals, owner.name, other.name)))
    facts = [fact for fact in owner.facts if not _NOT & set(fact.casefold().split()[:4])]
    return tuple((_verb(words(fact)[0]), stems(fact) - elsewhere) for fact in facts)


def _claims(sentence: Sentence, who: frozenset[str]) -> Iterator[tuple[str, bool, str]]:
    """Yield what `who` is said to do in a sentence, whether it is denied, and the words that follow."""
    row = [word.casefold() for word in words(sentence.text)]
    for at, word in enumerate(row):
        negated = False
        for verb in range(at + 1, min(at + 5, len(row))) if word in who else ():
            yield _verb(row[verb]), negated, " ".join(row[verb + 1 : verb + 1 + _REACH])
            negated = negated or row[verb] in _NOT
            if row[verb] not in _BETWEEN:
                break


def _verb(word: str) -> str:
    return _BE.get(word.casefold()) or stem(word)
