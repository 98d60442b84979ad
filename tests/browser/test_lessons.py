"""A learner answers a lesson's forms in JupyterLab: by keyboard alone, in both themes, across a restart."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Locator, expect

from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOAD = "from genuinely.lessons import answered_requests, plan, quiz, reflect"


def form(lab: Lab, index: int) -> Locator:
    """Run a cell and return the form that it shows."""
    lab.run(index)
    shown = lab.cell(index).locator(".g-widget")
    expect(shown.get_by_role("group").first).to_be_visible()
    lab.page.wait_for_timeout(300)  # JupyterLab takes the focus back once, after a cell has run
    return shown


def test_a_plan_is_kept_and_stands_there_after_a_restart(lab: Lab) -> None:
    lab.open("plan", [LOAD, 'plan("02-plan")'])
    lab.run(0)
    shown = form(lab, 1)
    shown.get_by_label(re.compile("a sign that you can see")).fill("the kettle boils")
    expect(shown.locator(".g-sentence")).to_contain_text("When the kettle boils, I will open the page of …")
    expect(shown.locator(".g-count").first).to_have_text("3 words")
    shown.get_by_label("Write it and leave it in the drafts.").check()
    expect(shown.get_by_role("status")).to_have_text("Kept")
    file = lab.home / "my_work" / "journal" / "02-plan.json"
    answers = json.loads(file.read_text(encoding="utf-8"))["entries"][-1]["answers"]
    assert answers == {"sign": "the kettle boils", "how_far": "draft"}
    lab.restart()
    lab.run(0)
    again = form(lab, 1)
    expect(again.get_by_label(re.compile("a sign that you can see"))).to_have_value("the kettle boils")
    expect(again.get_by_label("Write it and leave it in the drafts.")).to_be_checked()
    expect(again.locator(".g-sentence")).to_contain_text("When the kettle boils")


def test_the_keyboard_alone_is_enough(lab: Lab) -> None:
    """JupyterLab has its own ideas about arrow keys: they fold sections away."""
    lab.open("keys", [LOAD, 'reflect("02-guess")', 'quiz("00-check")', 'answered_requests("02-guess")'])
    lab.run(0)
    slider = form(lab, 1).get_by_label(re.compile("how many replied"))
    slider.focus()
    lab.page.keyboard.press("ArrowLeft")
    lab.page.keyboard.press("ArrowLeft")
    expect(slider).to_have_value("48")
    expect(slider).to_have_attribute("aria-valuetext", "48 of 100")
    questions = form(lab, 2)
    first = questions.get_by_role("radio").first
    first.focus()
    lab.page.keyboard.press("Space")
    lab.page.keyboard.press("ArrowDown")
    expect(questions.get_by_role("radio").nth(1)).to_be_checked()
    expect(questions.locator(".g-reply").first).to_contain_text("Yes. The stars are how bold type is written down.")
    expect(questions.get_by_role("status")).to_have_text("Kept")
    lab.page.keyboard.press("Escape")
    lab.page.keyboard.press("ArrowDown")
    assert lab.page.evaluate("jupyterapp.shell.currentWidget.content.activeCellIndex") == 3
    expect(lab.run(3).get_by_text("Your guess for “replied” was 48")).to_be_visible()


@pytest.mark.parametrize(("theme", "seen"), [("JupyterLab Light", "light"), ("JupyterLab Dark", "dark")])
def test_a_drawing_shows_the_picture_of_its_theme(theme: str, seen: str, lab: Lab) -> None:
    lab.open("drawing", [LOAD, 'answered_requests("02-guess")'])
    lab.theme(theme)
    lab.run(0)
    pictures = lab.run(1).locator("img")
    visible = [picture.get_attribute("class") for picture in pictures.all() if picture.is_visible()]
    assert visible == [f"g-{seen}"]


def test_every_control_is_large_enough_and_has_a_name(lab: Lab) -> None:
    lab.open("sizes", [LOAD, 'reflect("02-swap-test")', 'plan("02-plan")'])
    lab.run(0)
    for index in (1, 2):
        shown = form(lab, index)
        heights = shown.locator("textarea, button, label.g-option").evaluate_all(
            "all => all.map(e => e.getBoundingClientRect().height)"
        )
        assert heights
        assert min(heights) >= 44
        for control in shown.locator("textarea, input").all():
            assert control.evaluate("e => e.labels.length > 0 && e.labels[0].innerText.trim().length > 0")


def test_on_a_narrow_page_nothing_sticks_out(lab: Lab) -> None:
    lab.open("narrow-form", [LOAD, 'reflect("02-kwabena-answers")', 'answered_requests("02-guess")'])
    lab.run(0)
    form(lab, 1)
    lab.run(2)
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": 500, "height": 900})
    for index in (1, 2):
        width, needed = lab.cell(index).locator(".genuinely").first.evaluate("e => [e.clientWidth, e.scrollWidth]")
        assert width <= 400
        assert needed <= width
