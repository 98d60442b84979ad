"""The exchange map and the hiring desk: step by step with the keyboard alone, a clock that waits, nothing for axe."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.axe import violations
from browser.colours import contrast, text_and_ground
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOAD = "from genuinely.lessons import exchange_map, hiring_desk"
TEXT = ".g-widget :is(legend, label, p, span, button, input[type=text], textarea, output, summary, li)"
VIEWS = {
    "1 · the inbox": "Your inbox",
    "2 · a name passed on": "Who passes the name on?",
    "3 · what the manager sees": "All who apply",
    "4 · help or choice": "The other way round",
}
"""Each view, and what stands above one of its controls."""
INBOX, PASSED_ON, *_ = VIEWS


def shown(lab: Lab, index: int) -> Locator:
    lab.run(index)
    widget = lab.cell(index).locator(".g-widget")
    expect(widget.locator(".g-picture svg")).to_be_visible()
    lab.page.wait_for_timeout(300)  # JupyterLab takes the focus back once, after a cell has run
    return widget


def kept(lab: Lab, name: str) -> Any:
    file = lab.home / "my_work" / "instruments" / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))["entries"][-1]["values"]


def press(lab: Lab, *keys: str) -> None:
    for key in keys:
        lab.page.keyboard.press(key)


def test_the_keyboard_goes_from_a_friendship_to_the_size_of_an_ask(lab: Lab) -> None:
    lab.open("exchange", [LOAD, "exchange_map()"])
    lab.run(0)
    the_map = shown(lab, 1)
    the_map.get_by_label("1 · a friendship").focus()
    press(lab, "Tab", "Tab", "Tab", "Enter")  # past two of four answers: “both ways” of the first card
    expect(the_map.get_by_text("2 of 6")).to_be_visible()
    for _ in range(4):
        press(lab, "Tab")
    for keys in (("ArrowRight", "ArrowRight"), ("ArrowLeft",), ("ArrowRight",), ("ArrowLeft",)):
        press(lab, "Tab", *keys)
    expect(the_map.get_by_text("Your friendship lies in the shaded quarter")).to_be_visible()
    the_map.get_by_label("1 · a friendship").focus()
    press(lab, "ArrowDown")
    expect(the_map.get_by_label("Their initials")).to_be_visible()
    press(lab, "Tab")
    lab.page.keyboard.type("M. K.")
    press(lab, "Tab")
    lab.page.keyboard.type("somebody who reads with care")
    press(lab, "Tab", "ArrowRight", "Tab", "ArrowRight", "ArrowRight", "ArrowRight")
    expect(the_map.get_by_text("M. K. would have −2")).to_be_visible()
    the_map.get_by_label("2 · their side").focus()
    press(lab, "ArrowDown")
    expect(the_map.get_by_label("What would you ask for?")).to_be_visible()
    press(lab, "Tab")
    lab.page.keyboard.type("twenty minutes")
    press(lab, "Tab", "ArrowRight", "ArrowRight", "ArrowRight", "Tab", "ArrowLeft")
    expect(the_map.get_by_text("M. K. comes off short (−2)")).to_be_visible()
    the_map.get_by_label("3 · your side").focus()
    press(lab, "ArrowDown")
    expect(the_map.get_by_label("How much of it you ask for")).to_be_visible()
    press(lab, "Tab", "Tab", *["ArrowRight"] * 6)
    expect(the_map.get_by_text("Both gain: +1 for you, and for M. K. +1 points")).to_be_visible()
    expect(the_map.locator(".g-status")).to_have_text("Kept")
    values = kept(lab, "exchange")
    assert (values["step"], values["back"], values["you_ask"]) == ("size", 3, "twenty minutes")
    lab.restart()
    lab.run(0)
    again = shown(lab, 1)
    expect(again.get_by_text("Both gain: +1 for you")).to_be_visible()
    again.get_by_label("2 · their side").check()
    expect(again.get_by_label("Their initials")).to_have_value("M. K.")


def test_ones_own_side_stays_closed_until_theirs_is_filled_in(lab: Lab) -> None:
    lab.open("closed", [LOAD, "exchange_map('closed')"])
    lab.run(0)
    the_map = shown(lab, 1)
    the_map.get_by_label("3 · your side").check()
    expect(the_map.get_by_text("This opens when their side is filled in")).to_be_visible()
    expect(the_map.get_by_label("What would you ask for?")).to_be_hidden()
    expect(the_map.get_by_label("Their initials")).to_be_hidden()


def test_what_runs_out_can_be_read_again_and_the_clock_waits_out_of_sight(lab: Lab) -> None:
    lab.open("inbox", [LOAD, "hiring_desk('clock')"])
    lab.run(0)
    desk = shown(lab, 1)
    desk.get_by_role("button", name="Begin").click()
    expect(desk.get_by_text("2 of 8")).to_be_visible(timeout=20_000)
    desk.get_by_label(PASSED_ON).check()
    expect(desk.get_by_role("button", name="Begin", include_hidden=True)).to_be_attached()
    desk.get_by_label(INBOX).check()
    desk.get_by_role("button", name="Without the clock").click()
    for number in range(2, 9):
        expect(desk.get_by_text(f"{number} of 8")).to_be_visible()
        desk.get_by_role("button", name="Leave", exact=True).click()
    expect(desk.get_by_text("Left unread in time: 1.")).to_be_visible()
    expect(desk.get_by_text("Zoltan Fekete: would do this job well.")).to_be_visible()
    desk.get_by_role("button", name="Read those again").click()
    expect(desk.locator(".g-card")).to_be_focused()
    desk.get_by_role("button", name="Invite", exact=True).click()
    expect(desk.get_by_text("Left unread in time")).to_be_hidden()
    expect(desk.locator(".g-status")).to_have_text("Kept")
    assert kept(lab, "hiring-clock")["inbox"]["bastien"] == "invite"


@pytest.mark.parametrize(("motion", "moves"), [("no-preference", True), ("reduce", False)])
def test_the_seconds_count_down_only_for_whoever_likes_motion(lab: Lab, motion: Any, moves: bool) -> None:
    lab.page.emulate_media(reduced_motion=motion)
    lab.open(f"motion-{motion}", [LOAD, f"hiring_desk('{motion}')"])
    lab.run(0)
    desk = shown(lab, 1)
    desk.get_by_role("button", name="Begin").click()
    lab.page.evaluate(
        """() => {
          window.seconds = new Set();
          const look = () => document.querySelectorAll(".g-widget .g-small").forEach((each) => {
            if (/^\\d s$/.test(each.textContent)) window.seconds.add(each.textContent);
          });
          look();
          setInterval(look, 100);
        }"""
    )
    expect(desk.get_by_text("2 of 8")).to_be_visible(timeout=20_000)
    assert (lab.page.evaluate("window.seconds.size") > 1) is moves
    lab.page.emulate_media(reduced_motion="no-preference")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_in_both_themes_text_can_be_read_and_axe_finds_nothing(lab: Lab, theme: str) -> None:
    lab.open("two", [LOAD, "exchange_map()", "hiring_desk('looked-at')"])
    lab.theme(theme)
    lab.run(0)
    shown(lab, 1)
    desk = shown(lab, 2)
    for view, control in VIEWS.items():
        desk.get_by_label(view).check()
        expect(desk.get_by_text(control, exact=True)).to_be_visible()
        pairs = text_and_ground(lab.page.locator(TEXT))
        assert len(pairs) > 30
        assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
        assert violations(lab.page, ".g-widget") == []


def test_on_a_narrow_page_nothing_sticks_out(lab: Lab) -> None:
    lab.open("narrow-desk", [LOAD, "exchange_map()", "hiring_desk('narrow')"])
    lab.run(0)
    shown(lab, 1)
    desk = shown(lab, 2)
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": 500, "height": 900})
    for view, control in VIEWS.items():
        desk.get_by_label(view).check()
        expect(desk.get_by_text(control, exact=True)).to_be_visible()
        for index in (1, 2):
            width, needed = lab.cell(index).locator(".g-widget").evaluate("e => [e.clientWidth, e.scrollWidth]")
            assert needed <= width <= 400
