"""The coupling term as an instrument: two levels, and what lies between them."""

from __future__ import annotations

from functools import cache

from genuinely.lessons.controls import slider
from genuinely.lessons.coupling_picture import SENTENCES, CouplingScene
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.script import Script, read_script

CONTROLS = (
    slider("first", 0, 4, 1, step=0.1),
    slider("second", 0, 4, 2, step=0.1),
    slider("g", 0, 2, 0, step=0.05),
    slider("count", 1, 4, 1),
)


@cache
def words() -> Script:
    """Return the words of the instrument. Raises LessonDataError."""
    return read_script("coupling", CONTROLS, SENTENCES)


def coupling(place: str = "") -> Instrument:
    """Return the instrument; `place` tells it apart from the same one in another lesson."""
    return Instrument(words(), CONTROLS, lambda values: CouplingScene(words(), values), place=place)
