"""An assignment stays pinned to what it was released with, and what differs is said."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from genuinely.grading.course import Course
from genuinely.grading.pins import Pin, differences, installed, pin_file, read_pin, write_pin
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError
from genuinely.scenarios import FrozenDict

from .gradebooks import hand_in, stands
from .handed_in import ps2
from .problem_set import ASSIGNMENT, SCENARIOS, answered, reference

NOW = installed([ps2()])
BANK = SCENARIOS[0]
DATE = "2026-09-01 08:00:00 UTC"


def older() -> Pin:
    """What an older version would have written: another assessor, and another draft on one card."""
    _, card = NOW.cards[BANK]
    changed = json.dumps({**json.loads(card), "draft": "Hi."})
    return replace(NOW, package="0.0.1", assessor="full-0", cards=FrozenDict({**NOW.cards, BANK: ("0", changed)}))


def test_a_pin_that_was_written_is_read_as_it_was(course: Course) -> None:
    write_pin(course, ASSIGNMENT, NOW, DATE)
    assert read_pin(course, ASSIGNMENT) == replace(NOW, released=DATE)
    assert set(NOW.cards) == set(SCENARIOS)
    assert list(differences(NOW, installed([ps2()]))) == []


def test_what_differs_is_said_with_the_part_of_the_card() -> None:
    assert list(differences(older(), NOW)) == [
        f"The assessor was full-0 and is {NOW.assessor}.",
        f"The card {BANK} has changed: draft.",
    ]


def test_other_words_under_the_same_version_are_noticed() -> None:
    (said,) = differences(replace(NOW, sums=FrozenDict({**NOW.sums, "cues": "0"})), NOW)
    assert "data/cues" in said


def test_grade_refuses_other_versions_and_says_what_to_do(course: Course) -> None:
    hand_in(course, "ada", answered({BANK: reference(BANK)}))
    write_pin(course, ASSIGNMENT, older(), DATE)
    with pytest.raises(CourseError) as caught:
        grade_assignment(course, ASSIGNMENT)
    assert "installed on 2026-09-01" in caught.value.cause
    assert "pip install genuinely==0.0.1" in caught.value.remedy
    assert f"genuinely regrade {ASSIGNMENT} --dry-run" in caught.value.remedy
    assert stands(course) == {}


def test_grade_goes_on_where_the_pin_is_what_is_installed(course: Course) -> None:
    hand_in(course, "ada", answered({BANK: reference(BANK)}))
    write_pin(course, ASSIGNMENT, NOW, DATE)
    assert grade_assignment(course, ASSIGNMENT).graded == ["ada"]


def test_a_pin_that_cannot_be_read_is_named(course: Course) -> None:
    write_pin(course, ASSIGNMENT, NOW, DATE)
    pin_file(course, ASSIGNMENT).write_text("{}", encoding="utf-8")
    with pytest.raises(CourseError, match=r"cannot be read .* Put it back"):
        grade_assignment(course, ASSIGNMENT)
