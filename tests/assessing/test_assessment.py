"""What the assessor says of a message, as plain frozen data."""

from __future__ import annotations

import json
import math
import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from genuinely.assessing import Assessment, Doubt, Span, Versions
from genuinely.scenarios import FrozenDict

MADE = Assessment(
    attempted=True,
    levels=FrozenDict({"clear_ask": 2, "context": 1}),
    certainty=FrozenDict({"clear_ask": 0.9, "context": 0.5}),
    doubts=FrozenDict({"context": Doubt(2, (Span(5, 8, "identify"),), "Would they know at once who writes?")}),
    flags=(),
    needs_person=False,
    total=83.3333,
    evidence=FrozenDict({"clear_ask": (Span(0, 4, "ask"),), "context": ()}),
    advice=FrozenDict({"context": "Say who writes – “early”."}),
    reasons=FrozenDict(),
    versions=Versions("1", "2", "abcd"),
)


@pytest.mark.parametrize(("maximum", "points"), [(10, 8.33), (3, 2.5), (0, 0), (0.5, 0.42), (100, 83.33)])
def test_points_are_the_totals_share_of_the_maximum_to_two_decimals(maximum: float, points: float) -> None:
    assert MADE.points(maximum) == points


@pytest.mark.parametrize("maximum", [-1, -0.01, math.nan, math.inf, -math.inf])
def test_a_maximum_that_is_none_is_refused(maximum: float) -> None:
    with pytest.raises(ValueError, match="expected a number of points, 0 or more"):
        MADE.points(maximum)


def test_a_flagged_message_has_no_points_until_a_person_has_read_it() -> None:
    assert replace(MADE, flags=("stuffed",), needs_person=True).points(10) == 0


def test_what_was_not_attempted_has_no_points() -> None:
    assert replace(MADE, attempted=False).points(10) == 0


def test_points_are_a_plain_float() -> None:
    assert type(MADE.points(12)) is float
    assert type(replace(MADE, flags=("stuffed",)).points(12)) is float


def test_it_becomes_json_and_back_the_same() -> None:
    told = json.loads(MADE.to_json())
    assert told == json.loads(json.dumps(MADE.to_dict()))
    assert told["evidence"]["clear_ask"] == [{"start": 0, "end": 4, "move": "ask"}]
    assert told["doubts"]["context"] == {
        "level": 2,
        "evidence": [{"start": 5, "end": 8, "move": "identify"}],
        "question": "Would they know at once who writes?",
    }
    assert told["versions"] == {"assessor": "1", "rubric": "2", "card": "abcd"}
    assert told["total"] == 83.3333


def test_its_json_is_one_line_and_keeps_letters_as_they_are() -> None:
    assert "\n" not in MADE.to_json()
    assert "– “early”" in MADE.to_json()


def test_it_can_be_pickled_compared_and_hashed() -> None:
    again = pickle.loads(pickle.dumps(MADE))
    assert again == MADE
    assert hash(again) == hash(MADE)
    assert replace(MADE, total=1.0) != MADE


def test_it_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        MADE.total = 100.0  # type: ignore[misc]
    with pytest.raises(TypeError):
        MADE.levels["context"] = 2


def test_as_a_dict_it_is_plain_and_apart() -> None:
    told = MADE.to_dict()
    told["levels"]["context"] = 2
    assert type(told["levels"]) is dict
    assert type(told["flags"]) is list
    assert MADE.levels["context"] == 1
