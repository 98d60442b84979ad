"""A workshop is exactly as long as was asked, touches all three ideas, and ends with a message that is meant."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from genuinely.lessons.activities import THEMES
from genuinely.workshop.asked import DEVICES, Asked, WorkshopError, time_of_day
from genuinely.workshop.catalogue import catalogue
from genuinely.workshop.planning import Plan, plan
from genuinely.workshop.rule import rule

from .made import RULE, known, made_rule

LENGTHS = (60, 75, 90, 120, 150, 180)
PEOPLE = (10, 11, 19, 25, 26, 40, 41, 77, 120, 199, 200)
COMBINATIONS = [
    Asked(minutes, people, devices, online)
    for minutes, people, devices, online in product(LENGTHS, PEOPLE, DEVICES, (False, True))
]


def of_course(asked: Asked) -> Plan:
    return plan(asked, rule(), catalogue())


def cells(found: Plan) -> list[str]:
    return [each.cell for each in found.activities]


def total(found: Plan, kind: str) -> int:
    return sum(part.minutes for part in found.parts if part.kind == kind)


@pytest.mark.parametrize("minutes", LENGTHS)
def test_it_is_exactly_as_long_as_was_asked(minutes: int) -> None:
    for asked in (each for each in COMBINATIONS if each.minutes == minutes):
        parts = of_course(asked).parts
        assert sum(part.minutes for part in parts) == minutes, asked
        assert [part.begins for part in parts] == [0, *(part.ends for part in parts[:-1])], asked
        assert all(part.minutes > 0 for part in parts), asked


def test_every_length_between_fits_too() -> None:
    for minutes, devices in product(range(60, 181), DEVICES):
        assert of_course(Asked(minutes, 200, devices, True)).parts[-1].ends == minutes


def test_all_three_ideas_are_touched_and_the_end_is_a_message_with_a_day() -> None:
    for asked in COMBINATIONS:
        found = of_course(asked)
        assert {each.theme for each in found.activities} >= set(THEMES) - {"course"}, asked
        ending = [part.entry for part in found.parts if part.entry is not None and part.entry.ending]
        assert found.parts[-1].entry is ending[-1], asked
        assert ending[0].cell == "messages", asked
        assert ending[-1].cell == "dates", asked


def test_there_are_catch_up_minutes_of_about_a_tenth_and_the_last_come_before_the_end() -> None:
    for asked in COMBINATIONS:
        found = of_course(asked)
        assert 0.08 <= total(found, "buffer") / asked.minutes <= 0.13, asked
        before_the_end = next(
            part
            for part, after in zip(found.parts, found.parts[1:], strict=False)
            if after.entry and after.entry.ending
        )
        assert before_the_end.kind == "buffer", asked


def test_a_long_session_has_a_break_near_the_middle_and_a_short_one_has_none() -> None:
    for asked in COMBINATIONS:
        found = [part for part in of_course(asked).parts if part.kind == "break"]
        assert len(found) == (asked.minutes > 100), asked
        for part in found:
            assert abs((part.begins + part.ends) / 2 - asked.minutes / 2) <= 0.1 * asked.minutes, asked


def test_setting_up_takes_longer_the_more_devices_there_are() -> None:
    found = [total(of_course(Asked(90, 25, devices)), "set_up") for devices in ("none", "some", "all")]
    assert found == sorted(found)
    assert found[0] == 0 < found[1] < found[2]


def test_a_call_has_a_moment_for_sound_and_names() -> None:
    assert total(of_course(Asked(90, 25, online=True)), "joining") > 0
    assert total(of_course(Asked(90, 25)), "joining") == 0


def test_a_crowd_takes_longer_to_arrive() -> None:
    assert total(of_course(Asked(90, 200)), "arrival") > total(of_course(Asked(90, 20)), "arrival")


def test_the_same_is_asked_the_same_is_planned() -> None:
    assert of_course(Asked(120, 33, "some")) == of_course(Asked(120, 33, "some"))


def test_no_activity_comes_twice() -> None:
    for asked in COMBINATIONS:
        found = of_course(asked).activities
        assert len({(each.page, each.cell) for each in found}) == len(found), asked


# The rule, on a small one of our own. 60 minutes: 5 arrival, 3 welcome, 6 buffer; 46 are left, 29 of them always taken.


def test_the_lowest_rank_is_taken_first_and_what_does_not_fit_is_passed_over() -> None:
    found = plan(Asked(60, 20), made_rule(), known())
    assert cells(found) == ["boil", "pour", "stir", "sip", "wash"]
    assert [each.cell for each in found.left_out] == ["steep"]


def test_a_longer_one_takes_more_in_the_order_of_the_room() -> None:
    assert cells(plan(Asked(90, 20), made_rule(), known())) == ["boil", "steep", "pour", "stir", "sip", "wash"]


def test_what_is_left_over_goes_round_up_to_the_most_and_then_to_catching_up() -> None:
    found = plan(Asked(60, 20), made_rule(), known())  # 46 - 36: ten minutes for boil (4), wash (5) and stir (2)
    minutes = {part.activity.cell: part.minutes for part in found.parts if part.activity}
    assert minutes == {"boil": 12, "pour": 6, "stir": 9, "sip": 5, "wash": 14}
    assert total(found, "buffer") == 6
    assert total(plan(Asked(64, 20), made_rule(), known()), "buffer") == 6 + 3


def test_what_to_leave_out_if_late_is_what_was_taken_last_and_never_what_is_always_in() -> None:
    found = plan(Asked(90, 20), made_rule(), known())
    assert [each.cell for each in found.drop] == ["steep", "stir"]


def test_what_is_always_in_and_too_long_is_refused_with_file_and_remedy() -> None:
    too_long = [{**each, "minutes": 20} for each in RULE["activities"]]
    with pytest.raises(WorkshopError, match=r"plan\.toml.*80 minutes, and 46.*fewer minutes"):
        plan(Asked(60, 20), made_rule(activities=too_long), known())


def test_a_theme_that_is_not_touched_is_refused() -> None:
    without = [each for each in RULE["activities"] if each["cell"] != "sip"]
    with pytest.raises(WorkshopError, match=r"plan\.toml.*create.*always"):
        plan(Asked(60, 20), made_rule(activities=without), known())


def test_an_activity_that_there_is_not_is_refused() -> None:
    strange = [{"page": "tea", "cell": "shake", "rank": 1}, *RULE["activities"]]
    with pytest.raises(WorkshopError, match=r"plan\.toml.*“tea”.*“shake”"):
        plan(Asked(60, 20), made_rule(activities=strange), known())


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"minutes": 45}, "60 to 180 minutes, and 45"),
        ({"minutes": 181}, "60 to 180 minutes, and 181"),
        ({"minutes": 90, "people": 3}, "10 to 200 people, and 3"),
        ({"minutes": 90, "people": 201}, "10 to 200 people, and 201"),
        ({"minutes": 90, "devices": "few"}, "none, some, all"),
    ],
)
def test_what_cannot_be_made_is_refused_in_a_sentence(asked: dict[str, Any], sentence: str) -> None:
    with pytest.raises(WorkshopError, match=sentence):
        Asked(**asked)


@pytest.mark.parametrize(("text", "minutes"), [("14:00", 840), ("9:30", 570), ("0:00", 0), ("8.15", 495)])
def test_a_time_of_day_is_read(text: str, minutes: int) -> None:
    assert time_of_day(text) == minutes


@pytest.mark.parametrize("text", ["24:00", "14", "two", "14:60", ""])
def test_what_is_no_time_of_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(WorkshopError, match="such as 14:00"):
        time_of_day(text)


def test_the_clock_counts_from_zero_or_from_the_start_and_over_midnight() -> None:
    assert Asked(90).clock(65) == "1:05"
    assert Asked(90, start=time_of_day("14:00")).clock(65) == "15:05"
    assert Asked(90, start=time_of_day("23:30")).clock(45) == "0:15"
