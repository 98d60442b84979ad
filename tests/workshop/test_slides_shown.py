"""Slides in a browser: nothing spills, keys and clock work, and without a script they are a long page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.axe import violations
from playwright.sync_api import Browser, Page, expect

from genuinely.lessons.syllabus import lessons
from genuinely.workshop.slides import write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROJECTOR = {"width": 1280, "height": 720}
NOW = ".slide.now .stage"
ROOM = f"(() => {{ const s = document.querySelector('{NOW}'); return [s.scrollHeight - s.clientHeight, "
ROOM += "s.scrollWidth - s.clientWidth, Number(s.style.getPropertyValue('--fit'))]; })()"
every_lesson = pytest.mark.parametrize("id", list(lessons()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("slides")
    write(place, lessons())
    return place


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    shown = browser.new_page(viewport=PROJECTOR, color_scheme="light")  # type: ignore[arg-type]
    yield shown
    shown.close()


def address(folder: Path, id: str) -> str:
    return (folder / f"slides-{id}.html").as_uri()


def opened(page: Page, folder: Path, at: int = 1) -> None:
    page.goto(f"{address(folder, '02_genuinely_interested')}#slide-{at}")


def number(page: Page) -> int:
    found = re.search(r"\d+", page.locator(".where").inner_text())
    assert found
    return int(found[0])


@every_lesson
def test_nothing_spills_over_a_slide(id: str, folder: Path, page: Page) -> None:
    page.goto(address(folder, id))
    count = page.locator(".slide").count()
    assert count > 10
    for at in range(1, count + 1):
        down, across, fit = page.evaluate(ROOM)
        assert (down, across) == (0, 0), at
        assert fit >= 0.8, at
        page.keyboard.press("ArrowRight")
    assert number(page) == count


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_lesson
def test_nothing_is_wrong_with_them_in_either_theme(id: str, scheme: str, folder: Path, page: Page) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address(folder, id))
    page.keyboard.press("n")
    assert violations(page, "body") == []
    page.evaluate("document.documentElement.classList.remove('live')")  # all of them, one below the other
    expect(page.locator(".slide").last).to_be_visible()
    assert violations(page, "body") == []


@every_lesson
def test_each_slide_is_printed_on_one_sheet_with_its_notes(id: str, folder: Path, page: Page) -> None:
    page.goto(address(folder, id))
    for paper in ("A4", "Letter"):
        printed = page.pdf(format=paper, prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == page.locator(".slide").count(), paper


def test_the_keys_lead_on_back_and_to_both_ends(folder: Path, page: Page) -> None:
    opened(page, folder)
    of = page.locator(".slide").count()
    for key, at in (("ArrowRight", 2), ("Space", 3), ("PageDown", 4), ("ArrowLeft", 3), ("Shift+Space", 2),
                    ("PageUp", 1), ("ArrowLeft", 1), ("End", of), ("ArrowRight", of), ("Home", 1)):  # fmt: skip
        page.keyboard.press(key)
        assert number(page) == at, key
        expect(page.locator(".slide.now")).to_have_attribute("id", f"slide-{at}")
        expect(page.locator(".slide:visible")).to_have_count(1)


def test_a_click_leads_on_and_at_the_left_back(folder: Path, page: Page) -> None:
    opened(page, folder, 3)
    page.mouse.click(900, 560)
    assert number(page) == 4
    page.mouse.click(60, 560)
    assert number(page) == 3


def test_the_buttons_do_once_what_they_say(folder: Path, page: Page) -> None:
    opened(page, folder)
    page.get_by_role("button", name="Next").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.get_by_role("button", name="Next").press("Space")
    assert number(page) == 2
    page.get_by_role("button", name="Next").press("Enter")
    assert number(page) == 3
    page.get_by_role("button", name="Back").click()
    assert number(page) == 2


def test_the_heading_has_the_focus_so_that_it_is_read_out(folder: Path, page: Page) -> None:
    opened(page, folder)
    page.keyboard.press("ArrowRight")
    expect(page.locator("#title-2")).to_be_focused()


def test_an_address_leads_to_its_slide(folder: Path, page: Page) -> None:
    opened(page, folder, 7)
    assert number(page) == 7
    page.keyboard.press("ArrowRight")
    assert page.url.endswith("#slide-8")


def test_the_notes_fold_out_and_in(folder: Path, page: Page) -> None:
    opened(page, folder, 3)
    notes = page.locator(".slide.now .notes")
    expect(notes).to_be_hidden()
    page.keyboard.press("n")
    expect(notes).to_be_visible()
    expect(page.get_by_role("button", name="Notes")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Notes").click()
    expect(notes).to_be_hidden()


def test_the_theme_changes_by_key(folder: Path, page: Page) -> None:
    opened(page, folder)
    ground = "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.keyboard.press("d")
    assert page.evaluate(ground) != light
    assert violations(page, "body") == []
    page.keyboard.press("d")
    assert page.evaluate(ground) == light


def test_the_clock_runs_down_and_says_so(folder: Path, page: Page) -> None:
    page.clock.install()
    opened(page, folder, 3)
    time = page.locator(".slide.now .time")
    minutes = int(page.locator(".slide.now .clock").get_attribute("data-minutes") or 0)
    assert minutes == 3
    page.keyboard.press("t")
    expect(time).to_have_text("3:00")
    page.clock.run_for(61_000)
    expect(time).to_have_text("1:59")
    page.clock.run_for(60_000)
    expect(page.get_by_role("status")).to_have_text("Minutes left: 1")
    page.clock.run_for(60_000)
    expect(time).to_have_text("Time is up")
    expect(page.get_by_role("status")).to_have_text("Time is up")
    page.get_by_role("button", name="Start again").click()
    expect(time).to_have_text("3:00")
    page.get_by_role("button", name="Stop").click()
    page.clock.run_for(10_000)
    expect(time).to_have_text("3:00")


def test_without_a_script_it_is_a_long_page_with_all_notes(folder: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PROJECTOR)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address(folder, "02_genuinely_interested"))
    for place in (".slide", ".notes"):
        for each in page.locator(place).all():
            assert each.is_visible()
    assert page.locator("button").count() == 0
    context.close()


def test_a_small_window_scrolls_and_can_be_scrolled_by_key(folder: Path, page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 300})
    opened(page, folder, 12)
    stage = page.locator(NOW)
    expect(stage).to_have_attribute("tabindex", "0")
    assert violations(page, "body") == []
