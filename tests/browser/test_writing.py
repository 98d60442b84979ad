"""A learner writes in JupyterLab: what they see, and what is still there afterwards."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

from browser.colours import contrast, ground, text_and_ground
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

LOAD = "%load_ext genuinely"
MESSAGE = "Dear Gergely,\n\nI hope this finds you well. Could you name one clause that nobody reads?\n\nBest wishes"
REWRITE = f"%%rewrite coat-rack\n{MESSAGE}"
WIDGET = """from genuinely.coaching.widget import Exercise, esm
class Note(Exercise):
    _esm = esm('''
export default { render: (given) => frame(given, (body, box) => {
  const area = document.createElement("textarea");
  area.value = box.value;
  area.addEventListener("input", () => box.send(area.value));
  area.addEventListener("change", () => box.send(area.value, true));
  body.append(box.label(area, "Your note"), area);
  box.onValue((value) => { area.value = value; });
}) };
''')
Note("What struck you?", "struck-in-the-browser")"""


def test_what_is_written_comes_back_marked(lab: Lab) -> None:
    lab.open("written", [LOAD, "%%rewrite coat-rack\n"])
    lab.run(0)
    lab.type_into(1, REWRITE)
    output = lab.run(1)
    expect(output.get_by_role("region", name=re.compile("Feedback on"))).to_be_visible()
    marked = output.locator("mark").all_inner_texts()
    assert any("I hope this finds you well" in text for text in marked)
    expect(output.get_by_role("table", name=re.compile("would look for"))).to_be_visible()
    assert output.get_by_role("row").count() > 5
    kept = json.loads((lab.home / "my_work" / "messages" / "coat-rack.json").read_text(encoding="utf-8"))
    assert kept["entries"][-1]["text"] == MESSAGE


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_marks_are_readable_as_painted(theme: str, lab: Lab) -> None:
    lab.open("theme", [LOAD, REWRITE])
    lab.theme(theme)
    lab.run(0)
    output = lab.run(1)
    pairs = text_and_ground(output.locator("mark, .g-next p, .g-why, th, .g-total"))
    assert len(pairs) > 5
    assert [(text, under) for text, under in pairs if contrast(text, under) < 4.5] == []
    dark_ground = sum(ground(output.locator(".genuinely"))) < 3 * 128
    assert dark_ground == ("Dark" in theme)


def test_on_a_narrow_page_nothing_sticks_out(lab: Lab) -> None:
    lab.open("narrow", [LOAD, REWRITE, 'show_scenario("coat-rack")'])
    lab.run(0)
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": 500, "height": 900})
    for index in (1, 2):
        ours = lab.run(index).locator(".genuinely").first
        width, needed = ours.evaluate("e => [e.clientWidth, e.scrollWidth]")
        assert width <= 400
        assert needed <= width


def test_after_a_restart_text_and_drafts_are_still_there(lab: Lab) -> None:
    lab.open("restart", [LOAD, REWRITE, "%rewrite_history coat-rack"])
    lab.run(0)
    lab.run(1)
    lab.restart()
    assert lab.source(1) == REWRITE
    lab.run(0)
    history = lab.run(2)
    expect(history.get_by_role("table", name=re.compile("From draft to draft"))).to_be_visible()


def test_a_blank_line_above_is_no_matter(lab: Lab) -> None:
    lab.open("blank", [LOAD, f"\n  \n{REWRITE}"])
    lab.run(0)
    output = lab.run(1)
    expect(output.get_by_role("region", name=re.compile("Feedback on"))).to_be_visible()
    expect(output.get_by_role("note")).to_have_count(0)


def test_a_damaged_first_line_is_read_and_told_of(lab: Lab) -> None:
    lab.open("damaged", [LOAD, f"%rewrite “coat-rack”\n{MESSAGE}", MESSAGE])
    lab.run(0)
    output = lab.run(1)
    expect(output.get_by_role("note")).to_contain_text("The first line was a little damaged")
    expect(output.get_by_role("region", name=re.compile("Feedback on"))).to_be_visible()
    missing = lab.run(2)
    expect(missing.get_by_role("note")).to_contain_text("its first line is missing")
    expect(missing.locator(".jp-RenderedText[data-mime-type*='error']")).to_have_count(0)


def test_what_is_typed_into_a_widget_outlives_kernel_and_page(lab: Lab) -> None:
    lab.open("widget", [LOAD, WIDGET])
    lab.run(0)
    note = lab.run(1).get_by_label("Your note")
    note.fill("The coat rack.")
    expect(lab.cell(1).get_by_role("status")).to_have_text("Kept")
    lab.restart()
    note.fill("The coat rack, while the kernel was new.")
    expect(lab.cell(1).get_by_role("status")).to_contain_text("Not connected: run the first cell")
    again = lab.run(1)
    expect(again.get_by_label("Your note")).to_have_value("The coat rack, while the kernel was new.")
    expect(again.get_by_role("status")).to_have_text("Kept")
    file = lab.home / "my_work" / "journal" / "struck-in-the-browser.json"
    entries = json.loads(file.read_text(encoding="utf-8"))["entries"]
    assert entries[-1]["text"] == "The coat rack, while the kernel was new."


def test_in_a_widget_enter_begins_a_line_and_shift_with_enter_runs_the_cell(lab: Lab) -> None:
    lab.open("lines", [LOAD, WIDGET])
    lab.run(0)
    note = lab.run(1).get_by_label("Your note")
    note.click()
    lab.page.keyboard.press("Control+a")
    lab.page.keyboard.type("One line.\nAnother.")
    expect(note).to_have_value("One line.\nAnother.")
    expect(lab.cell(1).get_by_role("status")).to_have_text("Kept")
    lab.page.keyboard.press("Shift+Enter")
    expect(lab.cell(1).locator(".jp-InputPrompt")).to_have_text("[3]:")
    expect(lab.cell(1).get_by_label("Your note")).to_have_value("One line.\nAnother.")
