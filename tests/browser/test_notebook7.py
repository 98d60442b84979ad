"""Notebook 7: a lesson's form and an instrument work there as they do in JupyterLab, on the same files."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.axe import violations
from browser.notebook7 import Notebook7

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOAD = "from genuinely.lessons import coupling, reflect"


def shown(notebook: Notebook7, index: int) -> Locator:
    notebook.run(index)
    widget = notebook.cell(index).locator(".g-widget")
    expect(widget.get_by_role("slider").first).to_be_visible()
    notebook.page.wait_for_timeout(300)  # the page takes the focus back once, after a cell has run
    return widget


def kept(notebook: Notebook7, kind: str, name: str) -> Any:
    file = notebook.home / "my_work" / kind / f"{name}.json"
    return json.loads(file.read_text(encoding="utf-8"))["entries"][-1]


def test_a_reflection_is_kept_and_stands_there_again_after_restart_and_reload(notebook: Notebook7) -> None:
    notebook.open("reflecting", [LOAD, "reflect('02-guess')"])
    notebook.run(0)
    form = shown(notebook, 1)
    form.get_by_role("slider").first.focus()
    notebook.page.keyboard.press("ArrowRight")
    expect(form.locator(".g-status")).to_have_text("Kept")
    assert 51 in kept(notebook, "journal", "02-guess")["answers"].values()
    notebook.restart()
    notebook.run(0)
    expect(shown(notebook, 1).get_by_role("slider").first).to_have_value("51")
    notebook.page.reload()
    notebook.wait_until_idle()
    notebook.run(0)
    expect(shown(notebook, 1).get_by_role("slider").first).to_have_value("51")


def test_an_instrument_answers_and_is_kept(notebook: Notebook7) -> None:
    notebook.open("moving", [LOAD, "coupling('there')"])
    notebook.run(0)
    instrument = shown(notebook, 1)
    picture = instrument.get_by_role("img")
    before = picture.get_attribute("aria-label") or ""
    instrument.get_by_label("How strong the link is").focus()
    for _ in range(4):
        notebook.page.keyboard.press("ArrowRight")
    expect(instrument.get_by_text("Add the levels up")).to_be_visible()
    expect(picture).not_to_have_attribute("aria-label", re.compile(re.escape(before)))
    expect(instrument.locator(".g-status")).to_have_text("Kept")
    assert kept(notebook, "instruments", "coupling-there")["values"]["g"] == pytest.approx(0.2)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_axe_finds_nothing_in_either_theme(notebook: Notebook7, theme: str) -> None:
    notebook.open("themes-there", [LOAD, "reflect('02-guess')", "coupling()"])
    notebook.theme(theme)
    notebook.run(0)
    shown(notebook, 1)
    shown(notebook, 2)
    assert violations(notebook.page, ".g-widget") == []
