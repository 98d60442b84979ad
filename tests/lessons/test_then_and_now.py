"""The first answers beside the last ones."""

from __future__ import annotations

import pytest

from genuinely.keeping import keep
from genuinely.lessons import then_and_now
from genuinely.lessons.forms import form
from genuinely.lessons.reading import LessonDataError


def test_both_answers_stand_beside_what_was_asked() -> None:
    keep("journal", "00-baseline", {"answers": {"ready": 3, "asks": 1}})
    keep("journal", "05-baseline", {"answers": {"ready": 6, "asks": 4, "transactional": 7}})
    shown = then_and_now("00-baseline", "05-baseline")
    for text in (shown.plain(), shown.html()):
        order = [text.index(word) for word in ("How ready", "3", "6", "How many", "1", "4")]
        assert order[0] < order[3]
        assert "nothing entered" in text
        assert "no measurement" in text


def test_nothing_to_compare_is_said_in_a_sentence() -> None:
    assert "Nothing to compare yet" in then_and_now("00-baseline", "05-baseline").plain()


def test_the_two_baselines_ask_the_same() -> None:
    asked = [[(each.name, each.label, each.low, each.high) for each in form(id).fields] for id in BASELINES]
    assert asked[0] == asked[1]


def test_a_form_that_is_not_there_is_named() -> None:
    with pytest.raises(LessonDataError, match="no reflection called '09-tea'"):
        then_and_now("00-baseline", "09-tea")


BASELINES = ("00-baseline", "05-baseline")
