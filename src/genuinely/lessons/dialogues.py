"""Conversations that the learner steers: turns, what one may say, and what the other person thinks.

A dialogue is a small graph without circles. Whoever walks through it chooses one reply at each turn, until an ending.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import LessonDataError, Table, read_all

LONGEST = 8
"""Turns on the longest way through: more than that is a play."""


@dataclass(frozen=True)
class Reply:
    """Something that the learner may say or do, what the other thinks of it, and the turn or ending that follows."""

    name: str
    text: str
    thinks: str
    leads_to: str


@dataclass(frozen=True)
class Turn:
    """What the other person says, and what can be answered."""

    name: str
    says: str
    replies: tuple[Reply, ...]

    def reply(self, name: str) -> Reply | None:
        """Return the reply of this name, or None."""
        return next((reply for reply in self.replies if reply.name == name), None)


@dataclass(frozen=True)
class Ending:
    """How it ends. tomorrow: what the other person still knows a day later."""

    name: str
    text: str
    tomorrow: str


@dataclass(frozen=True)
class Dialogue:
    """A conversation. them: the other's name; scene: where it is, and who the learner is in it."""

    id: str
    title: str
    scene: str
    them: str
    first: str
    turns: Mapping[str, Turn]
    endings: Mapping[str, Ending]


@dataclass(frozen=True)
class Walk:
    """A way through a dialogue: what was said so far, and where it stands. Either `turn` or `ending` is None."""

    said: tuple[tuple[Turn, Reply], ...]
    turn: Turn | None
    ending: Ending | None


def walk(dialogue: Dialogue, choices: Sequence[str]) -> Walk:
    """Follow the replies chosen, by name, as far as they fit: a dialogue may have been rewritten since."""
    said: list[tuple[Turn, Reply]] = []
    here = dialogue.first
    for name in choices:
        turn = dialogue.turns.get(here)
        reply = turn.reply(name) if turn else None
        if turn is None or reply is None:
            break
        said.append((turn, reply))
        here = reply.leads_to
    return Walk(tuple(said), dialogue.turns.get(here), dialogue.endings.get(here))


def ways(dialogue: Dialogue) -> Iterator[tuple[str, ...]]:
    """Yield every way through, as the names of the replies chosen."""

    def on(here: str, chosen: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        if here in dialogue.endings:
            yield chosen
            return
        for reply in dialogue.turns[here].replies:
            yield from on(reply.leads_to, (*chosen, reply.name))

    yield from on(dialogue.first, ())


def dialogue_of(id: str) -> Dialogue:
    """Return the dialogue of this id. Raises LessonDataError, which lists the ids there are."""
    try:
        return dialogues()[id]
    except KeyError:
        raise LessonDataError(f"There is no dialogue called '{id}'. There are: {', '.join(dialogues())}.") from None


@cache
def dialogues() -> Mapping[str, Dialogue]:
    """Return every dialogue in `data/dialogues/`, by id. Raises LessonDataError."""
    return {id: dialogue_from(id, table) for file in read_all("dialogues", LANGUAGE) for id, table in file.each()}


def dialogue_from(id: str, table: Table) -> Dialogue:
    """Return the dialogue in a table. Raises LessonDataError for a circle, too, or a turn that nobody reaches."""
    table.only("title", "scene", "them", "first", "turns", "endings")
    turns = {name: _turn(name, each) for name, each in table.table("turns").each()}
    endings = {name: _ending(name, each) for name, each in table.table("endings").each()}
    first = table.text("first")
    found = Dialogue(id, table.text("title"), table.text("scene"), table.text("them"), first, turns, endings)
    _check(found, table)
    return found


def _turn(name: str, table: Table) -> Turn:
    table.only("says", "replies")
    replies = tuple(map(_reply, table.tables("replies")))
    if len({reply.name for reply in replies}) < max(2, len(replies)):
        table.refuse("replies", "expected two or more, each with a name of its own.")
    return Turn(name, table.text("says"), replies)


def _reply(table: Table) -> Reply:
    table.only("name", "text", "thinks", "leads_to")
    return Reply(table.text("name"), table.text("text"), table.text("thinks"), table.text("leads_to"))


def _ending(name: str, table: Table) -> Ending:
    table.only("text", "tomorrow")
    return Ending(name, table.text("text"), table.text("tomorrow"))


def _check(dialogue: Dialogue, table: Table) -> None:
    known = {*dialogue.turns, *dialogue.endings}
    for name in (dialogue.first, *(reply.leads_to for turn in dialogue.turns.values() for reply in turn.replies)):
        if name not in known:
            table.refuse("turns", f"something leads to '{name}', which is neither a turn nor an ending. Add it.")
    reached = {dialogue.first}
    layer = {dialogue.first}
    for _ in range(LONGEST):
        layer = {reply.leads_to for name in layer & set(dialogue.turns) for reply in dialogue.turns[name].replies}
        reached |= layer
    if layer & set(dialogue.turns):
        table.refuse("turns", f"a way through has more than {LONGEST} turns, or goes in a circle. Let it end.")
    if known - reached:
        table.refuse("turns", f"nothing leads to: {', '.join(sorted(known - reached))}. Take it out, or lead there.")
