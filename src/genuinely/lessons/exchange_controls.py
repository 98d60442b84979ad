"""The exchange map: a friendship first, then somebody real, their side before one's own, and how much to ask for."""

from __future__ import annotations

from functools import cache, partial

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.controls import Values, choice, deck, slider, text
from genuinely.lessons.exchange_model import Exchange, Side
from genuinely.lessons.exchange_picture import CARDS, SENTENCES, STEPS, ExchangeScene
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.reading import Table, read
from genuinely.lessons.script import Script, read_script

CONTROLS = (
    choice("step", *STEPS, start=STEPS[0], part="step"),
    deck("noticed", CARDS, "came", "went", "both", "neither", part="friend"),
    slider("friend_you_worth", 0, 10, part="friend"),
    slider("friend_you_cost", 0, 10, part="friend"),
    slider("friend_them_worth", 0, 10, part="friend"),
    slider("friend_them_cost", 0, 10, part="friend"),
    text("who", part="them"),
    text("them_get", rows=2, part="them"),
    slider("them_worth", 0, 10, part="them"),
    slider("them_cost", 0, 10, part="them"),
    text("you_ask", rows=2, part="you"),
    slider("you_worth", 0, 10, part="you"),
    slider("you_cost", 0, 10, part="you"),
    slider("size", 10, 100, 100, step=5, part="size"),
    slider("back", -8, 8, 0, step=0.5, part="size"),
)


def exchange_map(place: str = "") -> Instrument:
    """Return the map. `place` keeps two of them apart ("": one for all lessons)."""
    script = words()
    return Instrument(script, CONTROLS, partial(scene, script), place=place)


def scene(script: Script, values: Values) -> ExchangeScene:
    """Return what is shown for these values."""
    return ExchangeScene(script, values, example())


@cache
def words() -> Script:
    """Return the words of the map. Raises LessonDataError."""
    return read_script("exchange", CONTROLS, SENTENCES)


@cache
def example() -> Exchange:
    """Return the invented friendship that stands there first. Raises LessonDataError."""
    return example_from(read("instruments", LANGUAGE, "exchange.toml"))


def example_from(file: Table) -> Exchange:
    """Return the exchange in a file. Raises LessonDataError."""
    file.only("you", "them")
    return Exchange(_side(file.table("you")), _side(file.table("them")))


def _side(table: Table) -> Side:
    table.only("worth", "cost")
    return Side(_points(table, "worth"), _points(table, "cost"))


def _points(table: Table, key: str) -> int:
    points = table.number(key)
    if not 0 <= points <= 10:
        table.refuse(key, f"found {points}, expected 0 to 10 points.")
    return points
