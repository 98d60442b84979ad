"""The report on a class in a browser: both themes, a narrow window, and paper."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from grading.made_class import full
from playwright.sync_api import Browser, Page

from browser.axe import violations
from browser.colours import contrast, drawn_text_and_ground, ground, text_and_ground
from genuinely.grading.class_report_page import as_html

SCHEMES = ("light", "dark")
SEEN = "h1, h2, p, li, a, th, td, caption, summary, blockquote, q"


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1100, "height": 900}) as context:
        page = context.new_page()
        page.set_content(as_html(full(8)))
        yield page


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing(scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    assert violations(page, "html") == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_text_stands_out_from_its_ground(scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    pairs = text_and_ground(page.locator(SEEN))
    assert len(pairs) > 100
    assert [pair for pair in pairs if contrast(*pair) < 4.5] == []
    pictures = page.locator(".g-picture svg").all()
    assert len(pictures) == 3
    for picture in pictures:
        picture.scroll_into_view_if_needed()
        drawn = [each for each in drawn_text_and_ground(picture) if each[0].strip()]
        assert drawn
        assert [each for each in drawn if contrast(each[1], each[2]) < 4.5] == []


def test_the_themes_differ(page: Page) -> None:
    grounds = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        grounds.append(ground(page.locator("main")))
    assert sum(grounds[0]) > 600
    assert sum(grounds[1]) < 150


def test_on_a_narrow_page_only_tables_are_scrolled(page: Page) -> None:
    page.set_viewport_size({"width": 400, "height": 900})
    width, needed = page.evaluate("() => [document.body.clientWidth, document.body.scrollWidth]")
    page.set_viewport_size({"width": 1100, "height": 900})
    assert needed <= width


def test_on_paper_it_is_light_and_nothing_is_scrolled_away(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    try:
        assert sum(ground(page.locator("main"))) > 600
        assert page.locator("nav").is_hidden()
        page.set_viewport_size({"width": 720, "height": 1000})  # A4 without its margins
        widths = page.locator("tbody th").evaluate_all("all => all.map(each => each.getBoundingClientRect().width)")
        assert min(widths) > 100
        width, needed = page.evaluate("() => [document.body.clientWidth, document.body.scrollWidth]")
        assert needed <= width
        assert page.locator(".g-scroll").first.evaluate("each => getComputedStyle(each).overflowX") == "visible"
    finally:
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 1100, "height": 900})
