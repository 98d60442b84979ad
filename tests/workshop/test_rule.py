"""`plan.toml` is read, and what does not fit in it is refused with file, key and remedy."""

from __future__ import annotations

from typing import Any

import pytest

from genuinely.lessons.reading import LessonDataError, Table
from genuinely.workshop.catalogue import catalogue
from genuinely.workshop.handouts import handout
from genuinely.workshop.rule import rule, rule_from
from genuinely.workshop.wording import told, told_from

from .made import RULE, table

ACTIVITIES: list[dict[str, Any]] = RULE["activities"]
TIME: dict[str, Any] = RULE["time"]


def test_every_activity_of_the_rule_is_in_its_lesson_and_has_something_to_say() -> None:
    for entry in rule().entries:
        assert entry.key in catalogue()
        assert told()[entry.key].say


def test_nothing_is_told_of_an_activity_that_the_rule_does_not_name() -> None:
    assert set(told()) == {entry.key for entry in rule().entries}


def test_where_a_handout_is_promised_there_is_one_of_the_same_name() -> None:
    promised = [catalogue()[entry.key] for entry in rule().entries if entry.handout == "lesson"]
    assert promised
    for activity in promised:
        made = handout(activity, paper=True)
        assert made.pieces
        assert made.title == activity.title


def test_no_two_activities_share_a_title() -> None:
    titles = [catalogue()[entry.key].title for entry in rule().entries]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("changes", "key", "remedy"),
    [
        ({"tea": 1}, "tea", "is not known"),
        ({"time": {**TIME, "buffer_percent": 90}}, "time.buffer_percent", "5 to 25"),
        ({"time": {**TIME, "set_up": {"none": 0, "some": 5}}}, "time.set_up.all", "whole number"),
        ({"arrival": [{"up_to": 40, "minutes": 5}]}, "arrival", "up_to = 200"),
        ({"arrival": [{"up_to": 200, "minutes": 7}, {"up_to": 40, "minutes": 5}]}, "arrival", "in order"),
        ({"activities": [{**ACTIVITIES[0], "rank": 1}]}, "activities[1].rank", "either"),
        ({"activities": [{"page": "tea", "cell": "boil"}]}, "activities[1].rank", "either"),
        ({"activities": [*ACTIVITIES, ACTIVITIES[-1]]}, "activities[7].cell", "Take one of them out"),
        ({"activities": [ACTIVITIES[-1], ACTIVITIES[0]]}, "activities[2].ending", "Move it up"),
        ({"activities": ACTIVITIES[:-1]}, "activities", "no ending"),
        ({"activities": [{**ACTIVITIES[0], "minutes": 40}]}, "activities[1].minutes", "1 to 30"),
        ({"activities": [{**ACTIVITIES[0], "handout": "two"}]}, "activities[1].handout", "lesson, own, none"),
        ({"activities": [{**ACTIVITIES[0], "grouping": "crowd"}]}, "activities[1].grouping", "alone, pairs"),
    ],
)
def test_what_does_not_fit_is_refused(changes: dict[str, Any], key: str, remedy: str) -> None:
    with pytest.raises(LessonDataError) as refused:
        rule_from(table(**changes))
    assert f"plan.toml: key '{key}'" in str(refused.value)
    assert remedy in str(refused.value)


@pytest.mark.parametrize(
    ("found", "key", "remedy"),
    [
        ({"ask": "Tea?"}, "say", "words in quotes"),
        ({"say": "Tea.", "know": "green"}, "know", "a list of words"),
        ({"say": "Tea.", "sing": "Tea."}, "sing", "is not known"),
    ],
)
def test_what_is_told_wrongly_is_refused(found: dict[str, Any], key: str, remedy: str) -> None:
    with pytest.raises(LessonDataError) as refused:
        told_from(Table("activities.toml", "", {"tea": {"boil": found}}))
    assert f"activities.toml: key 'tea.boil.{key}'" in str(refused.value)
    assert remedy in str(refused.value)
