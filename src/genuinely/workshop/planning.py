"""From what was asked to the parts of a workshop, minute by minute: `data/workshop/plan.toml` says the rule in words.

Pure: a rule, the activities of the lessons and what was asked go in, a plan comes out, and it is as long as was asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from genuinely.lessons.activities import THEMES, Activity
from genuinely.workshop.asked import Asked, WorkshopError
from genuinely.workshop.rule import Entry, Rule
from genuinely.workshop.wording import say

Activities = Mapping[tuple[str, str], Activity]


@dataclass(frozen=True)
class Part:
    """One part of a workshop.

    kind: `arrival`, `joining`, `set_up`, `welcome`, `activity`, `buffer` or `break`. begins: minutes from the start.
    activity, entry: for an activity alone.
    """

    kind: str
    begins: int
    minutes: int
    activity: Activity | None = None
    entry: Entry | None = None

    @property
    def ends(self) -> int:
        """The minute at which it is over."""
        return self.begins + self.minutes


@dataclass(frozen=True)
class Plan:
    """A workshop: its parts in their order, what to drop first if it gets late, and what there was no time for."""

    asked: Asked
    parts: tuple[Part, ...]
    drop: tuple[Activity, ...]
    left_out: tuple[Activity, ...]

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What is done, in its order."""
        return tuple(part.activity for part in self.parts if part.activity is not None)


def plan(asked: Asked, rule: Rule, known: Activities) -> Plan:
    """Return the workshop that was asked for, as long as was asked. Raises WorkshopError, which names the file."""
    for entry in rule.entries:
        if entry.key not in known:
            raise WorkshopError(say("refused.unknown", page=entry.page, cell=entry.cell))
    fixed = _fixed(asked, rule)
    pause = rule.break_minutes if asked.minutes > rule.break_above else 0
    buffer = round(asked.minutes * rule.buffer_percent / 100)
    room = asked.minutes - sum(minutes for _, minutes in fixed) - pause - buffer
    taken = _taken(rule.entries, known, room)
    minutes, spare = _lengthened(taken, known, room)
    chosen = [entry for entry in rule.entries if entry in taken]
    untouched = set(THEMES) - {known[entry.key].theme for entry in chosen} - {"course"}
    if untouched:
        raise WorkshopError(say("refused.theme", themes=", ".join(sorted(untouched))))
    return Plan(
        asked,
        _in_order(fixed, [(entry, known[entry.key], minutes[entry]) for entry in chosen], pause, buffer + spare),
        drop=tuple(known[entry.key] for entry in reversed(taken) if entry.rank),
        left_out=tuple(known[entry.key] for entry in sorted(rule.entries, key=_rank) if entry not in taken),
    )


def _fixed(asked: Asked, rule: Rule) -> list[tuple[str, int]]:
    """What comes before the first activity: kind and minutes, without what takes none."""
    arrival = next(minutes for up_to, minutes in rule.arrival if asked.people <= up_to)
    joining = rule.joining_a_call if asked.online else 0
    parts = [
        ("arrival", arrival),
        ("joining", joining),
        ("set_up", rule.set_up[asked.devices]),
        ("welcome", rule.welcome),
    ]
    return [(kind, minutes) for kind, minutes in parts if minutes]


def _rank(entry: Entry) -> int:
    return entry.rank


def _minutes(entry: Entry, known: Activities) -> int:
    return known[entry.key].minutes if entry.minutes is None else entry.minutes


def _taken(offered: Sequence[Entry], known: Activities, room: int) -> list[Entry]:
    """What fits into `room` minutes, in the order of taking. Raises WorkshopError if what must be in does not fit."""
    taken: list[Entry] = []
    left = room
    for entry in sorted(offered, key=_rank):
        minutes = _minutes(entry, known)
        if minutes <= left:
            taken.append(entry)
            left -= minutes
        elif not entry.rank:
            needed = sum(_minutes(each, known) for each in offered if not each.rank)
            raise WorkshopError(say("refused.room", needed=needed, room=room))
    return taken


def _lengthened(taken: Sequence[Entry], known: Activities, room: int) -> tuple[dict[Entry, int], int]:
    """Return how long each is made, and the minutes that are still left then."""
    minutes = {entry: _minutes(entry, known) for entry in taken}
    spare = room - sum(minutes.values())
    while spare:
        before = spare
        for entry in taken:
            if spare and minutes[entry] < (entry.most or 0):
                minutes[entry] += 1
                spare -= 1
        if spare == before:
            break
    return minutes, spare


def _in_order(
    fixed: Sequence[tuple[str, int]], chosen: Sequence[tuple[Entry, Activity, int]], pause: int, buffer: int
) -> tuple[Part, ...]:
    """Set the clock: fixed parts, activities with the break nearest to half-time, the buffer, the ending."""
    middle = [each for each in chosen if not each[0].ending]
    before = sum(minutes for _, minutes in fixed)
    total = before + sum(minutes for *_, minutes in chosen) + pause + buffer
    first_buffer = buffer // 2 if pause else 0
    halves = [before + sum(minutes for *_, minutes in middle[:number]) for number in range(len(middle) + 1)]
    at = min(range(len(halves)), key=lambda number: abs(2 * (halves[number] + first_buffer) + pause - total))
    parts: list[Part] = []

    def add(kind: str, minutes: int, activity: Activity | None = None, entry: Entry | None = None) -> None:
        if minutes:
            parts.append(Part(kind, parts[-1].ends if parts else 0, minutes, activity, entry))

    for kind, minutes in fixed:
        add(kind, minutes)
    for number in range(len(middle) + 1):
        if number == at:
            add("buffer", first_buffer)
            add("break", pause)
        for entry, activity, minutes in middle[number : number + 1]:
            add("activity", minutes, activity, entry)
    add("buffer", buffer - first_buffer)
    for entry, activity, minutes in chosen[len(middle) :]:
        add("activity", minutes, activity, entry)
    return tuple(parts)
