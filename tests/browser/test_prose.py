"""A learner's message looks like a message, and code like code, in JupyterLab and in Notebook."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import ConsoleMessage, Locator, expect

from browser.colours import contrast, ground, text_and_ground
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

MESSAGE = 'Dear Gergely,\n\nYou said "Clear" in a talk for lawyers, and I was not in time to ask why. ' + "Is it? " * 40
REWRITE = f"%%rewrite coat-rack\n{MESSAGE}"
CODE = 'print("one" in ["one"], 1)'
PROSE = re.compile(r"\bgenuinely-prose\b")


def editor(cell: Locator) -> Locator:
    return cell.locator(".cm-content")


def colours(cell: Locator) -> int:
    """Count the colours of a cell's text, its first line left out where that is the letterhead."""
    words = cell.locator(".cm-line:not(.genuinely-letterhead), .cm-line:not(.genuinely-letterhead) span")
    return len({tuple(text) for text, _ in text_and_ground(words)})


def expect_prose(cell: Locator) -> None:
    expect(cell.locator(".cm-editor")).to_have_class(PROSE)
    expect(editor(cell)).to_have_attribute("spellcheck", "true")
    assert colours(cell) == 1


def expect_code(cell: Locator) -> None:
    expect(cell.locator(".cm-line span").first).to_be_visible()  # Python's colours come a moment after its text
    expect(cell.locator(".cm-editor")).not_to_have_class(PROSE)
    expect(editor(cell)).to_have_attribute("spellcheck", "false")
    assert colours(cell) > 2


def test_a_message_reads_as_prose_and_code_as_code_also_after_a_restart(lab: Lab) -> None:
    others = [f"%%{magic} an-id\n{MESSAGE}" for magic in ("choose", "reflect")]
    lab.open("prose", [CODE, REWRITE, f"\n \n{REWRITE}", "%rewrite_history coat-rack\nprint(1)", *others])
    for _ in range(2):
        for code in (0, 3):
            expect_code(lab.cell(code))
        for message in (1, 2, 4, 5):
            expect_prose(lab.cell(message))
        lab.restart()


def test_a_cell_changes_with_its_first_line_while_it_is_typed(lab: Lab) -> None:
    lab.open("typed", [CODE])
    lab.type_into(0, "%%rewrit\nDid you see it, for one?")
    expect(lab.cell(0).locator(".cm-line span").first).to_be_visible()
    lab.page.keyboard.press("Control+Home")
    lab.page.keyboard.press("End")
    lab.page.keyboard.type("e coat-rack")
    expect_prose(lab.cell(0))
    lab.type_into(0, CODE)
    expect_code(lab.cell(0))


def test_the_editor_adds_nothing_to_what_is_written(lab: Lab) -> None:
    """No closing bracket or quote, and no step to the right below a colon, whatever the learner's settings are."""
    lab.open("added", ["%%rewrite coat-rack\n", ""])
    lab.page.evaluate(
        "jupyterapp.shell.currentWidget.content.widgets.forEach(c => c.editor.setOption('autoClosingBrackets', true))"
    )
    typed = 'Dear Gergely:\nYou said "Clear (and'
    for index in (0, 1):
        editor(lab.cell(index)).click()
        lab.page.keyboard.press("Control+End")
        lab.page.keyboard.type(typed)
    assert lab.source(0) == f"%%rewrite coat-rack\n{typed}"
    assert lab.source(1) != typed


@pytest.mark.parametrize("width", [500, 1280])
def test_a_long_line_wraps_even_where_code_does_not(width: int, lab: Lab) -> None:
    lab.open("wraps", [REWRITE, f"text = {MESSAGE!r}"])
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": width, "height": 900})
    lab.page.evaluate(
        "jupyterapp.shell.currentWidget.content.widgets.forEach(c => c.editor.setOption('lineWrap', false))"
    )
    lab.page.wait_for_timeout(300)
    (shown, needed), (code_shown, code_needed) = (
        lab.cell(index).locator(".cm-scroller").evaluate("e => [e.clientWidth, e.scrollWidth]") for index in (0, 1)
    )
    assert needed <= shown <= code_shown < code_needed


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
def test_the_page_is_readable_in_each_theme(theme: str, lab: Lab) -> None:
    lab.open("readable", [CODE, REWRITE])
    lab.theme(theme)
    for active in (0, 1):  # the ground changes when the cell is written in
        editor(lab.cell(active)).click()
        lab.page.wait_for_timeout(300)
        pairs = text_and_ground(lab.cell(1).locator(".cm-line"))
        assert [(text, under) for text, under in pairs if contrast(text, under) < 4.5] == []
        assert (sum(ground(editor(lab.cell(1)))) < 3 * 128) == ("Dark" in theme)


def test_nothing_is_complained_of_in_the_console(lab: Lab) -> None:
    complaints: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type == "error":
            complaints.append(message.text)

    lab.page.on("console", note)
    lab.open("quiet", [CODE, REWRITE])
    lab.type_into(1, CODE)
    lab.type_into(1, REWRITE)
    expect_prose(lab.cell(1))
    lab.page.remove_listener("console", note)
    assert complaints == []


def test_a_front_end_without_the_modules_gets_no_plugin(lab: Lab) -> None:
    lab.open("without", [CODE])
    plugins = lab.page.evaluate(
        """async () => {
          const ours = window._JUPYTERLAB.genuinely;
          ours.init({});
          return (await ours.get("./extension"))().default;
        }"""
    )
    assert plugins == []


def test_notebook_shows_it_alike(lab: Lab) -> None:
    lab.open("alike", [CODE, REWRITE])
    page = lab.page.context.browser.new_page()  # type: ignore[union-attr]
    page.goto(f"{lab.url}/notebooks/alike.ipynb")
    cells = page.locator(".jp-Notebook .jp-Cell")
    expect(cells).to_have_count(2, timeout=60_000)
    expect_code(cells.nth(0))
    expect_prose(cells.nth(1))
    page.close()
