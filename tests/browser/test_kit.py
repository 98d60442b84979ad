"""Every part of a form in JupyterLab: kept over restart and reload, by keyboard alone, in both themes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.axe import violations
from browser.colours import contrast, text_and_ground
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TESTS = Path(__file__).resolve().parents[1]
LOAD = f"""import sys
sys.path.insert(0, {str(TESTS)!r})
from genuinely.lessons.form_widget import Form
from genuinely.lessons import forget, fresh, journal, portfolio, progress, review
from lessons.kit import tea_form, tea_quiz"""
FORM, QUIZ = "Form(tea_form())", "Form(tea_quiz())"
TEXT = ".g-widget :is(legend, label, p, span, th, button, input[type=text], select, textarea, output, .g-status)"


def shown(lab: Lab, index: int) -> Locator:
    """Run a cell and return the form that it shows."""
    lab.run(index)
    form = lab.cell(index).locator(".g-widget")
    expect(form.get_by_role("group").first).to_be_visible()
    lab.page.wait_for_timeout(300)  # JupyterLab takes the focus back once, after a cell has run
    return form


def kept(lab: Lab, name: str) -> Any:
    file = lab.home / "my_work" / "journal" / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))["entries"][-1]["answers"]


def press(lab: Lab, *keys: str) -> None:
    for key in keys:
        lab.page.keyboard.press(key)


def fill_by_keyboard(lab: Lab, form: Locator) -> None:
    """From the first control to the last with Tab, arrows, Space and letters."""
    form.get_by_label("Why tea?").focus()
    lab.page.keyboard.type("It waits.")
    press(lab, "Tab", "Space", "ArrowDown")  # the second of two options
    press(lab, "Tab", "Tab", "Space")  # the second tick
    press(lab, "Tab", "ArrowRight")  # the scale, from its middle
    press(lab, "Tab", "Tab", "Enter")  # the first thing in order, one down
    press(lab, "Tab", "Tab", "Tab")  # past what stands below, to the button that keeps the order
    press(lab, "Tab")
    lab.page.keyboard.type("Ada")
    press(lab, "Tab", "ArrowDown", "Tab", "Tab")
    lab.page.keyboard.type("Kim")
    press(lab, "Tab", "Tab", "Tab", "Enter")  # past choice and Remove, to the button that adds a row
    lab.page.keyboard.type("Jo")
    press(lab, "Tab", "Tab", "Tab", "Tab")
    lab.page.keyboard.type("scones")
    press(lab, "Enter")  # one more in the same list
    lab.page.keyboard.type("rain")


def test_the_keyboard_goes_through_a_whole_form_and_all_of_it_is_kept(lab: Lab) -> None:
    lab.open("whole-form", [LOAD, FORM])
    lab.run(0)
    form = shown(lab, 1)
    fill_by_keyboard(lab, form)
    expect(form.locator(".g-status")).to_have_text("Kept")
    answers = kept(lab, "00-tea")
    assert answers == {
        "why": "It waits.",
        "kind": "black",
        "with": ["lemon"],
        "hot": 51,
        "steps": ["warm", "boil", "pour"],
        "people": [{"who": "Ada", "drinks": "tea"}, {"who": "Kim", "drinks": ""}, {"who": "Jo", "drinks": ""}],
        "tastes": {"mine": ["scones", "rain"], "theirs": []},
    }
    lab.restart()
    lab.run(0)
    _stands_there(shown(lab, 1))
    lab.page.reload()
    lab.page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=60_000)
    lab.wait_until_idle()
    lab.run(0)
    _stands_there(shown(lab, 1))


def _stands_there(form: Locator) -> None:
    expect(form.get_by_label("Why tea?")).to_have_value("It waits.")
    expect(form.get_by_label("Black")).to_be_checked()
    expect(form.get_by_label("Lemon")).to_be_checked()
    expect(form.get_by_label("How hot?")).to_have_value("51")
    expect(form.locator(".g-order .g-item-text")).to_have_text(["Warm the pot", "Boil water", "Pour it"])
    expect(form.get_by_label("Name, row 3")).to_have_value("Jo")
    expect(form.get_by_label("Drinks, row 1")).to_have_value("tea")
    expect(form.get_by_label("Mine, row 2")).to_have_value("rain")


def test_a_move_in_an_order_is_heard_and_keeps_the_focus(lab: Lab) -> None:
    lab.open("order", [LOAD, FORM])
    lab.run(0)
    form = shown(lab, 1)
    down = form.get_by_role("button", name="Move down: Pour it")
    up = form.get_by_role("button", name="Move up: Pour it")
    while form.locator(".g-order .g-item-text").first.inner_text() != "Pour it":
        up.focus()
        press(lab, "Enter")
    expect(up).to_be_focused()
    expect(form.get_by_text("Pour it: now number 1 of 3")).to_be_attached()
    down.focus()
    press(lab, "ArrowDown")
    expect(form.locator(".g-order .g-item-text").nth(1)).to_have_text("Pour it")
    form.locator(".g-order li").nth(1).drag_to(form.locator(".g-order li").nth(0))
    expect(form.locator(".g-order .g-item-text").first).to_have_text("Pour it")
    expect(form.locator(".g-status")).to_have_text("Kept")
    assert kept(lab, "00-tea")["steps"][0] == "pour"


def test_a_row_taken_away_can_be_brought_back(lab: Lab) -> None:
    lab.open("rows", [LOAD, FORM])
    lab.run(0)
    form = shown(lab, 1)
    people = form.get_by_role("group", name="Who comes?")
    people.get_by_label("Name, row 1").fill("Grace")
    before = people.get_by_role("row").count()
    people.get_by_role("button", name="Remove row 1", exact=True).press("Enter")
    expect(people.get_by_role("row")).to_have_count(before - 1)
    back = people.get_by_role("button", name="Bring it back")
    expect(back).to_be_focused()
    press(lab, "Enter")
    expect(people.get_by_label("Name, row 1")).to_have_value("Grace")


def test_a_quiz_explains_every_kind_of_answer_and_remembers_what_was_compared(lab: Lab) -> None:
    lab.open("quiz", [LOAD, QUIZ])
    lab.run(0)
    form = shown(lab, 1)
    needs = form.get_by_role("group", name="2. What does tea need?")
    needs.get_by_label("Time").check()
    needs.get_by_role("button", name="Compare").click()
    expect(needs.get_by_text("Not one to tick. That is for matcha.")).to_be_visible()
    steps = form.get_by_role("group", name="3. What comes first?")
    steps.get_by_role("button", name="Compare").click()
    expect(steps.locator(".g-reply").first).to_contain_text(re.compile("Yes|Not here"))
    places = form.get_by_role("group", name="4. Where is it drunk?")
    places.get_by_label("Matcha").select_option("Nowhere")
    places.get_by_role("button", name="Compare").click()
    expect(places.get_by_text("Not this one. Somebody drinks it.")).to_be_visible()
    why = form.get_by_role("group", name="5. Why warm the pot?")
    why.get_by_label("Your answer").fill("to keep it hot")
    why.get_by_role("button", name="Compare").click()
    why.get_by_label("So that the water stays hot.").check()
    expect(why.get_by_text("Yes. A cold pot takes ten degrees.")).to_be_visible()
    expect(form.locator(".g-status")).to_have_text("Kept")
    answers = kept(lab, "quiz-tea")
    assert answers["why"] == {"words": "to keep it hot", "nearest": "option-1"}
    assert answers["compared"] == ["needs", "steps", "places", "why"]
    again = shown(lab, 1)
    expect(again.get_by_text("Not one to tick. That is for matcha.")).to_be_visible()
    expect(again.get_by_label("So that the water stays hot.")).to_be_checked()


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_in_both_themes_text_can_be_read_and_axe_finds_nothing(theme: str, lab: Lab) -> None:
    lab.open("themes", [LOAD, FORM, QUIZ, "portfolio()", "fresh()", "forget()", "progress()", "journal()"])
    lab.theme(theme)
    lab.run(0)
    for index in range(1, 6):
        shown(lab, index)
    for index in (6, 7):
        lab.run(index)
    for button in lab.cell(2).get_by_role("button", name="Compare").all():
        button.click()
    pairs = text_and_ground(lab.page.locator(TEXT))
    assert len(pairs) > 60
    assert [(text, under) for text, under in pairs if contrast(text, under) < 4.5] == []
    assert violations(lab.page) == []


def test_every_target_is_large_enough(lab: Lab) -> None:
    lab.open("targets", [LOAD, FORM, QUIZ, "forget()"])
    lab.run(0)
    for index in (1, 2, 3):
        form = shown(lab, index)
        sizes = form.locator("textarea, button:not([hidden]), select, input[type=text], label.g-option").evaluate_all(
            "all => all.map(e => [e.getBoundingClientRect().width, e.getBoundingClientRect().height])"
        )
        assert sizes
        assert min(min(size) for size in sizes) >= 44


def test_on_a_narrow_page_nothing_sticks_out(lab: Lab) -> None:
    lab.open("narrow-kit", [LOAD, FORM, QUIZ, "progress()"])
    lab.run(0)
    shown(lab, 1)
    shown(lab, 2)
    lab.run(3)
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": 500, "height": 900})
    for index in (1, 2, 3):
        width, needed = lab.cell(index).locator(".genuinely").first.evaluate("e => [e.clientWidth, e.scrollWidth]")
        assert width <= 400
        assert needed <= width


def test_the_page_on_progress_leads_to_the_heading_where_it_goes_on(lab: Lab) -> None:
    root = TESTS.parent
    (lab.folder / "course.py").touch()
    (lab.folder / "notebooks").mkdir(exist_ok=True)
    page = lab.folder / "notebooks" / "02_genuinely_interested.ipynb"
    page.write_text((root / "notebooks" / page.name).read_text(encoding="utf-8"), encoding="utf-8")
    kept_there = 'from genuinely.keeping import keep\nkeep("journal", "02-guess", {"answers": {"replied": 3}})'
    lab.open("leads", [LOAD, kept_there, "progress()"])
    for index in (0, 1):
        lab.run(index)
    link = lab.run(2).get_by_role("link", name=re.compile("Go on with “5. Common ground"))
    link.click()
    heading = lab.page.get_by_role("heading", name=re.compile("5. Common ground is a staircase"))
    expect(heading).to_be_attached(timeout=30_000)
    # JupyterLab looks for a heading only in a page that is open already.
    lab.page.get_by_role("tab", name="leads.ipynb").first.click()
    link.click()
    expect(heading).to_be_in_viewport(timeout=30_000)


def test_forgetting_takes_the_copies_in_the_browser_with_it(lab: Lab) -> None:
    lab.open("forgetting", [LOAD, FORM, "forget()"])
    lab.run(0)
    form = shown(lab, 1)
    form.get_by_label("Why tea?").fill("It waits for me.")
    expect(form.locator(".g-status")).to_have_text("Kept")
    lab.page.evaluate("localStorage.setItem('genuinely/journal/left-over', '1')")
    task = shown(lab, 2)
    task.get_by_role("button", name="Delete").click()
    expect(task.locator(".g-status")).to_contain_text("nothing is ticked")
    task.get_by_label("Reflections").check()
    task.get_by_label("Yes, delete").check()
    task.get_by_role("button", name="Delete").click()
    expect(task.locator(".g-status")).to_contain_text("Deleted for good")
    assert not (lab.home / "my_work" / "journal").exists()
    assert lab.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('genuinely/'))") == []
