"""The hiring desk: an inbox, a name passed on, what a manager then sees, and how much of the gap is an effect."""

from __future__ import annotations

from functools import cache, partial

from genuinely.lessons.controls import Values, choice, deck, slider, ticks
from genuinely.lessons.hiring_data import APPLICANTS, good, hired
from genuinely.lessons.hiring_gap_picture import SENTENCES as GAP
from genuinely.lessons.hiring_gap_picture import GapScene
from genuinely.lessons.hiring_inbox_picture import INVITE, LEAVE, InboxScene
from genuinely.lessons.hiring_inbox_picture import SENTENCES as INBOX
from genuinely.lessons.hiring_pass_picture import HELPED, PASSERS, PassScene
from genuinely.lessons.hiring_pass_picture import SENTENCES as PASS
from genuinely.lessons.hiring_sieve_picture import SENTENCES as SIEVE
from genuinely.lessons.hiring_sieve_picture import SieveScene
from genuinely.lessons.instrument import Instrument, Scene
from genuinely.lessons.script import Script, read_script

VIEWS = ("inbox", "pass", "sieve", "gap")

SECONDS = 6
"""For each application."""

CONTROLS = (
    choice("view", *VIEWS, start=VIEWS[0], part="view"),
    deck("inbox", APPLICANTS, INVITE, LEAVE, seconds=SECONDS, part="inbox"),
    choice("passer", *PASSERS, start=PASSERS[0], part="pass"),
    ticks("helps", *HELPED, part="pass"),
    slider("good", 1, 50, 2, part="all"),
    slider("cv_detects", 0, 100, 60, part="cv"),
    slider("cv_alarm", 0, 50, 5, part="cv"),
    slider("name_detects", 0, 100, 80, part="name"),
    slider("name_alarm", 0, 50, 2, part="name"),
    slider("part", 0, 100, 50, step=5, part="gap"),
    slider("share", 1, 50, 7, part="ways"),
)

SENTENCES = {**INBOX, **PASS, **SIEVE, **GAP}


def hiring_desk(place: str = "") -> Instrument:
    """Return the desk. `place` keeps two of them apart ("": one for all lessons)."""
    script = words()
    return Instrument(script, CONTROLS, partial(scene, script), place=place)


def scene(script: Script, values: Values) -> Scene:
    """Return what is shown for these values."""
    view = values["view"]
    if view == "pass":
        return PassScene(script, values)
    if view == "sieve":
        return SieveScene(script, values)
    return GapScene(script, values, hired()) if view == "gap" else InboxScene(script, values, good())


@cache
def words() -> Script:
    """Return the words of the desk. Raises LessonDataError."""
    return read_script("hiring", CONTROLS, SENTENCES)
