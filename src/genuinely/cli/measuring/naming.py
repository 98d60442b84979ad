"""Exchanging names: the same card and message, with other people in them."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from genuinely.assessing.cues import common_words
from genuinely.resources import data
from genuinely.scenarios import Person, Scenario

_WORD = re.compile(r"[^\W\d_]+")
_NO_NAME = frozenset("dr prof mr mrs ms phd pe van de del der di da la le von al el bin".split())
_TITLE = re.compile(r"\b(?P<title>mr|mrs|ms|miss)(?P<gap>\.?\s+)(?P<name>[^\W\d_]+)", re.IGNORECASE)
_LISTS = ("female", "male", "family")
_ADDRESS = {"female": {"mr": "Ms"}, "male": {"ms": "Mr", "mrs": "Mr", "miss": "Mr"}}


@dataclass(frozen=True)
class Culture:
    """Given names of two genders, and family names."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """What `data/fairness/names.toml` holds.

    on_card: by the card's id, the full names of people beside its two.
    given, family: words that name people who are on no card.
    """

    cultures: dict[str, Culture]
    on_card: dict[str, tuple[str, ...]]
    given: frozenset[str]
    family: frozenset[str]


@dataclass(frozen=True)
class Exchange:
    """Words that go for others: by their plain form, the new name, and the gender of whose given name it is."""

    words: Mapping[str, str]
    genders: Mapping[str, str]

    def __call__(self, text: str) -> str:
        """Return the text with the names exchanged, in the letters (small, capital) in which they were written."""
        return _WORD.sub(self._word, _TITLE.sub(self._title, text))

    def _word(self, found: re.Match[str]) -> str:
        old = found.group()
        new = self.words.get(plain(old))
        if new is None or (old.islower() and old in common_words()):
            return old
        return new.lower() if old.islower() else new.upper() if old.isupper() and len(old) > 1 else new

    def _title(self, found: re.Match[str]) -> str:
        gender = self.genders.get(plain(found["name"]))
        title = _ADDRESS[gender].get(found["title"].lower()) if gender else None
        return found.group() if title is None else f"{title}{found['gap']}{found['name']}"


def plain(word: str) -> str:
    """Return a word in small letters without accents."""
    apart = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def load_names() -> Names:
    """Return the names to exchange, and whom else the cards and messages name."""
    table = tomllib.loads(data("fairness", "names.toml").read_text(encoding="utf-8"))
    return Names(
        {name: Culture(*(tuple(lists[key]) for key in _LISTS)) for name, lists in table["cultures"].items()},
        {id: tuple(people) for id, people in table["on_card"].items()},
        frozenset(table["elsewhere"]["given"].split()),
        frozenset(table["elsewhere"]["family"].split()),
    )


def of_card(card: Scenario, culture: str, names: Names) -> Exchange:
    """Return an exchange of everybody whom the card names; the same each time. The two sides differ in gender."""
    draw = Random(f"{card.id} {culture}")
    people = [card.recipient.name, card.sender.name, *names.on_card.get(card.id, ())]
    first = draw.randrange(2)
    genders = [("female", "male")[(first + number) % 2] for number in range(len(people))]
    return _exchange(people, genders, names.cultures[culture], draw, set())


def elsewhere(message: str, card: Scenario, culture: str, names: Names) -> Exchange | None:
    """Return an exchange of the people in a message whom its card does not name; None if there are none."""
    on_card = _plain_words(" ".join(told(card)))
    known = names.given | names.family
    found = [word for word in _WORD.findall(message) if word in known and plain(word) not in on_card]
    if not found:
        return None
    draw = Random(f"{card.id} {culture}")
    people = [word if word in names.given else f". {word}" for word in dict.fromkeys(found)]
    genders = [draw.choice(("female", "male")) for _ in people]
    return _exchange(people, genders, names.cultures[culture], draw, on_card)


def _exchange(
    people: Sequence[str], genders: Sequence[str], culture: Culture, draw: Random, taken: set[str]
) -> Exchange:
    """Part for part: the first of each name by a given name, the others by family names, of nearly the same length."""
    words: dict[str, str] = {}
    of: dict[str, str] = {}
    taken = {*taken, *(plain(part) for person in people for part in _WORD.findall(person))}
    for person, gender in zip(people, genders, strict=True):
        parts = [part for part in _WORD.findall(person) if plain(part) not in _NO_NAME and len(part) > 1]
        for number, part in enumerate(parts):
            given = number == 0 and not person.startswith(".")
            choice = getattr(culture, gender) if given else culture.family
            if plain(part) not in words:
                new = _of_like_length(part, [name for name in choice if not _plain_words(name) & taken], draw)
                words[plain(part)] = new
                taken |= _plain_words(new)
            of[plain(part)] = gender
    return Exchange(words, of)


def _of_like_length(old: str, choice: Sequence[str], draw: Random) -> str:
    """One of the names whose length is nearest: a longer name is a longer message, which is not what is measured."""
    nearest = min(abs(len(name) - len(old)) for name in choice)
    return draw.choice([name for name in choice if abs(len(name) - len(old)) == nearest])


def renamed(card: Scenario, exchange: Exchange) -> Scenario:
    """Return the card with the names exchanged wherever they stand."""
    return replace(
        card,
        title=exchange(card.title),
        situation=exchange(card.situation),
        draft=exchange(card.draft),
        sender=_person(card.sender, exchange),
        recipient=_person(card.recipient, exchange),
    )


def _person(person: Person, exchange: Exchange) -> Person:
    return Person(
        exchange(person.name),
        exchange(person.role),
        tuple(map(exchange, person.facts)),
        tuple(map(exchange, person.goals)),
    )


def told(card: Scenario) -> list[str]:
    """Return every text of a card but its draft."""
    people = [(p.name, p.role, *p.facts, *p.goals) for p in (card.sender, card.recipient)]
    return [card.title, card.situation, *people[0], *people[1]]


def _plain_words(text: str) -> set[str]:
    return {plain(word) for word in _WORD.findall(text)}
