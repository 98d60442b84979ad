"""What somebody who leads a room does with a lesson: read from its cells, where it stands beside the exercise.

The heading of each section that asks something carries it as `metadata.genuinely.activity`; `data/lessons/README.md`
says what each key means.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.lessons.evidence import sources
from genuinely.lessons.examples import contrast_of, worked_of
from genuinely.lessons.forms import form
from genuinely.lessons.quizzes import bank
from genuinely.lessons.reading import LessonDataError, Table
from genuinely.scenarios import load_scenario

GROUPINGS = ("alone", "pairs", "threes", "fours", "room")
THEMES = ("exchange", "interest", "create", "course")
LONGEST = 30
"""Minutes after which people want a break."""


def _anything(name: str) -> object:
    return name


MATERIAL: Mapping[str, Callable[[str], object]] = {
    "card": load_scenario,
    "draft": load_scenario,
    "messages": contrast_of,
    "worked": worked_of,
    "form": form,
    "quiz": bank,
    "finding": sources,
    "instrument": _anything,
    "thing": _anything,
}
"""What an activity may need, and what looks it up: `card turbine-referral` is a scenario's card."""


@dataclass(frozen=True)
class Material:
    """Something to lay on the table. `kind` is one of `MATERIAL`."""

    kind: str
    name: str


@dataclass(frozen=True)
class Activity:
    """One section of a lesson as it is done in a room.

    minutes: with talking, in a room; an estimate. serves: the verbs of the lesson's promise that it works towards.
    likely, misreadings: what people tend to say, and what they tend to take it for.
    late: what to leave out if time is short. paper: without devices. online: in a video call.
    """

    page: str
    cell: str
    title: str
    minutes: int
    grouping: str
    theme: str
    serves: tuple[str, ...]
    material: tuple[Material, ...]
    likely: tuple[str, ...]
    misreadings: tuple[str, ...]
    late: str
    paper: str
    online: str


def activities(page: Path) -> tuple[Activity, ...]:
    """Return the activities of a lesson's notebook, in their order. Raises LessonDataError, with page, cell and key."""
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    found = ((cell, cell["metadata"].get("genuinely", {}).get("activity")) for cell in cells)
    return tuple(
        activity_from(_title("".join(cell["source"])), cell["id"], Table(page.name, f"{cell['id']}.activity", told))
        for cell, told in found
        if told is not None
    )


def activity_from(title: str, cell: str, table: Table) -> Activity:
    """Return the activity in a cell's metadata. Raises LessonDataError."""
    table.only(
        "minutes", "grouping", "theme", "serves", "material", "likely", "misreadings", "late", "paper", "online"
    )  # fmt: skip
    minutes = table.number("minutes")
    if not 1 <= minutes <= LONGEST:
        table.refuse("minutes", f"found {minutes}, expected 1 to {LONGEST}.")
    return Activity(
        page=table.file.removesuffix(".ipynb"),
        cell=cell,
        title=title,
        minutes=minutes,
        grouping=_one_of(table, "grouping", GROUPINGS),
        theme=_one_of(table, "theme", THEMES),
        serves=_texts(table, "serves", least=0),
        material=tuple(_material(table, each) for each in _texts(table, "material", least=0)),
        likely=_texts(table, "likely"),
        misreadings=_texts(table, "misreadings"),
        late=table.text("late"),
        paper=table.text("paper"),
        online=table.text("online"),
    )


def promises(page: Path) -> tuple[str, ...]:
    """Return the verbs of what a lesson promises, in bold at the beginning of a line of its first cell."""
    first = "".join(json.loads(page.read_text(encoding="utf-8"))["cells"][0]["source"])
    return tuple(re.findall(r"^- \*\*(\w+)\*\*", first, re.MULTILINE))


def _title(source: str) -> str:
    found = re.search(r"^#+ (.+)$", source, re.MULTILINE)
    return found.group(1).strip() if found else ""


def _one_of(table: Table, key: str, known: tuple[str, ...]) -> str:
    value = table.text(key)
    if value not in known:
        table.refuse(key, f"found {value!r}, expected one of: {', '.join(known)}.")
    return value


def _texts(table: Table, key: str, least: int = 1) -> tuple[str, ...]:
    value: Any = table.found.get(key, [])
    fits = isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
    if not fits or len(value) < least:
        table.refuse(key, f"found {value!r}, expected a list of words in quotes{', at least one' if least else ''}.")
    return tuple(each.strip() for each in value)


def _material(table: Table, text: str) -> Material:
    kind, _, name = text.partition(" ")
    if kind not in MATERIAL or not name:
        table.refuse("material", f"found {text!r}, expected one of these with a name: {', '.join(MATERIAL)}.")
    try:
        MATERIAL[kind](name)
    except (LessonDataError, LookupError, ValueError) as error:
        table.refuse("material", f"{text!r} is not there: {error}")
    return Material(kind, name)
