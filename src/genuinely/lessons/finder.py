"""The common-ground finder: what two lists share, and how much each shared thing counts.

A shared interest that a share p of all people have (0 < p <= 1) counts by its surprise,

    I = log2(1 / p)   in bits: as unlikely as I tosses of a coin that all fall heads

so that one thing that 1 in 10,000 have counts for as much as four that 1 in 10 have. It is Shannon's self-information
(1948); that rare interests in common draw people more than frequent ones is Alves 2018 (E46). How many people have an
interest is the learner's estimate, in steps of ten, or the course's where the learner gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import log2
from typing import Any

from genuinely.assessing.grounding import stem
from genuinely.assessing.text import words
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import Table, read

ONE_IN = {"most": 2, "many": 10, "some": 100, "few": 1_000, "hardly": 10_000}
"""One in how many people have an interest, for each step that can be chosen."""
UNKNOWN = "some"
"""The step of an interest about which neither the learner nor the course says anything."""
MOST = 20
"""Interests in a list."""

_SMALL = frozenset(map(stem, "a an and at for from in my of on or the their to with".split()))


@dataclass(frozen=True)
class Interest:
    """Something that somebody likes or does, and how many have it: a key of `ONE_IN`, "" if not said."""

    text: str
    share: str = ""


@dataclass(frozen=True)
class Shared:
    """Something in both lists, in the words of each, with the step by which it counts and whether that is a guess."""

    mine: str
    theirs: str
    share: str
    guessed: bool

    @property
    def bits(self) -> float:
        """The surprise of sharing it, in bits."""
        return log2(ONE_IN[self.share])


@dataclass(frozen=True)
class Ground:
    """What two lists come to. `shared` the rarest first; `only_mine` and `only_theirs` in the order of the lists."""

    shared: tuple[Shared, ...]
    only_mine: tuple[str, ...]
    only_theirs: tuple[str, ...]

    @property
    def bits(self) -> float:
        """The sum of the surprises, in bits, as if the things shared had nothing to do with each other."""
        return sum(each.bits for each in self.shared)

    @property
    def overlap(self) -> float:
        """The things shared as a share of all that is in the lists, 0 to 1 (Jaccard); 0 for two empty lists."""
        whole = len(self.shared) + len(self.only_mine) + len(self.only_theirs)
        return len(self.shared) / whole if whole else 0.0


def find(mine: Iterable[Interest], theirs: Iterable[str], usual: Mapping[str, str] | None = None) -> Ground:
    """Return what two lists share. `usual`: the course's steps, by interest.

    Two entries are the same if the stems of one are all among those of the other ("choir", "sings in a choir"); small
    words do not count. Each entry is paired once, with the first that fits.
    """
    left = list(theirs)
    shared, only_mine = [], []
    for each in mine:
        partner = next((other for other in left if alike(each.text, other)), None)
        if partner is None:
            only_mine.append(each.text)
            continue
        left.remove(partner)
        known = next((step for name, step in (usual or {}).items() if _stems(name) == _stems(each.text)), UNKNOWN)
        shared.append(Shared(each.text, partner, each.share or known, guessed=not each.share))
    return Ground(tuple(sorted(shared, key=lambda one: -one.bits)), tuple(only_mine), tuple(left))


def alike(one: str, other: str) -> bool:
    """Return whether two entries mean the same, by their stems alone."""
    first, second = _stems(one), _stems(other)
    return bool(first and second) and (first <= second or second <= first)


def interests_from(rows: Iterable[Mapping[str, Any]]) -> tuple[Interest, ...]:
    """Return the interests in rows as the page sends them; empty ones are left out."""
    found = (Interest(_tidy(row.get("interest")), row.get("share") or "") for row in rows)
    return tuple(each for each in found if each.text)[:MOST]


def lines_of(text: str) -> tuple[str, ...]:
    """Return the interests in a text with one on each line."""
    return tuple(line for line in map(_tidy, text.splitlines()) if line)[:MOST]


@dataclass(frozen=True)
class FinderData:
    """The course's steps for frequent interests, and the lists of the example with the names of both people."""

    usual: Mapping[str, str]
    me: str
    them: str
    mine: tuple[Interest, ...]
    theirs: tuple[str, ...]


@cache
def finder_data() -> FinderData:
    """Return the finder's data. Raises LessonDataError."""
    return data_from(read("instruments", LANGUAGE, "finder.toml"))


def data_from(file: Table) -> FinderData:
    """Return the data in a file. Raises LessonDataError."""
    file.only("usual", "example")
    table, example = file.table("usual"), file.table("example")
    usual = {name: _step(table, name) for name in table.found}
    example.only("me", "them", "mine", "theirs")
    mine = tuple(_interest(row) for row in example.tables("mine"))
    theirs = lines_of(example.text("theirs"))
    return FinderData(usual, example.text("me"), example.text("them"), mine, theirs)


def _interest(row: Table) -> Interest:
    row.only("interest", "share")
    return Interest(row.text("interest"), _step(row, "share"))


def _step(table: Table, key: str) -> str:
    value = table.text(key)
    if value not in ONE_IN:
        table.refuse(key, f"found {value!r}, expected one of: {', '.join(ONE_IN)}.")
    return value


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text)) - _SMALL


def _tidy(value: object) -> str:
    return " ".join(str(value or "").split()).lstrip("-*• ")[:60]
