"""The rule by which activities are chosen: `data/workshop/plan.toml`, checked. What it does is said in `planning`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from genuinely.lessons.activities import GROUPINGS, LONGEST
from genuinely.lessons.reading import Table, read
from genuinely.workshop.asked import DEVICES, FEWEST, MOST

HANDOUTS = ("lesson", "own", "none")
"""What is printed for an activity: what its lesson has, the sheet on which people write at the end, or nothing."""


@dataclass(frozen=True)
class Entry:
    """An activity that may be taken. minutes, most: None where the lesson's own minutes hold. rank: 0 is always in.

    grouping: "" where the lesson's own holds. handout: one of `HANDOUTS`. each: whether everybody gets one.
    """

    page: str
    cell: str
    minutes: int | None
    most: int | None
    rank: int
    ending: bool
    handout: str
    each: bool
    grouping: str

    @property
    def key(self) -> tuple[str, str]:
        """The lesson and the cell."""
        return self.page, self.cell


@dataclass(frozen=True)
class Rule:
    """The fixed parts, in minutes, and the activities in the order of the room.

    arrival: up to so many people, so many minutes; smallest first.
    """

    welcome: int
    buffer_percent: int
    break_above: int
    break_minutes: int
    joining_a_call: int
    set_up: Mapping[str, int]
    arrival: tuple[tuple[int, int], ...]
    entries: tuple[Entry, ...]


@cache
def rule() -> Rule:
    """Return the rule of the course. Raises LessonDataError."""
    return rule_from(read("workshop", "plan.toml"))


def rule_from(file: Table) -> Rule:
    """Return the rule in a file. Raises LessonDataError, with file, key and remedy."""
    file.only("time", "arrival", "activities")
    time = file.table("time")
    time.only("welcome", "buffer_percent", "break_above", "break_minutes", "joining_a_call", "set_up")
    set_up = time.table("set_up")
    set_up.only(*DEVICES)
    return Rule(
        welcome=_between(time, "welcome", 1, 15),
        buffer_percent=_between(time, "buffer_percent", 5, 25),
        break_above=_between(time, "break_above", 60, 180),
        break_minutes=_between(time, "break_minutes", 5, 30),
        joining_a_call=_between(time, "joining_a_call", 0, 15),
        set_up={each: _between(set_up, each, 0, 20) for each in DEVICES},
        arrival=_arrival(file),
        entries=_entries(file),
    )


def _arrival(file: Table) -> tuple[tuple[int, int], ...]:
    found = []
    for table in file.tables("arrival"):
        table.only("up_to", "minutes")
        found.append((_between(table, "up_to", FEWEST, MOST), _between(table, "minutes", 0, 20)))
    if found != sorted(found) or found[-1][0] < MOST:
        file.refuse("arrival", f"goes from few people to many, and the last one is up_to = {MOST}. Put them in order.")
    return tuple(found)


def _entries(file: Table) -> tuple[Entry, ...]:
    tables = file.tables("activities")
    found = tuple(map(_entry, tables))
    for number, (entry, table) in enumerate(zip(found, tables, strict=True)):
        if entry.key in {each.key for each in found[:number]}:
            table.refuse("cell", f"'{entry.page}' and '{entry.cell}' stand in the list already. Take one of them out.")
        if number and found[number - 1].ending and not entry.ending:
            table.refuse(
                "ending", "stands after an activity that is an ending. Move it up, or mark it `ending = true`."
            )
    if not any(entry.ending and entry.rank == 0 for entry in found):
        file.refuse("activities", "has no ending that is always in. Mark the last one `always = true, ending = true`.")
    return found


def _entry(table: Table) -> Entry:
    table.only("page", "cell", "minutes", "most", "rank", "always", "ending", "handout", "grouping", "each")
    always = table.flag("always")
    if always == ("rank" in table.found):
        table.refuse("rank", "an activity has either `always = true` or a rank, such as `rank = 3`.")
    return Entry(
        page=table.text("page"),
        cell=table.text("cell"),
        minutes=_between(table, "minutes", 1, LONGEST) if "minutes" in table.found else None,
        most=_between(table, "most", 1, LONGEST) if "most" in table.found else None,
        rank=0 if always else _between(table, "rank", 1, 99),
        ending=table.flag("ending"),
        each=table.flag("each"),
        grouping=_one_of(table, "grouping", GROUPINGS),
        handout=_one_of(table, "handout", HANDOUTS, default="lesson"),
    )


def _one_of(table: Table, key: str, known: tuple[str, ...], default: str = "") -> str:
    found = table.text(key, default=default)
    if found not in (*known, default):
        table.refuse(key, f"found {found!r}, expected one of: {', '.join(known)}.")
    return found


def _between(table: Table, key: str, least: int, most: int) -> int:
    value = table.number(key)
    if not least <= value <= most:
        table.refuse(key, f"found {value}, expected {least} to {most}.")
    return value
