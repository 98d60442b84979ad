"""The words of an instrument: all that is needed, nothing that is not read, and refused with file, key and remedy."""

from __future__ import annotations

import json
from typing import Any

import pytest

from genuinely.lessons.instruments import INSTRUMENTS, instrument
from genuinely.lessons.reading import LessonDataError
from genuinely.lessons.script import FRAME, as_plain, frame_words, needs
from genuinely.resources import data

from .made_instrument import CONTROLS, script


def test_a_sentence_is_said_with_its_braces_filled_in() -> None:
    assert script().say("shows", spoons=3) == "3 spoons in the cup."


def test_a_sentence_may_leave_a_brace_out() -> None:
    assert script(say__shows="Some sugar.").say("shows", spoons=3) == "Some sugar."


@pytest.mark.parametrize(
    ("changes", "key", "remedy"),
    [
        ({"title": None}, "title", "expected words in quotes"),
        ({"colour": "red"}, "colour", "is not known"),
        ({"formulas": []}, "formulas", "expected a list of words"),
        ({"limits": "Spoons differ."}, "limits", "expected a list of words"),
        ({"parts__more": None}, "parts.more", "[parts.more]"),
        ({"parts__spare": {"title": "Spare"}}, "parts.spare", "is not known"),
        ({"controls__stir": None}, "controls.stir", "[controls.stir]"),
        ({"controls__fork": {"label": "Fork"}}, "controls.fork", "is not known"),
        ({"controls__stir__label": ""}, "controls.stir.label", "expected words in quotes"),
        ({"controls__stir__low": "no"}, "controls.stir.low", "is not known"),
        ({"controls__drink__options__tea": None}, "controls.drink.options.tea", "expected words in quotes"),
        ({"controls__drink__options__milk": "Milk"}, "controls.drink.options.milk", "is not known"),
        ({"controls__cups__cards__red": None}, "controls.cups.cards.red", "[controls.cups.cards.red]"),
        ({"controls__guests__columns__drinks__options__tea": 7}, "controls.guests.columns.drinks.options.tea", "words"),
        ({"say__says": None}, "say.says", "expected words in quotes"),
        ({"say__sings": "La."}, "say.sings", "is not known"),
        ({"say__shows": "{forks} forks"}, "say.shows", "Braces that can: {spoons}"),
        ({"say__says": "{spoons}"}, "say.says", "Braces that can: none"),
        ({"say__shows": "{spoons"}, "say.shows", "Close it or take it out"),
    ],
)
def test_what_does_not_fit_is_refused_by_file_key_and_remedy(changes: dict[str, Any], key: str, remedy: str) -> None:
    with pytest.raises(LessonDataError) as refused:
        script(**changes)
    assert "sugar.toml" in str(refused.value)
    assert f"'{key}'" in str(refused.value)
    assert remedy in str(refused.value)


def test_the_page_can_read_the_words_of_every_control() -> None:
    found = script()
    plain = json.loads(json.dumps({each.name: as_plain(found.controls[each.name]) for each in CONTROLS}))
    assert plain["spoons"]["value"] == "{value} spoons"
    assert plain["cups"]["cards"]["red"] == {"title": "The red one", "text": "Whole."}
    assert plain["guests"]["columns"]["drinks"]["options"]["tea"] == "Black tea"


def test_needs_names_the_braces_of_each_sentence() -> None:
    assert needs(one="", two="a b") == {"one": frozenset(), "two": frozenset({"a", "b"})}


def test_the_frame_has_all_its_words() -> None:
    assert set(frame_words()) == set(FRAME)


def test_every_file_of_words_belongs_to_an_instrument_of_the_list() -> None:
    """One list names them all: what holds for every instrument is tested on it."""
    files = {each.name for each in data("wording", "en", "instruments").iterdir() if each.name != "frame.toml"}
    assert files == {f"{instrument(name).script.name}.toml" for name in INSTRUMENTS}


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_opens_with_a_question_and_says_its_limits(name: str) -> None:
    words = instrument(name).script
    assert "?" in words.question
    assert words.formulas
    assert words.terms
    assert words.limits
    assert words.sources or words.further
