"""How alike two texts are, beside what everybody was given: the card, the handout, the text of the answer cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from genuinely.scenarios import Scenario

NEAR = 0.7
"""From here on two texts are called nearly identical. Of some 20,000 pairs of rated messages, each for one card, none
comes above 0.55."""

FEWEST = 12
"""Own words below which nothing can be said: two short thanks are alike by nature."""

_GIVEN = 4
"""Words in a row that were given: fewer stand in many texts by accident."""

_BLOCK = 500
"""Texts that are held against all others at once: it bounds the memory."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Words = tuple[str, ...]


@dataclass(frozen=True)
class Pair:
    """Two of the texts, by their places, and how alike they are: from `NEAR` to 1."""

    one: int
    other: int
    likeness: float


@lru_cache(maxsize=256)
def given_with(scenario: Scenario, *handout: str) -> frozenset[Words]:
    """Return the runs of words on a card and in what else was handed out: whoever uses them has copied from nobody."""
    people = (scenario.sender, scenario.recipient)
    facts = [text for person in people for text in (person.name, person.role, *person.facts, *person.goals)]
    texts = (scenario.title, scenario.situation, scenario.draft, *facts, *handout)
    return frozenset(run for text in texts for run in _runs(_words(text)))


def own_words(text: str, given: frozenset[Words] = frozenset()) -> Words:
    """Return the words of a text in small letters, without those that stand in a row that was given."""
    row = _words(text)
    theirs: set[int] = set()
    for place, run in enumerate(_runs(row)):
        if run in given:
            theirs.update(range(place, place + _GIVEN))
    return tuple(word for place, word in enumerate(row) if place not in theirs)


def likeness(one: Words, other: Words) -> float:
    """Return the share of words, 0 to 1, that two texts have in the same order; 0 if one has fewer than `FEWEST`."""
    from rapidfuzz.distance import Indel

    if min(len(one), len(other)) < FEWEST:
        return 0.0
    return Indel.normalized_similarity(one, other)


def near_pairs(texts: Sequence[Words], least: float = NEAR) -> list[Pair]:
    """Return the pairs that are nearly identical, the most alike first. Texts with too few words are in none."""
    found = (Pair(one, other, likeness(texts[one], texts[other])) for one, other in _candidates(texts, least))
    return sorted((pair for pair in found if pair.likeness >= least), key=lambda pair: -pair.likeness)


def _candidates(texts: Sequence[Words], least: float) -> Iterator[tuple[int, int]]:
    """The pairs that share enough words in whatever order: of millions few are left to be looked at in turn."""
    import numpy as np

    counted = [[*_counted(text)] for text in texts]
    shared = [word for word, count in Counter(chain.from_iterable(counted)).items() if count > 1]
    columns = {word: column for column, word in enumerate(shared)}
    holds = np.zeros((len(texts), len(shared)), dtype=np.float32)
    for row, words in enumerate(counted):
        holds[row, [columns[word] for word in words if word in columns]] = 1.0
    sizes = np.array([len(text) for text in texts], dtype=np.float32)
    for start in range(0, len(texts), _BLOCK):
        block = slice(start, start + _BLOCK)
        in_common = 2 * holds[block] @ holds[start:].T
        for row, column in zip(*np.nonzero(in_common >= least * (sizes[block, None] + sizes[start:])), strict=True):
            if row < column:
                yield start + int(row), start + int(column)


def _counted(text: Words) -> Iterator[tuple[str, int]]:
    """Each word with how often it stood there before, so that every one counts."""
    seen: Counter[str] = Counter()
    for word in text:
        yield word, seen[word]
        seen[word] += 1


def _words(text: str) -> Words:
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(text))


def _runs(row: Words) -> Iterable[Words]:
    return zip(*(row[start:] for start in range(_GIVEN)), strict=False)
