"""An instrument without its widget: everything that it says is on the page, and nothing on it does harm."""

from __future__ import annotations

import re
from typing import Any

from genuinely.lessons.instrument_page import StaticInstrument, behind

from .made_instrument import CONTROLS, Cup, script

START = {each.name: each.start for each in CONTROLS}
ALL = {
    **START,
    "spoons": 2,
    "drink": "coffee",
    "guess": 7,
    "with": ["milk", "lemon"],
    "note": "Careful: <hot>",
    "guests": [{"name": "Ada", "drinks": "tea"}, {"name": "", "drinks": None}],
    "cups": {"blue": "take", "red": "late"},
    "stir": 3,
}


def shown(**values: Any) -> StaticInstrument:
    given = {**ALL, **values}
    return StaticInstrument(script(), CONTROLS, given, Cup(script(), given))


def visible(html: str) -> str:
    return re.sub(r"<[^>]*>", " ", re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL))


def test_page_and_text_say_the_same() -> None:
    for word in (
        "enough?",
        "2 spoons in the cup.",
        "Sweet.",
        "drink.",
        "a level one",
        "Spoons differ.",
        "n · 4 g",
        "E06",
    ):
        assert word in shown().plain()
        assert word in visible(shown().html())
    assert "A cook book." in shown().plain()


def test_every_control_is_told_as_it_stands() -> None:
    told = shown().plain()
    for line in (
        "Spoons: 2 spoons",
        "Guess: 7",
        "With: Milk; Lemon",
        "Note: Careful: <hot>",
        "Guests: Ada, Black tea",
        "Cups: The blue one: Take it; The red one: time ran out",
        "Stir: pressed 3 times",
    ):
        assert line in told


def test_what_is_not_set_is_not_told() -> None:
    told = shown(**{**START, "spoons": 2}).plain()
    for label in ("Guess", "With", "Note", "Guests", "Cups", "Stir", "Drink"):
        assert f"{label}:" not in told


def test_a_guess_of_nought_is_told() -> None:
    assert "Guess: 0" in shown(guess=0).plain()


def test_what_is_not_open_yet_is_not_told() -> None:
    told = shown(spoons=0).plain()
    assert "Guess: 7" in told
    assert "Note" not in told


def test_nothing_written_becomes_part_of_the_page() -> None:
    html = shown().html()
    assert "Careful: &lt;hot&gt;" in html
    assert "Coffee &lt;strong&gt;" in html
    assert "How much &lt;is&gt; enough?" in html
    assert "<hot>" not in html


def test_the_picture_has_its_text_alternative_in_both_themes() -> None:
    assert re.findall(r'<img class="g-(\w+)"[^>]* alt="([^"]*)"', shown().html()) == [
        ("light", "2 spoons in the cup."),
        ("dark", "2 spoons in the cup."),
    ]


def test_formula_terms_limits_and_sources_lie_in_two_folds() -> None:
    first, second = re.findall(r"<details.*?</details>", behind(script()), flags=re.DOTALL)
    assert "s = n · 4 g" in first
    assert "Spoon (n)" in first
    assert "Spoons differ." in second
    assert "E06" in second
    assert "A cook book." in second


def test_a_fold_keeps_its_keys_for_itself() -> None:
    assert behind(script()).count('<summary data-lm-suppress-shortcuts="true"') == 2
