"""When a question comes back."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from genuinely.lessons.reading import LessonDataError, Table
from genuinely.lessons.spacing import Attempt, comes_back, settings, settings_from

MONDAY = date(2026, 3, 2)


def tried(*right: bool) -> list[Attempt]:
    return [Attempt(MONDAY, each) for each in right]


@pytest.mark.parametrize(
    ("right", "days"),
    [
        ((True,), 1),
        ((True, True), 3),
        ((True, True, True), 7),
        ((True, True, True, True, True), 7),
        ((False,), 1),
        ((True, True, False), 1),
        ((True, False, True, True), 3),
    ],
)
def test_the_intervals_widen_with_every_right_answer_in_a_row(right: tuple[bool, ...], days: int) -> None:
    back = comes_back(tried(*right), (1, 3, 7))
    assert back is not None
    assert (back - MONDAY).days == days


def test_a_fixed_interval_stays() -> None:
    assert comes_back(tried(True, True), (7,)) == comes_back(tried(False), (7,)) == date(2026, 3, 9)


def test_a_question_that_was_never_answered_does_not_come_back() -> None:
    assert comes_back([], (1,)) is None


def test_the_course_widens_and_does_not_flood() -> None:
    widening = settings().days["widening"]
    assert list(widening) == sorted(set(widening))
    assert 3 <= settings().at_most <= 12


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("at_most = 0\n[widening]\ndays=[1]\n[fixed]\ndays=[7]", "at_most"),
        ("at_most = 5\n[widening]\ndays=[0]\n[fixed]\ndays=[7]", "widening.days"),
        ("at_most = 5\n[widening]\ndays=[]\n[fixed]\ndays=[7]", "widening.days"),
        ("at_most = 5\n[widening]\ndays=[1]", "fixed"),
        ("at_most = 5\n[widening]\ndays=[1]\n[fixed]\nday=[7]", "fixed.day"),
    ],
)
def test_settings_that_do_not_fit_are_refused(text: str, key: str) -> None:
    with pytest.raises(LessonDataError, match=f"review.toml: key '{key}'"):
        settings_from(Table("review.toml", "", tomllib.loads(text)))
