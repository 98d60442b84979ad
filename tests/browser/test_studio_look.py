"""The studio for every eye and hand: both themes, keyboard alone, large targets, a narrow page, and no page at all."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.axe import violations
from browser.colours import contrast, text_and_ground
from browser.lab import Lab
from browser.studio import ASK, EXIT, MESSAGE, SAFE, Writing, fresh
from genuinely.coaching.look import LINES, TONES

pytestmark = [pytest.mark.browser, pytest.mark.slow]

THEMES = ["JupyterLab Light", "JupyterLab Dark"]
TEXT = ".g-studio :is(legend, label, p, span, b, dt, th, td, ins, del, button, select, summary, textarea, li, strong)"
STICKING_OUT = """root => {
  const edge = root.getBoundingClientRect().right;
  return [...root.querySelectorAll("*")]
    .filter(e => e.getBoundingClientRect().right > edge && !e.closest(".g-unseen, .g-scroll"))
    .map(e => e.outerHTML.slice(0, 120));
}"""
MARKS = """(under, kinds) => kinds.map(kind => {
  const mark = document.createElement("mark");
  mark.className = kind;
  mark.dataset.numbers = "1";
  mark.textContent = "words";
  under.append(mark);
  const rgb = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const style = getComputedStyle(mark);
  const found = [
    rgb(style.backgroundColor), rgb(style.textDecorationColor), rgb(getComputedStyle(mark, "::after").color),
    rgb(getComputedStyle(under.parentElement).backgroundColor), rgb(getComputedStyle(under.nextElementSibling).color),
    style.textDecorationStyle, style.textDecorationLine,
  ];
  mark.remove();
  return found;
})"""


def everything_open(lab: Lab, name: str) -> Writing:
    """A studio with marks, levels, help, a comparison, and every fold open."""
    writing = fresh(lab, name)
    writing.write(f"{SAFE}{ASK} I hope this finds you well.")
    writing.button("Keep this version").click()
    writing.write(MESSAGE)
    writing.predict("strong")
    writing.button("What next?").click()
    expect(writing.root.locator(".g-next")).to_be_visible()
    writing.root.locator("summary", has_text="Versions").click()
    writing.button("Show what changed").click()
    expect(writing.root.locator(".g-changes")).to_be_visible()
    writing.root.locator("details").evaluate_all("all => all.forEach(each => { each.open = true; })")
    return writing


@pytest.mark.parametrize("theme", THEMES)
def test_all_text_can_be_read_and_axe_finds_nothing(theme: str, lab: Lab) -> None:
    everything_open(lab, "look")
    lab.theme(theme)
    lab.page.wait_for_timeout(500)  # colours fade from theme to theme
    pairs = text_and_ground(lab.page.locator(TEXT))
    assert len(pairs) > 80
    assert [(text, ground) for text, ground in pairs if contrast(text, ground) < 4.5] == []
    assert violations(lab.page, ".g-studio") == []


@pytest.mark.parametrize("theme", THEMES)
def test_the_prediction_can_be_read_and_axe_finds_nothing(theme: str, lab: Lab) -> None:
    writing = fresh(lab, "look-predicting")
    writing.write(MESSAGE)
    writing.button("Predict, then see how it reads").click()
    lab.theme(theme)
    lab.page.wait_for_timeout(500)
    pairs = text_and_ground(lab.page.locator(TEXT))
    assert [(text, ground) for text, ground in pairs if contrast(text, ground) < 4.5] == []
    assert violations(lab.page, ".g-studio") == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_mark_keeps_its_words_readable_and_its_line_visible(theme: str, lab: Lab) -> None:
    writing = fresh(lab, "marks")
    writing.write(MESSAGE)
    lab.theme(theme)
    lab.page.wait_for_timeout(500)
    kinds = [f"g-{tone} g-{line}" for tone in TONES for line in LINES]
    styles = set()
    for kind, found in zip(kinds, measured(writing, kinds), strict=True):
        tint, line, number, page, ink, pattern, where = found
        assert contrast(ink, tint) >= 4.5, kind
        assert min(contrast(number, page), contrast(number, tint)) >= 4.5, kind
        assert min(contrast(line, page), contrast(line, tint)) >= 3, kind
        assert where == "underline"
        styles.add((kind.split()[1], pattern))
    assert styles == {(f"g-{line}", line) for line in LINES}


def measured(writing: Writing, kinds: list[str]) -> list[Any]:
    return list(writing.root.locator(".g-under").evaluate(MARKS, kinds))


def test_every_target_is_large_enough(lab: Lab) -> None:
    everything_open(lab, "large")
    sizes = lab.page.locator(
        ".g-studio :is(button, select, summary, label.g-option, input[type=file], textarea)"
    ).evaluate_all("all => all.filter(e => e.offsetParent).map(e => [e.textContent, e.getBoundingClientRect().height])")
    assert len(sizes) > 12
    assert [text for text, height in sizes if height < 44] == []


def test_the_keyboard_alone_goes_from_the_first_control_to_the_last(lab: Lab) -> None:
    writing = fresh(lab, "keyboard")
    writing.area.focus()
    lab.page.keyboard.type(f"{SAFE}{ASK} {EXIT}")
    expect(writing.kept).to_be_attached(timeout=15_000)
    go(lab.page, "Keep this version", "Enter")
    expect(writing.root.get_by_text("Kept as version 1.")).to_be_visible()
    go(lab.page, "Copy the text", "Space")
    go(lab.page, "Predict, then see how it reads", "Enter")
    count = writing.root.locator("fieldset").count()
    expect(writing.root.get_by_role("radio").first).to_be_focused()
    for number in range(count):
        lab.page.keyboard.press("Space")
        lab.page.keyboard.press("ArrowRight")
        if number < count - 1:
            lab.page.keyboard.press("Tab")
    assert writing.root.get_by_role("radio", checked=True).count() == count
    go(lab.page, "Show the levels", "Enter")
    expect(writing.root.locator(".g-meters")).to_be_visible(timeout=15_000)
    go(lab.page, "What next?", "Enter")
    expect(writing.root.locator(".g-next")).to_be_visible()
    if writing.root.locator(".g-ladder summary").count():
        go(lab.page, "A nudge", "Enter")
    go(lab.page, "Versions: 1 version is kept.", "Enter")
    go(lab.page, "Show what changed", "Enter")
    expect(writing.root.locator(".g-changes")).to_be_visible()
    go(lab.page, "Where this is kept", "Enter")
    go(lab.page, "Forget the copies in this browser", "Enter")
    expect(writing.root.get_by_text("The copies in this browser are gone.")).to_be_visible()
    lab.page.keyboard.press("Tab")
    assert not lab.page.evaluate("document.activeElement.closest('.g-studio')")


def go(page: Page, name: str, key: str) -> None:
    """Press Tab until the control with this name has the focus, look that it shows, and press the key."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            break
    else:
        raise AssertionError(f"Tab does not lead to {name!r}")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none", f"{name!r} does not show that it has the focus"
    page.keyboard.press(key)


def test_on_a_narrow_page_nothing_sticks_out(lab: Lab) -> None:
    everything_open(lab, "narrow")
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.set_viewport_size({"width": 480, "height": 900})
    root = lab.page.locator(".g-studio")
    assert root.evaluate("e => e.clientWidth") <= 400
    assert root.evaluate(STICKING_OUT) == []


def test_nothing_moves_for_somebody_who_wants_less_motion(lab: Lab) -> None:
    writing = fresh(lab, "still")
    lab.page.emulate_media(reduced_motion="reduce")
    writing.write(MESSAGE)
    writing.predict()
    lasting = lab.page.locator(".g-studio, .g-studio *").evaluate_all(
        "all => all.map(e => getComputedStyle(e).transitionDuration).filter(time => time !== '0s')"
    )
    lab.page.emulate_media(reduced_motion="no-preference")
    assert lasting == []
