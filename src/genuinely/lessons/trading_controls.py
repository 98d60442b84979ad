"""Value from difference as an instrument: the priorities of two people, and what comes of trading on them."""

from __future__ import annotations

from functools import cache

from genuinely.lessons.controls import slider, text
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.script import Script, read_script
from genuinely.lessons.trading_picture import SENTENCES, THINGS, TradingScene

CONTROLS = (
    *(slider(f"you_{each}", 0, 10, 5, part="you") for each in THINGS),
    *(slider(f"them_{each}", 0, 10, 5, part="them") for each in THINGS),
    *(text(f"thing_{each}", part="things") for each in THINGS),
)


@cache
def words() -> Script:
    """Return the words of the instrument. Raises LessonDataError."""
    return read_script("trading", CONTROLS, SENTENCES)


def value_from_difference(place: str = "") -> Instrument:
    """Return the instrument; `place` tells it apart from the same one in another lesson."""
    return Instrument(words(), CONTROLS, lambda values: TradingScene(words(), values), place=place)
