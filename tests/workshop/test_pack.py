"""Everything for one workshop in one folder: what is in it, how many to print, and what is sent."""

from __future__ import annotations

import html
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from genuinely.lessons.reading import LessonDataError, Table
from genuinely.workshop import workshop_slides
from genuinely.workshop.asked import DEVICES, Asked, WorkshopError
from genuinely.workshop.checklists import checklists
from genuinely.workshop.letters import letters
from genuinely.workshop.pack import planned, write_pack, write_run_sheet
from genuinely.workshop.start_page import prints
from genuinely.workshop.texts import text_from

from .pages import headings, parsed, text_of

EVERY = [Asked(90, 25, devices, online, 840) for devices in DEVICES for online in (False, True)]


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("workshop") / "90 minutes"
    write_pack(Asked(90, 25, start=840), folder)
    return folder


def test_every_file_that_is_said_to_be_written_is_there_and_begins_with_the_first_page(tmp_path: Path) -> None:
    files = write_pack(Asked(90, 25), tmp_path / "new" / "folder")
    assert files[0].name == "START-HERE.html"
    assert all(file.stat().st_size > 0 for file in files)
    assert {file for file in (tmp_path / "new" / "folder").rglob("*") if file.is_file()} == set(files)


def test_every_link_of_the_first_page_leads_to_a_file_and_no_page_is_left_out(pack: Path) -> None:
    links = parsed((pack / "START-HERE.html").read_text(encoding="utf-8")).links
    assert all((pack / link).is_file() for link in links)
    beside = {file.name for file in pack.iterdir() if file.is_file()} - {"START-HERE.html"}
    assert beside <= set(links)


def test_what_is_printed_comes_in_the_order_of_the_room_with_a_number_for_everybody() -> None:
    rows = {row.title: row.many for row in prints(planned(Asked(90, 25)))}
    assert rows["Two messages, one open role"] == "12"
    assert rows["What holds one back"] == "25"
    assert list(rows)[-1] == "One message that you mean to send"
    assert rows["One message that you mean to send"] == "25"


def test_where_all_have_devices_a_few_spares_are_printed_and_the_last_sheet_for_everybody() -> None:
    rows = {row.title: row.many for row in prints(planned(Asked(90, 25, "all")))}
    assert rows["Two messages, one open role"] == "5"
    assert rows["One message that you mean to send"] == "25"


def test_in_a_call_handouts_are_attached() -> None:
    rows = {row.title: row.many for row in prints(planned(Asked(90, 25, online=True)))}
    assert rows["Two messages, one open role"] == "attach"


def test_the_handouts_tell_the_minutes_of_this_workshop(pack: Path) -> None:
    activity = next(
        part for part in planned(Asked(90, 25)).parts if part.activity and part.activity.cell == "two-messages"
    )
    page = text_of((pack / "handouts" / "01-two-messages.html").read_text(encoding="utf-8"))
    assert f"{activity.minutes} minutes" in page


def test_every_page_has_a_title_a_language_and_one_first_heading(pack: Path) -> None:
    for file in pack.glob("*.html"):
        page = file.read_text(encoding="utf-8")
        assert '<html lang="en">' in page, file.name
        assert re.search(r"<title>[^<]{5,}</title>", page), file.name
        levels = headings(page)
        assert (levels[0], levels.count(1)) == (1, 1), file.name
        assert all(after - before <= 1 for before, after in pairwise(levels)), file.name


def test_making_it_again_writes_over_it(tmp_path: Path) -> None:
    first = write_run_sheet(Asked(90, 25), tmp_path)
    second = write_run_sheet(Asked(60, 25), tmp_path)
    assert first == second
    assert "60 minutes" in second[0].read_text(encoding="utf-8")


def test_a_folder_that_cannot_be_written_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("tea", encoding="utf-8")
    with pytest.raises(WorkshopError, match=r"Cannot write into .*Choose another folder"):
        write_pack(Asked(90, 25), tmp_path / "file" / "in it")


# Letters and checklists.


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: f"{asked.devices}-{'call' if asked.online else 'room'}")
def test_every_workshop_has_an_invitation_with_an_easy_no_and_a_note_afterwards(asked: Asked) -> None:
    found = {letter.file: letter.text for letter in letters(asked)}
    assert found["invitation.txt"].startswith("Subject: ")
    assert "a no needs no reason" in found["invitation.txt"]
    assert "from 14:00 to 15:30" in found["invitation.txt"]
    assert "afterwards.txt" in found
    assert all("{" not in text for text in found.values())


@pytest.mark.parametrize("devices", ["some", "all"])
def test_whoever_brings_a_laptop_is_told_how_it_gets_the_course_and_that_paper_does_too(devices: str) -> None:
    found = {letter.file: letter.text for letter in letters(Asked(90, 25, devices))}
    assert "python3 course.py lab" in found["set-up.txt"]
    assert "py course.py lab" in found["set-up.txt"]
    assert "paper" in found["set-up.txt"]


def test_without_devices_nobody_is_asked_to_install_anything() -> None:
    assert "set-up.txt" not in {letter.file for letter in letters(Asked(90, 25))}
    in_a_call = {letter.file: letter.text for letter in letters(Asked(90, 25, online=True))}
    assert "Nothing has to be installed" in in_a_call["sheets.txt"]


def test_without_a_start_the_time_is_left_open() -> None:
    assert "at [TIME]" in letters(Asked(90, 25))[0].text


@pytest.mark.parametrize("asked", EVERY, ids=lambda asked: f"{asked.devices}-{'call' if asked.online else 'room'}")
def test_the_checklists_go_from_the_week_before_to_the_evening_after(asked: Asked) -> None:
    found = checklists(asked)
    assert [title for title, _ in found] == ["A week before", "A day before", "An hour before", "During", "After"]
    assert all(len(lines) >= 3 for _, lines in found)


def test_a_list_for_a_room_has_no_line_for_a_call_and_the_other_way_round() -> None:
    room, call = (
        " ".join(line for _, lines in checklists(Asked(90, 25, online=online)) for line in lines)
        for online in (False, True)
    )
    assert "breakout" not in room.lower()
    assert "breakout" in call.lower()
    assert "tables" not in call


@pytest.mark.parametrize(
    ("found", "key", "remedy"),
    [
        ({"text": "Tea for {guests}."}, "text", "{guests} cannot be filled in"),
        ({"text": "Tea {"}, "text", "left open"),
        ({"text": "Tea.", "devices": ["few"]}, "devices", "none, some, all"),
        ({"text": "Tea.", "where": "garden"}, "where", "room, call"),
        ({"text": "Tea.", "when": "room"}, "when", "is not known"),
        ({"text": ""}, "text", "words in quotes"),
    ],
)
def test_a_line_that_does_not_fit_is_refused(found: dict[str, Any], key: str, remedy: str) -> None:
    with pytest.raises(LessonDataError) as refused:
        text_from(Table("checklists.toml", "parts[1].items[1]", found), {"people": 25})
    assert f"checklists.toml: key 'parts[1].items[1].{key}'" in str(refused.value)
    assert remedy in str(refused.value)


# Slides.


def slide_titles(asked: Asked) -> list[str]:
    page = workshop_slides.as_html(planned(asked))
    return [html.unescape(title) for title in re.findall(r'<h[12] id="title-\d+"[^>]*>([^<]*)<', page)]


def test_the_slides_follow_the_run_sheet_step_by_step() -> None:
    asked = Asked(120, 25)
    titles = iter(slide_titles(asked))
    for part in planned(asked).parts:
        if part.activity is not None:
            assert part.activity.title in titles, "in this order"


def test_the_slides_show_the_two_rules_and_each_idea_once() -> None:
    titles = slide_titles(Asked(180, 25))
    for title in (
        "Two rules",
        "An exchange is nothing bad",
        "Be interested in this one person",
        "Make something new together",
    ):
        assert titles.count(title) == 1


def test_the_slides_show_the_clock_of_this_workshop(pack: Path) -> None:
    clocks = re.findall(r'data-minutes="(\d+)"', (pack / "slides.html").read_text(encoding="utf-8"))
    parts = [part for part in planned(Asked(90, 25)).parts if part.kind not in ("arrival", "welcome")]
    assert clocks == [str(part.minutes) for part in parts]
