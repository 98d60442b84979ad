"""What contradicts the card: another number or employer, a meeting that never was, sides swapped, a fact denied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from genuinely.assessing.cues import load_cues
from genuinely.assessing.grounding import stem, stems
from genuinely.assessing.guards.claims import denied, swapped
from genuinely.assessing.guards.seen import Seen, bare, told, word_lists
from genuinely.assessing.text import Sentence, words
from genuinely.scenarios import Scenario

_FIRST_PERSON = re.compile(r"\b(?:i|my|mine|me|we|our|ours|us)\b", re.IGNORECASE)
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
        or any(_other_number(s, seen) or swapped(s, seen) or denied(s, seen) for s in seen.text.sentences)
    )


def _other_number(sentence: Sentence, seen: Seen) -> bool:
    """The sentence tells one of the recipient's facts, with a number in the place of the fact's own."""
    numbers = _numbers(sentence.text)
    if not numbers or "?" in sentence.text or _FIRST_PERSON.search(sentence.text):
        return False
    if not numbers.isdisjoint(_numbers(told(seen.scenario))):
        return False
    said = _without_numbers(sentence.text)
    facts = [fact for fact in seen.scenario.recipient.facts if _numbers(fact)]
    return any(len(_without_numbers(fact) & said) >= 3 for fact in facts)


def _without_numbers(text: str) -> frozenset[str]:
    return frozenset(one for one in stems(text) if not one[0].isdigit())


@lru_cache(maxsize=1024)
def _numbers(text: str) -> frozenset[str]:
    """The numbers in a text, in digits; small ones in words are left out, since they seldom count anything."""
    found = {word.replace(",", "") if word[0].isdigit() else stem(word) for word in _NUMBER_OR_WORD.findall(text)}
    return frozenset(one for one in found if one[0].isdigit()) - {"1", "2", "3"}


def _other_employer(seen: Seen) -> bool:
    """The recipient is said to work where nothing on the card says so."""
    for sentence, row in zip(seen.text.sentences, seen.rows, strict=True):
        place = load_cues("flags")["your_employer"].find(row)
        if place is None:
            continue
        name = words(sentence.text[: place[1]])[-1]
        following = [word for word in words(sentence.text[place[1] : place[1] + 40])[:1] if word[0].isupper()]
        known = _known_beginnings(seen.scenario)
        if not name.isupper() and not any(bare(word)[:4] in known for word in (name, *following)):
            return True
    return False


@lru_cache(maxsize=256)
def _known_beginnings(scenario: Scenario) -> frozenset[str]:
    return frozenset(bare(part)[:4] for word in words(told(scenario)) for part in word.split("-"))


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
