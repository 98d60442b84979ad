"""The asking game as an instrument: two guesses, then tries, and then whether an ask is worth it."""

from __future__ import annotations

from functools import cache

from genuinely.lessons.asking_picture import SENTENCES, AskingScene
from genuinely.lessons.controls import press, slider
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.script import Script, read_script

CONTROLS = (
    slider("asks", 5, 60, part="guess"),
    slider("yes", 0, 10, part="guess"),
    press("tries", part="try"),
    slider("better", 1, 3, 1, step=0.1, part="try"),
    slider("value", 0, 10, 6, part="worth"),
    slider("cost", 0, 10, 1, part="worth"),
    slider("sting", 0, 10, 3, part="worth"),
)


@cache
def words() -> Script:
    """Return the words of the game. Raises LessonDataError."""
    return read_script("asking", CONTROLS, SENTENCES)


def asking_game(place: str = "") -> Instrument:
    """Return the game; `place` tells it apart from the same one in another lesson."""
    return Instrument(words(), CONTROLS, lambda values: AskingScene(words(), values), place=place)
