"""The frame of the instruments: it draws what is asked, keeps what is entered, and never loses or mixes it up."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from genuinely.keeping import keep
from genuinely.lessons.instrument import Instrument, entered
from genuinely.lessons.instruments import INSTRUMENTS, instrument

from .made_instrument import CONTROLS, sugar


def ask(made: Instrument, number: int, **values: Any) -> dict[str, Any]:
    """What the page does when something has been moved; return what it puts up."""
    made.asked = {"number": number, "values": {**made.value, **values}}
    return dict(made.shown)


def send(made: Instrument, number: int, **values: Any) -> None:
    made.sent = {"number": number, "value": {**made.value, **values}}


def test_it_shows_picture_and_words_for_where_its_controls_start() -> None:
    made = sugar()
    assert made.shown["number"] == 0
    assert made.shown["text"] == "1 spoons in the cup."
    assert made.shown["said"] == ["Sweet."]
    assert made.shown["below"] == "<p>Stir it &amp; drink.</p>"
    assert made.shown["picture"].startswith("<svg ")


def test_it_draws_anew_for_what_is_asked_and_answers_with_its_number() -> None:
    made = sugar()
    before = made.shown["picture"]
    shown = ask(made, 3, spoons=4)
    assert shown["number"] == 3
    assert shown["text"] == "4 spoons in the cup."
    assert shown["picture"] != before


def test_what_cannot_be_is_drawn_as_the_start() -> None:
    assert ask(sugar(), 1, spoons=99)["text"] == "1 spoons in the cup."


def test_the_scene_decides_which_parts_are_open() -> None:
    made = sugar()
    assert made.shown["open"] == ["cup", "more"]
    assert ask(made, 1, spoons=0)["open"] == ["cup"]


def test_to_ask_keeps_nothing_and_to_send_keeps_it_in_a_plain_file(home: Path) -> None:
    made = sugar()
    ask(made, 1, spoons=4)
    assert not (home / "instruments").exists()
    send(made, 1, spoons=4, note="Zwei, für Ärger.")
    (entry,) = json.loads((home / "instruments" / "sugar.json").read_text(encoding="utf-8"))["entries"]
    assert entry["values"]["spoons"] == 4
    assert entry["values"]["note"] == "Zwei, für Ärger."
    assert made.answered == {"number": 1, "kept": True, "troubles": []}


def test_it_stands_there_again_in_a_new_kernel() -> None:
    send(sugar(), 1, spoons=5)
    again = sugar()
    assert again.value["spoons"] == 5
    assert again.shown["text"] == "5 spoons in the cup."
    assert again.start["spoons"] == 1


def test_the_same_instrument_in_two_places_has_two_memories() -> None:
    send(sugar("03"), 1, spoons=5)
    assert sugar("03").value["spoons"] == 5
    assert sugar("04").value["spoons"] == 1
    assert sugar("04").place.endswith("/sugar-04")


def test_what_another_version_kept_is_taken_as_far_as_it_fits() -> None:
    keep("instruments", "sugar", {"values": {"spoons": 2, "drink": "cocoa", "saucer": True}})
    made = sugar()
    assert made.value["spoons"] == 2
    assert made.value["drink"] is None
    assert "saucer" not in made.value


@pytest.mark.parametrize("strange", [{"text": "from something else"}, {"values": "words"}, {}])
def test_an_entry_of_another_shape_counts_as_nothing_entered(strange: dict[str, Any]) -> None:
    keep("instruments", "sugar", strange)
    assert sugar().value == sugar().start


def test_what_was_entered_can_be_read_without_showing_the_instrument() -> None:
    assert entered("sugar", CONTROLS)["spoons"] == 1
    send(sugar(), 1, spoons=3)
    assert entered("sugar", CONTROLS)["spoons"] == 3


def test_the_page_gets_controls_parts_and_words_as_plain_values() -> None:
    made = sugar()
    assert [each["name"] for each in made.controls] == [each.name for each in CONTROLS]
    assert made.controls[0]["words"]["label"] == "Spoons"
    assert [each["name"] for each in made.parts] == ["cup", "more"]
    assert made.words["reset"]
    json.dumps([made.controls, made.parts, made.words, made.start, made.shown])


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_is_called_by_its_name_and_keeps_its_places_apart(name: str) -> None:
    one, other = instrument(name), instrument(name, "99")
    assert one.place.startswith("genuinely/instruments/")
    assert other.place == f"{one.place}-99"


@pytest.mark.slow
@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_instrument_answers_every_control_at_its_ends(name: str) -> None:
    """Nothing that can be entered stops a lesson: each control at each of its ends, the others where they start."""
    made = instrument(name)
    number = 0
    for control in made.of:
        for value in _ends(control):
            number += 1
            shown = ask(made, number, **{control.name: value})
            assert shown["number"] == number, (control.name, value)
            assert shown["text"].strip(), (control.name, value)


def _ends(control: Any) -> list[Any]:
    kinds = {
        "slider": [control.low, control.high],
        "choice": list(control.options),
        "ticks": [[], list(control.options)],
        "text": ["", "a word", "wörter, " * 60, "<b>\n\n\t"],
        "deck": [dict.fromkeys(control.cards, option) for option in (*control.options, "late")],
        "press": [0, 1, 30],
        "table": [[], [{}], [_row(control, index) for index in range(control.rows)]],
    }
    return list(kinds[control.kind])


def _row(control: Any, index: int) -> dict[str, Any]:
    return {
        each.name: each.options[index % len(each.options)] if each.kind == "choice" else f"{each.name} {index}"
        for each in control.columns
    }
