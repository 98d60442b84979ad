"""The studio in Notebook 7: written in, kept, missed when its kernel is gone, and readable in both themes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.axe import violations
from browser.notebook7 import Notebook7
from browser.studio import EXIT, ID, MESSAGE, STUDIO, fresh, kept, shown

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_it_marks_keeps_and_shows_levels(notebook: Notebook7) -> None:
    writing = fresh(notebook, "there")
    writing.area.click()
    notebook.page.keyboard.type("Hi Rafael,\n\nHana here.", delay=10)
    expect(writing.area).to_have_value("Hi Rafael,\n\nHana here.")
    writing.write(MESSAGE)
    expect(writing.root.locator(".g-under mark", has_text=EXIT).first).to_be_attached(timeout=15_000)
    writing.predict()
    expect(writing.root.locator(".g-said-rows")).to_contain_text("The prediction and the checker agree on")
    writing.button("Keep this version").click()
    assert kept(notebook, "messages")[-1]["text"] == MESSAGE
    assert kept(notebook, "desk")[-1]["open"] is True


def test_the_text_stands_there_after_a_restart_and_a_reload(notebook: Notebook7) -> None:
    fresh(notebook, "there-again").write(MESSAGE)
    notebook.open("there-again-2", [STUDIO, f"Studio({ID!r})"])
    notebook.run(0)
    expect(shown(notebook, 1).area).to_have_value(MESSAGE)
    notebook.restart()
    notebook.run(0)
    expect(shown(notebook, 1).area).to_have_value(MESSAGE)
    notebook.page.reload()
    notebook.wait_until_idle()
    notebook.run(0)
    expect(shown(notebook, 1).area).to_have_value(MESSAGE)


def test_a_lost_kernel_is_said_and_what_is_typed_meanwhile_comes_back(notebook: Notebook7) -> None:
    notebook.open("there-lost", [STUDIO, f"Studio({ID!r})"])
    notebook.run(0)
    writing = shown(notebook, 1)
    writing.write("Hi Rafael,")
    notebook.restart()
    expect(writing.status).to_contain_text("Not connected: run the first cell", timeout=6_000)
    writing.area.press_sequentially(" while nobody was there.")
    notebook.run(0)
    again = shown(notebook, 1)
    expect(again.area).to_have_value("Hi Rafael, while nobody was there.")
    expect(again.kept).to_be_attached(timeout=15_000)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing_in_either_theme(notebook: Notebook7, theme: str) -> None:
    writing = fresh(notebook, "there-look")
    notebook.theme(theme)
    writing.write(MESSAGE)
    writing.predict()
    assert violations(notebook.page, ".g-studio") == []
