"""A small instrument of its own for the tests of the frame: how many spoons of sugar."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any

from matplotlib.figure import Figure

from genuinely.lessons.controls import Values, choice, deck, press, slider, table, text, ticks
from genuinely.lessons.instrument import Instrument, Scene
from genuinely.lessons.reading import Table
from genuinely.lessons.script import Script, needs, script_from

CONTROLS = (
    slider("spoons", 0, 5, 1, part="cup"),
    choice("drink", "tea", "coffee", part="cup"),
    slider("guess", 0, 10, part="cup"),
    ticks("with", "milk", "lemon", part="more"),
    text("note", rows=2, part="more"),
    table("guests", text("name"), choice("drinks", "tea", "coffee"), part="more"),
    deck("cups", ("blue", "red"), "take", "leave", part="more"),
    press("stir", part="more"),
)
SENTENCES = needs(shows="spoons", says="", below="")

_TWO = {"tea": "Tea", "coffee": "Coffee <strong>"}
WORDS: dict[str, Any] = {
    "title": "Sugar & spoons",
    "question": "How much <is> enough?",
    "formulas": ["s = n · 4 g"],
    "limits": ["Spoons differ."],
    "sources": ["E06"],
    "further": ["A cook book."],
    "terms": [{"term": "Spoon (n)", "means": "a level one"}],
    "parts": {
        "cup": {"title": "The cup", "text": "Choose."},
        "more": {"title": "More", "closed": "This opens with sugar."},
    },
    "controls": {
        "spoons": {"label": "Spoons", "low": "none", "high": "many", "value": "{value} spoons"},
        "drink": {"label": "Drink", "options": _TWO},
        "guess": {"label": "Guess"},
        "with": {"label": "With", "options": {"milk": "Milk", "lemon": "Lemon"}},
        "note": {"label": "Note", "hint": "In a word."},
        "guests": {
            "label": "Guests",
            "columns": {
                "name": {"label": "Name"},
                "drinks": {"label": "Drinks", "options": {"tea": "Black tea", "coffee": "Black coffee"}},
            },
        },
        "cups": {
            "label": "Cups",
            "options": {"take": "Take it", "leave": "Leave it"},
            "cards": {
                "blue": {"title": "The blue one", "text": "Chipped."},
                "red": {"title": "The red one", "text": "Whole."},
            },
        },
        "stir": {"label": "Stir"},
    },
    "say": {"shows": "{spoons} spoons in the cup.", "says": "Sweet.", "below": "Stir it & drink."},
}


class Cup(Scene):
    """The scene for a number of spoons; more can be done once there is sugar."""

    def __init__(self, script: Script, values: Values) -> None:
        self.script = script
        self.spoons = values["spoons"]

    @property
    def title(self) -> str:
        return self.script.title

    @property
    def text(self) -> str:
        return self.script.say("shows", spoons=self.spoons)

    @property
    def comparison(self) -> tuple[str, ...]:
        return (self.script.say("says"),)

    @property
    def open_parts(self) -> Sequence[str]:
        return ("cup", "more") if self.spoons else ("cup",)

    @property
    def below(self) -> str:
        return "<p>Stir it &amp; drink.</p>"

    @property
    def below_plain(self) -> str:
        return self.script.say("below")

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        figure = Figure(figsize=(2, 2))
        axes = figure.add_subplot()
        axes.bar([0], [self.spoons], color=colours["exchange"]["line"])
        axes.set_title("spoons", color=colours["ink"])
        return figure


def words(**changes: Any) -> Table:
    """Return the words as a file. `changes` lay new values over what keys such as "say__shows" name; None takes out."""
    found = copy.deepcopy(WORDS)
    for where, value in changes.items():
        *way, last = where.split("__")
        at = found
        for key in way:
            at = at[key]
        if value is None:
            del at[last]
        else:
            at[last] = value
    return Table("sugar.toml", "", found)


def script(**changes: Any) -> Script:
    return script_from("sugar", words(**changes), CONTROLS, SENTENCES)


def sugar(place: str = "") -> Instrument:
    made = script()
    return Instrument(made, CONTROLS, lambda values: Cup(made, values), place=place)
