"""What is made without a widget, in both themes and on paper: axe, contrast, headings."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser import made
from browser.axe import violations
from browser.colours import contrast, text_and_ground
from genuinely.coaching import drafts

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WRITTEN = "xpath=//{}//*[not(self::style or self::script or self::noscript)][text()[normalize-space()]]"
"""Every element in which some text stands, within another."""
OUTPUT, WHOLE = "div[@class='genuinely']", "body"
WHITE = [255.0, 255.0, 255.0]
_LEVELS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")]
  .map((each) => Number(each.ariaLevel ?? each.tagName[1]))"""

every_output = pytest.mark.parametrize("name", made.OUTPUTS)
every_page = pytest.mark.parametrize("name", ["class report", "portfolio", "rating sheet"])


@pytest.fixture(scope="module", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A learner's folder with something of everything in it."""
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("learner")
        patch.setenv("GENUINELY_HOME", str(folder))
        for name in ("NBGRADER_EXECUTION", "NBGRADER_VALIDATING"):
            patch.delenv(name, raising=False)
        drafts.forget()
        made.fill(folder)
        yield folder


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with contextlib.closing(browser.new_page(viewport={"width": 900, "height": 1200})) as page:
        yield page


@pytest.fixture
def whole(name: str, home: Path, tmp_path: Path) -> str:
    """A page that stands alone, as HTML."""
    if name == "class report":
        return made.class_report()
    return made.portfolio() if name == "portfolio" else made.rating_sheet(tmp_path)


def faint(page: Page, within: str) -> list[object]:
    """The texts that do not stand out from their ground, with both colours."""
    found = text_and_ground(page.locator(WRITTEN.format(within)))
    assert found
    return [pair for pair in found if contrast(*pair) < 4.5]


def faint_on_paper(page: Page, within: str) -> list[object]:
    """The texts that would not stand out on white paper, without the grounds, which browsers do not print."""
    page.emulate_media(media="print")
    return [text for text, _ in text_and_ground(page.locator(WRITTEN.format(within))) if contrast(text, WHITE) < 4.5]


@every_output
def test_an_output_can_be_read_in_both_themes_and_on_paper(name: str, page: Page) -> None:
    shown = made.OUTPUTS[name]()
    for light in (True, False):
        page.emulate_media(media="screen", color_scheme="light" if light else "dark")
        page.set_content(made.in_a_notebook(shown, light=light))
        assert faint(page, OUTPUT) == []
        assert violations(page) == []
        assert faint_on_paper(page, OUTPUT) == []


@every_output
def test_the_headings_of_an_output_leave_no_level_out(name: str, page: Page) -> None:
    page.set_content(made.in_a_notebook(made.OUTPUTS[name](), light=True))
    assert leaps(page.evaluate(_LEVELS)) == []


@every_page
def test_a_page_can_be_read_in_both_themes_and_on_paper(name: str, whole: str, page: Page) -> None:
    for theme in ("light", "dark"):
        page.emulate_media(media="screen", color_scheme=theme)
        page.set_content(whole)
        assert faint(page, WHOLE) == []
        assert violations(page, "body") == []
        assert faint_on_paper(page, WHOLE) == []


@every_page
def test_a_page_has_one_title_and_leaves_no_level_out(name: str, whole: str, page: Page) -> None:
    page.set_content(whole)
    levels = page.evaluate(_LEVELS)
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert leaps(levels) == []


@pytest.mark.parametrize("name", ["feedback", "feedback that waits for a person"])
def test_on_paper_a_mark_is_told_by_its_line_and_its_number(name: str, page: Page) -> None:
    """Without colours: each marked word keeps a line below it, and a sign that the key explains."""
    page.emulate_media(media="print")
    page.set_content(made.in_a_notebook(made.OUTPUTS[name](), light=True))
    lines = page.locator("mark").evaluate_all("all => all.map((each) => getComputedStyle(each).textDecorationLine)")
    borders = page.locator("mark").evaluate_all("all => all.map((each) => getComputedStyle(each).borderBottomStyle)")
    assert lines
    assert all("underline" in line or border != "none" for line, border in zip(lines, borders, strict=True))


def leaps(levels: list[int]) -> list[tuple[int, int]]:
    """Where a heading goes down more than one level."""
    assert levels
    return [(above, below) for above, below in pairwise(levels) if below > above + 1]


def test_pictures_have_words() -> None:
    for name, make in made.OUTPUTS.items():
        for picture in re.findall(r"<img[^>]*>", made.html_of(make())):
            assert re.search(r'alt="[^"]{20,}"', picture), name
