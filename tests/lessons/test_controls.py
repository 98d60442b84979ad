"""Controls: what each can have as its value, and that nothing else ever gets through."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from genuinely.lessons.controls import KINDS, Control, choice, cleaned, deck, press, slider, table, text, ticks

STEP = slider("step", -2, 2, 0, step=0.5)
GUESS = slider("guess", 0, 10)
PLACE = choice("place", "here", "there", start="here")
FOUND = ticks("found", "one", "two")
NOTE = text("note", rows=3, start="once")
PEOPLE = table("people", text("name"), choice("close", "near", "far"), rows=2)
INBOX = deck("inbox", ("first", "second"), "keep", "leave", seconds=6)
AGAIN = press("again")
ALL = (STEP, GUESS, PLACE, FOUND, NOTE, PEOPLE, INBOX, AGAIN)


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (STEP, -2),
        (STEP, 1.5),
        (GUESS, 10),
        (PLACE, "there"),
        (FOUND, []),
        (FOUND, ["two", "one"]),
        (NOTE, ""),
        (NOTE, "two\nlines"),
        (PEOPLE, []),
        (PEOPLE, [{}, {"name": "Ada", "close": None}]),
        (PEOPLE, [{"name": "Ada", "close": "near"}]),
        (INBOX, {"first": "keep", "second": "late"}),
        (AGAIN, 3),
    ],
)
def test_a_value_that_fits_is_taken(control: Control, value: Any) -> None:
    assert control.cleaned(value) == value


@pytest.mark.parametrize(
    ("control", "value"),
    [
        (STEP, 2.5),
        (STEP, "1"),
        (STEP, True),
        (STEP, None),
        (STEP, math.nan),
        (GUESS, math.inf),
        (PLACE, "elsewhere"),
        (PLACE, ["here"]),
        (FOUND, ["three"]),
        (FOUND, "one"),
        (NOTE, 7),
        (NOTE, None),
        (PEOPLE, [{}, {}, {}]),
        (PEOPLE, [{"age": 7}]),
        (PEOPLE, [{"close": "nearby"}]),
        (PEOPLE, ["Ada"]),
        (PEOPLE, {"name": "Ada"}),
        (INBOX, {"third": "keep"}),
        (INBOX, {"first": "burn"}),
        (INBOX, ["first"]),
        (AGAIN, -1),
        (AGAIN, True),
        (AGAIN, 1.5),
    ],
)
def test_a_value_that_does_not_fit_gives_way_to_the_start(control: Control, value: Any) -> None:
    assert control.cleaned(value) == control.start


def test_a_guess_stands_unset_until_it_is_made() -> None:
    assert GUESS.start is None
    assert cleaned((GUESS,), {"guess": None}) == {"guess": None}


def test_every_control_gets_a_value_whatever_comes() -> None:
    start = {each.name: each.start for each in ALL}
    for strange in (None, "words", [], 7, {}, {"unknown": 1}):
        assert cleaned(ALL, strange) == start


def test_one_bad_value_leaves_the_good_ones_alone() -> None:
    found = cleaned(ALL, {"step": 99, "place": "there", "unknown": 1})
    assert found["step"] == 0
    assert found["place"] == "there"
    assert "unknown" not in found


def test_every_start_fits_its_own_control() -> None:
    for each in ALL:
        assert each.start is None or each.cleaned(each.start) == each.start


def test_every_kind_is_made_by_a_function_of_its_name() -> None:
    assert {each.kind for each in ALL} == set(KINDS)


def test_the_page_can_read_every_control() -> None:
    plain = json.loads(json.dumps([each.as_plain() for each in ALL]))
    people = next(each for each in plain if each["name"] == "people")
    assert [each["name"] for each in people["columns"]] == ["name", "close"]
    assert plain[0]["step"] == 0.5
