"""The recall game: eight messages, half of them with something particular, and which of them come back.

With n messages of which m have something particular, k recalled and x of these k particular, the chance that x or more
would be particular if that made no difference is

    P = sum over i from x to min(k, m) of C(m, i) C(n - m, k - i) / C(n, k)

a number from 0 to 1 (hypergeometric, as in Fisher's exact test, one-sided). With eight messages and one reader it
says how far luck alone could go, and no more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from math import comb
from typing import Any

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import Table, read

MESSAGES = tuple(f"m{number}" for number in range(1, 9))
HAD = ("image", "number", "question", "failure", "stock", "praise", "credentials")
"""What a message can have: the first four are something particular, the last three are what many messages have."""
PARTICULAR = frozenset(HAD[:4])
LATER = timedelta(hours=6)
"""How long after reading the second round begins."""


@dataclass(frozen=True)
class Message:
    """A message of the game and what it had, of `HAD`."""

    name: str
    had: tuple[str, ...]

    @property
    def is_particular(self) -> bool:
        return bool(PARTICULAR & set(self.had))


@dataclass(frozen=True)
class Score:
    """How many of each kind came back: `particular` of `of_particular`, and `plain` of `of_plain`."""

    particular: int
    of_particular: int
    plain: int
    of_plain: int

    @property
    def chance(self) -> float:
        """The chance of as many particular ones or more by luck alone, 0 to 1; 1 where nothing came back."""
        return chance(self.of_particular, self.of_plain, self.particular + self.plain, self.particular)


def chance(of_particular: int, of_plain: int, recalled: int, particular: int) -> float:
    """Return P as at the head of this module. Raises ValueError if more came back than there were."""
    if not 0 <= particular <= recalled <= of_particular + of_plain or particular > of_particular:
        raise ValueError(f"{particular} of {recalled} recalled cannot be, with {of_particular} and {of_plain} messages")
    ways = (
        comb(of_particular, each) * comb(of_plain, recalled - each)
        for each in range(particular, min(recalled, of_particular) + 1)
    )
    return sum(ways) / comb(of_particular + of_plain, recalled)


def score(messages: Iterable[Message], recalled: Iterable[str]) -> Score:
    """Return how many of each kind are among the names recalled."""
    named = frozenset(recalled)
    kinds = [(each.is_particular, each.name in named) for each in messages]
    counts = {kind: (kinds.count((kind, True)), sum(each == kind for each, _ in kinds)) for kind in (True, False)}
    return Score(*counts[True], *counts[False])


def read_at(entries: Iterable[Mapping[str, Any]]) -> datetime | None:
    """Return when the last message was read, from what was kept, the oldest first; None if some are unread."""
    for entry in entries:
        values = entry.get("values")
        if isinstance(values, Mapping) and set(MESSAGES) <= set(values.get("read") or ()):
            try:
                return datetime.fromisoformat(str(entry.get("time")))
            except ValueError:
                return None
    return None


def is_later(read: datetime | None, now: datetime) -> bool:
    """Return whether it is time for the second round. A time without its zone is taken as local time."""
    if read is None:
        return False
    return now - (read if read.tzinfo else read.astimezone()) >= LATER


@cache
def messages() -> tuple[Message, ...]:
    """Return the messages of the game; their words stand in its wording file. Raises LessonDataError."""
    return messages_from(read("instruments", LANGUAGE, "recall_game.toml"))


def messages_from(file: Table) -> tuple[Message, ...]:
    """Return the messages in a file. Raises LessonDataError."""
    file.only(*MESSAGES)
    found = tuple(_message(name, file.table(name)) for name in MESSAGES)
    if sum(each.is_particular for each in found) * 2 != len(found):
        file.refuse(MESSAGES[0], f"half of the messages have something particular ({', '.join(sorted(PARTICULAR))}).")
    return found


def _message(name: str, table: Table) -> Message:
    table.only("had")
    had: Sequence[Any] = table.found.get("had") or ()
    if not isinstance(had, list) or not had or not all(each in HAD for each in had):
        table.refuse("had", f"found {had!r}, expected a list of some of: {', '.join(HAD)}.")
    if len({each in PARTICULAR for each in had}) > 1:
        table.refuse("had", "a message has something particular or what many have, and not both.")
    return Message(name, tuple(had))
