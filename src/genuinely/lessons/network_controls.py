"""The network map: a table of the learner's own people, and a classic network to look at."""

from __future__ import annotations

from functools import cache, partial

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.controls import Values, choice, table, text
from genuinely.lessons.instrument import Instrument, Scene
from genuinely.lessons.network_people import MOST, RECENCIES, STRENGTHS, Contact, contacts_from
from genuinely.lessons.network_picture import ClassicScene, OwnScene
from genuinely.lessons.reading import Table, read
from genuinely.lessons.script import Script, needs, read_script

VIEWS = ("yours", "club", "without_weak", "without_strong")

CONTROLS = (
    choice("view", *VIEWS, start="yours", part="view"),
    table(
        "people",
        text("name"),
        choice("strength", *reversed(STRENGTHS)),
        choice("recency", *RECENCIES),
        text("world"),
        text("knows"),
        rows=MOST,
        part="people",
    ),
)

SENTENCES = needs(
    example="",
    you="",
    own_title="",
    own_text="count worlds existing dormant bridge later",
    own_world="world names",
    own_world_unnamed="",
    effective="effective",
    only_one_world="",
    no_dormant="",
    first="",
    everybody="",
    group_existing="",
    group_dormant="",
    group_bridge="",
    group_later="",
    only_way="world",
    only_way_unnamed="",
    joins="worlds",
    silent="",
    slight_silent="",
    legend_existing="",
    legend_dormant="",
    legend_bridge="",
    legend_later="",
    legend_ties="",
    club_title="people ties",
    club_text="people ties crossing crossing_weak crossing_strong",
    club_overlap="weak strong",
    club_between="first share second second_share",
    club_whole="people",
    club_small="",
    without_weak_title="gone",
    without_strong_title="gone",
    without_text="gone ties kind people held alone",
    weak="",
    strong="",
    legend_instructor="",
    legend_officers="",
    legend_weak="",
    legend_strong="",
    legend_middle="",
    legend_cut="",
)


def network_map(place: str = "") -> Instrument:
    """Return the network map. `place` keeps the people of two lessons apart ("": one table for all)."""
    script = words()
    return Instrument(script, CONTROLS, partial(scene, script), place=place)


def scene(script: Script, values: Values) -> Scene:
    """Return what is shown for these values."""
    if values["view"] not in (None, "yours"):
        return ClassicScene(script, values["view"])
    contacts = contacts_from(values["people"])
    return OwnScene(script, contacts or example(), is_example=not contacts)


@cache
def words() -> Script:
    """Return the words of the network map. Raises LessonDataError."""
    return read_script("network", CONTROLS, SENTENCES)


@cache
def example() -> tuple[Contact, ...]:
    """Return the invented people who stand in for an empty table. Raises LessonDataError."""
    return example_from(read("instruments", LANGUAGE, "network.toml"))


def example_from(file: Table) -> tuple[Contact, ...]:
    """Return the people in a file. Raises LessonDataError."""
    file.only("people")
    rows = file.tables("people")
    for row in rows:
        row.only("name", "strength", "recency", "world", "knows")
        row.text("name")
        for key, known in (("strength", STRENGTHS), ("recency", RECENCIES)):
            if row.found.get(key) not in known:
                row.refuse(key, f"found {row.found.get(key)!r}, expected one of: {', '.join(known)}.")
    return contacts_from(row.found for row in rows)
