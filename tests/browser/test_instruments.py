"""What holds for every instrument: seen in both themes, used by keyboard alone, told in words, large enough to hit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from browser.axe import violations
from browser.colours import contrast, drawn_text_and_ground, text_and_ground
from browser.instruments import INSTRUMENTS, cell_of, shown
from browser.lab import Lab

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THEMES = ("JupyterLab Light", "JupyterLab Dark")
OPENING, FILLED = 0, 1
TALL = {"width": 1280, "height": 3200}
TEXT = ".g-widget :is(legend, label, p, li, span, summary, button, input[type=text], select, textarea, output, q)"
TARGETS = "textarea, button, select, input[type=text], input[type=range], label.g-option, summary"
CONTROLS = "textarea, button:not([disabled]), select, input"

_SIZES = """all => all.filter((each) => each.checkVisibility())
  .map((each) => [each.textContent || each.type, each.offsetWidth, each.offsetHeight])"""
_VISIBLE = f"""root => [...root.querySelectorAll({CONTROLS!r})]
  .filter((each) => each.checkVisibility())
  .map((each) => (each.type === "radio" ? each.name : each.dataset.seen ??= String(Math.random())))"""
_HERE = """root => {
  const at = document.activeElement;
  if (!root.contains(at)) return null;
  const mark = at.type === "radio" ? at.name : (at.dataset.seen ??= String(Math.random()));
  return [mark, at.type, at.tagName, at.value ?? "", at.checked ?? null, (at.closest("label") ?? at).textContent];
}"""


@dataclass(frozen=True)
class Shown:
    """An instrument in a notebook of its own: as it opens in the first cell, and filled in in the second."""

    name: str
    lab: Lab

    def widget(self, cell: int) -> Locator:
        return self.lab.cell(cell).locator(".g-widget")


@pytest.fixture(scope="module", params=INSTRUMENTS)
def instrument(request: pytest.FixtureRequest, the_lab: Lab) -> Shown:
    name = request.param
    the_lab.open(f"all-{name}", [cell_of(name), cell_of(name, filled=True)])
    the_lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    shown(the_lab, OPENING)
    shown(the_lab, FILLED)
    return Shown(name, the_lab)


def test_axe_finds_nothing_in_either_theme(instrument: Shown, lab: Lab) -> None:
    for theme in THEMES:
        lab.theme(theme)
        assert violations(lab.page, ".g-widget") == [], theme


def test_every_text_stands_out_from_its_ground_in_either_theme(instrument: Shown, lab: Lab) -> None:
    lab.page.set_viewport_size(TALL)
    for theme in THEMES:
        lab.theme(theme)
        texts = lab.page.locator(TEXT).and_(lab.page.locator(":visible"))
        assert [pair for pair in text_and_ground(texts) if contrast(*pair) < 4.5] == [], theme
        for cell in (OPENING, FILLED):
            svg = instrument.widget(cell).locator(".g-picture svg")
            svg.scroll_into_view_if_needed()
            drawn = drawn_text_and_ground(svg)
            assert drawn or cell == OPENING
            assert [each for each in drawn if each[0].strip() and contrast(each[1], each[2]) < 4.5] == [], theme


def test_what_the_picture_shows_is_told_in_words(instrument: Shown, lab: Lab) -> None:
    told = []
    for cell in (OPENING, FILLED):
        picture = instrument.widget(cell).get_by_role("img")
        told.append(picture.get_attribute("aria-label") or "")
        expect(picture.locator("svg")).to_have_attribute("aria-hidden", "true")
    assert all(len(words) > 25 for words in told)
    assert told[OPENING] != told[FILLED]


def test_every_target_is_large_enough(instrument: Shown, lab: Lab) -> None:
    for cell in (OPENING, FILLED):
        targets = instrument.widget(cell).locator(TARGETS)
        sizes = targets.evaluate_all(_SIZES)
        assert sizes
        assert [each for each in sizes if min(each[1:]) < 44] == []


def test_on_a_narrow_page_nothing_sticks_out(instrument: Shown, lab: Lab) -> None:
    lab.page.set_viewport_size({"width": 500, "height": 900})
    for cell in (OPENING, FILLED):
        widget = instrument.widget(cell).element_handle()
        lab.page.wait_for_function("each => each.clientWidth <= 420", arg=widget)  # the page is laid out anew
        width, needed = widget.evaluate("each => [each.clientWidth, each.scrollWidth]")
        assert needed <= width


def test_the_keyboard_reaches_and_moves_every_control(instrument: Shown, lab: Lab) -> None:
    widget = instrument.widget(FILLED)
    widget.locator(CONTROLS).and_(lab.page.locator(":visible")).first.focus()
    reached, moved = _go_through(lab, widget)
    assert set(widget.evaluate(_VISIBLE)) <= set(reached)
    assert moved, "nothing could be moved by keyboard"
    _set_back(lab, widget)


def _set_back(lab: Lab, widget: Locator) -> None:
    reset = widget.get_by_role("button", name="Set everything back")
    reset.focus()
    lab.page.keyboard.press("Enter")
    expect(widget.get_by_role("button", name="Set everything back")).to_be_focused()
    _kept(widget)


def _kept(widget: Locator) -> None:
    expect(widget.locator(".g-status")).to_have_attribute("data-kind", "kept", timeout=20_000)


def test_behind_the_folds_lie_formula_terms_and_sources(instrument: Shown, lab: Lab) -> None:
    widget = instrument.widget(OPENING)
    for fold in widget.locator("details").all():
        fold.locator("summary").focus()
        lab.page.keyboard.press("Enter")
        expect(fold).to_have_attribute("open", "")
    expect(widget.locator(".g-formula").first).to_be_visible()
    expect(widget.locator("dl dt").first).to_be_visible()
    assert widget.locator("details li").count() >= 2
    assert violations(lab.page, ".g-widget") == []


def _go_through(lab: Lab, widget: Locator) -> tuple[list[str], list[str]]:
    """Tab from control to control to the end; return what was reached, and what changed by a key of its own."""
    reached: list[str] = []
    moved: list[str] = []
    for _ in range(120):
        here = widget.evaluate(_HERE)
        if here is None or here[2] == "SUMMARY":
            return reached, moved
        if here[0] not in reached:
            reached.append(here[0])
            if _moves(lab, widget, here):
                moved.append(here[0])
        lab.page.keyboard.press("Tab")
    raise AssertionError("Tab never leaves the instrument")


def _moves(lab: Lab, widget: Locator, here: list[Any]) -> bool:
    """Press the key that moves a control of this kind, and say whether it changed. Buttons are not pressed here."""
    mark, kind, tag, *before = here
    keys = {"range": "ArrowRight", "radio": "ArrowDown", "checkbox": "Space", "text": "w", "textarea": "w"}
    key = "ArrowDown" if tag == "SELECT" else keys.get(kind)
    if key is None:
        return False
    lab.page.keyboard.press(key)
    if kind == "range" and widget.evaluate(_HERE)[3:] == before:
        lab.page.keyboard.press("ArrowLeft")  # it stood at its end
    now = widget.evaluate(_HERE)
    assert now is not None, f"the focus was lost from {before}"
    assert now[0] == mark, f"the focus went from {before} to {now[3:]}"
    if kind == "radio":  # back to where it stood: a view of its own can put other controls away
        _kept(widget)
        lab.page.keyboard.press("ArrowUp")
    if kind in ("radio", "checkbox"):  # these can open and close parts
        _kept(widget)
    return bool(now[3:] != before)
