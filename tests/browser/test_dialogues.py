"""A conversation to steer, in JupyterLab: by keyboard alone, in both themes, across a restart."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from browser.axe import violations
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def talk(lab: Lab, name: str) -> Locator:
    """A talk of which nothing is kept yet."""
    (lab.home / "my_work" / "dialogues" / "04-the-no.json").unlink(missing_ok=True)
    lab.open(name, ["from genuinely.lessons import dialogue", 'dialogue("04-the-no")'])
    lab.run(0)
    lab.run(1)
    shown = lab.cell(1).locator(".g-widget")
    expect(shown.get_by_role("log")).to_contain_text("You wrote that you wanted to ask me something.")
    lab.page.wait_for_timeout(300)  # JupyterLab takes the focus back once, after a cell has run
    return shown


def test_the_keyboard_alone_leads_to_an_ending_and_back(lab: Lab) -> None:
    shown = talk(lab, "talk-keys")
    shown.get_by_role("button", name="Could you get me in").focus()
    lab.page.keyboard.press("Enter")
    expect(shown.get_by_role("log")).to_contain_text("As if I had the keys.")
    expect(shown.get_by_role("button", name="But you could put in")).to_be_focused()
    lab.page.keyboard.press("Tab")
    lab.page.keyboard.press("Space")
    expect(shown.get_by_role("log")).to_contain_text("He has had a hard year.")
    shown.get_by_role("button", name="Then don't.").press("Enter")
    expect(shown.get_by_role("log")).to_contain_text("That one can say no to Amadou.")
    expect(shown.get_by_role("log")).to_be_focused()
    shown.get_by_role("button", name="One step back").press("Enter")
    expect(shown.get_by_role("button", name="It would take him two minutes")).to_be_focused()
    shown.get_by_role("button", name="From the beginning").press("Enter")
    expect(shown.get_by_role("button", name="Could you get me in")).to_be_visible()
    expect(shown.get_by_role("button", name="One step back")).to_be_disabled()


def test_it_stands_there_again_after_a_restart(lab: Lab) -> None:
    shown = talk(lab, "talk-restart")
    shown.get_by_role("button", name="Could you get me in").click()
    expect(shown.get_by_role("status")).to_have_text("Kept")
    lab.restart()
    lab.run(0)
    lab.run(1)
    again = lab.cell(1).locator(".g-widget")
    expect(again.get_by_role("log")).to_contain_text("As if I had the keys.")
    expect(again.get_by_role("button", name="But you could put in")).to_be_visible()


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_nothing_is_wrong_with_it_in_either_theme_and_on_a_narrow_page(theme: str, lab: Lab) -> None:
    shown = talk(lab, f"talk-{theme[-4:].strip().lower()}")
    lab.theme(theme)
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": 500, "height": 900})
    assert violations(lab.page, ".g-widget") == []
    heights = shown.get_by_role("button").evaluate_all("all => all.map(e => e.getBoundingClientRect().height)")
    assert min(heights) >= 44
    width, needed = shown.evaluate("e => [e.clientWidth, e.scrollWidth]")
    assert needed <= width
