"""What a run sheet says: clock, groups, what to say, and what differs on paper, on screens and in a call."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from genuinely.workshop import minute_card, run_sheet
from genuinely.workshop.asked import DEVICES, Asked
from genuinely.workshop.pack import planned
from genuinely.workshop.steps import Step, steps

from .pages import headings, parsed, text_of


def step(asked: Asked, title: str) -> Step:
    return next(each for each in steps(planned(asked)) if each.title == title)


def lines(found: Step, label: str) -> tuple[str, ...]:
    return dict((*found.lines, *found.behind)).get(label, ())


def test_every_activity_says_all_that_a_facilitator_needs() -> None:
    for each in steps(planned(Asked(180, 25))):
        if each.part.activity is not None:
            assert lines(each, "Say"), each.title
            assert lines(each, "Do"), each.title
            assert lines(each, "What people say"), each.title
            assert lines(each, "What it gets taken for"), each.title
            assert lines(each, "If late") == (each.late,), each.title


def test_25_people_in_threes_are_seven_threes_and_a_four_and_it_is_said_how() -> None:
    easy_no = step(Asked(120, 25), "An easy no")
    assert easy_no.how == "7 threes and 1 four"
    assert "count aloud up to 8" in lines(easy_no, "Do")[0]


def test_a_crowd_is_not_counted_off() -> None:
    assert "side by side" in lines(step(Asked(120, 180), "An easy no"), "Do")[0]


def test_the_second_time_the_groups_stay() -> None:
    found = [each for each in steps(planned(Asked(90, 24))) if each.how == "12 pairs"]
    assert "turn to each other" in lines(found[0], "Do")[0]
    assert all("same groups" in lines(each, "Do")[0] for each in found[1:])


def test_the_minutes_of_a_step_in_groups_are_split_and_add_up() -> None:
    for each in steps(planned(Asked(150, 25))):
        for told in (text for text in lines(each, "Do") if "in groups" in text):
            assert sum(map(int, re.findall(r"(\d+) min", told))) == each.part.minutes, each.title


def test_without_devices_the_paper_variant_and_the_copies_are_told() -> None:
    messages = step(Asked(90, 25), "Two messages, one open role")
    assert lines(messages, "Lay out") == ("the handout “Two messages, one open role”: 12",)
    assert any("Kaveh's diary" in each for each in lines(messages, "Do"))


def test_what_each_fills_in_alone_is_printed_for_everybody() -> None:
    assert "the handout “What holds one back”: 25" in lines(step(Asked(90, 25), "What holds one back"), "Lay out")


def test_with_devices_the_page_and_its_section_are_named() -> None:
    told = lines(step(Asked(90, 25, "all"), "Two messages, one open role"), "Lay out")
    assert told == (
        "on the screen: the page 01_transactional_is_not_bad, the section “3. Two messages, one open role”",
    )


def test_with_some_devices_both_are_told() -> None:
    told = " ".join(lines(step(Asked(90, 25, "some"), "Two messages, one open role"), "Lay out"))
    assert "handout" in told
    assert "on the screen" in told
    assert "shares it" in told


def test_in_a_call_the_online_variant_and_the_rooms_are_told() -> None:
    rare = step(Asked(90, 25, online=True), "Common ground is a staircase")
    assert lines(rare, "Do")[0].startswith("In rooms of two")
    assert "12, filled by chance (11 pairs and 1 three)" in lines(rare, "Do")[1]
    assert not any(
        "count aloud" in text for each in steps(planned(Asked(120, 25, online=True))) for text in lines(each, "Do")
    )


def test_what_is_personal_is_done_on_a_page_of_ones_own() -> None:
    fears = lines(step(Asked(90, 25, "all"), "What holds one back"), "Do")
    assert "Each on their own page, which says what to do." in fears
    messages = lines(step(Asked(90, 25, "all"), "Two messages, one open role"), "Do")
    assert "One screen for each group; the page says what to do." in messages


def test_counters_are_brought_where_there_are_hands_to_move_them() -> None:
    counters = [
        any("counters" in thing for thing in lines(step(asked, "What a difference is worth"), "Lay out"))
        for asked in (Asked(180, 25), Asked(180, 25, "some"), Asked(180, 25, "all"), Asked(180, 25, online=True))
    ]
    assert counters == [True, True, False, False]


def test_each_idea_is_said_where_it_first_comes() -> None:
    said = [lines(each, "Say")[0] for each in steps(planned(Asked(150, 25)))]
    firsts = [text for text in said if " idea: " in text]
    assert [text.split()[1] for text in firsts] == ["first", "second", "third"]


def test_the_time_of_day_is_told_only_where_it_is_known() -> None:
    arrival = steps(planned(Asked(90, 25, start=840)))[0]
    assert "We begin at 14:05" in lines(arrival, "Say")[0]
    assert "in 5 minutes" in lines(steps(planned(Asked(90, 25)))[0], "Say")[0]


@pytest.mark.parametrize("devices", DEVICES)
@pytest.mark.parametrize("online", [False, True])
def test_page_and_text_say_the_same(devices: str, online: bool) -> None:
    plan = planned(Asked(120, 25, devices, online, 840))
    page, text = run_sheet.as_html(plan), run_sheet.as_markdown(plan)
    seen = text_of(page)
    for each in steps(plan):
        for label, told in (*each.lines, *each.behind):
            assert f"**{label}**" in text
            for sentence in told:
                assert sentence in seen
                assert f"- {sentence}\n" in text


def test_the_page_has_a_title_a_language_and_headings_in_order() -> None:
    page = run_sheet.as_html(planned(Asked(90, 25)))
    assert '<html lang="en">' in page
    assert "<title>Run sheet: 90 minutes, 25 people</title>" in page
    levels = headings(page)
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_page_needs_nothing_else_and_its_links_lead_to_its_steps() -> None:
    for page in (run_sheet.as_html(planned(Asked(90, 25))), minute_card.as_html(planned(Asked(90, 25)))):
        found = parsed(page)
        assert not {"script", "img", "link", "iframe"} & set(found.tags)
        assert {link.removeprefix("#") for link in found.links} <= set(found.ids)


def test_the_overview_tells_the_clock_of_every_part_and_the_end() -> None:
    plan = planned(Asked(90, 25, start=840))
    text = run_sheet.as_markdown(plan)
    for part in plan.parts:
        assert f"| {plan.asked.clock(part.begins)} | {part.minutes} |" in text
    assert "| 15:30 | | The end |" in text


def test_what_to_leave_out_and_what_there_was_no_time_for_is_said() -> None:
    text = run_sheet.as_markdown(planned(Asked(90, 25)))
    late = text.split("## If it gets late")[1].split("##")[0]
    assert "1. The swap test (5 min)" in late
    assert "One message that you mean to send" not in late
    assert "No time for: An easy no; " in text


def test_the_minute_card_has_the_end_of_every_part_and_what_to_do_if_late() -> None:
    plan = planned(Asked(90, 25, start=840))
    seen = text_of(minute_card.as_html(plan))
    for each in steps(plan):
        assert plan.asked.clock(each.part.ends) in seen
        assert each.title in seen
        assert each.late in seen


def test_words_for_those_who_lead_keep_to_the_house() -> None:
    told = " ".join(
        run_sheet.as_markdown(planned(Asked(180, 25, devices, online)))
        for devices in DEVICES
        for online in (False, True)
    )
    assert re.findall(r"\b(?:just|simply|obviously)\b", told, re.IGNORECASE) == []
    assert re.findall(r"\bE0[12]\b", told) == []
    assert "{" not in told
