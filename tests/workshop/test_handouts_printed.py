"""Handouts in a browser: on A4 and Letter, in both themes, in large print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser.axe import violations
from playwright.sync_api import Browser, Page

from genuinely.lessons.syllabus import lessons
from genuinely.workshop.handouts import write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

A4_WIDTH, A4_HEIGHT = 680, 1009  # what the margins leave of a sheet, in pixels of CSS; Letter is wider and less high
LETTER_HEIGHT = 949
SPILLS = """() => [...document.querySelectorAll("main *")]
  .filter(each => !each.closest("svg") && getComputedStyle(each).display !== "inline")
  .filter(each => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
  .map(each => each.outerHTML.slice(0, 120))"""
TOO_TALL = """most => [...document.querySelectorAll(".whole, blockquote, figure, tr, .box, .strips > *, .squares")]
  .filter(each => each.getBoundingClientRect().height > most).map(each => each.outerHTML.slice(0, 120))"""
LETTERS = """() => [...document.querySelectorAll("main *")]
  .filter(each => !each.closest("svg") && [...each.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .map(each => [each, getComputedStyle(each)])
  .filter(([each, style]) => style.display !== "none" && !each.closest(".screen"))
  .map(([each, style]) => [parseFloat(style.fontSize), style.fontStyle, style.textTransform, each.outerHTML])"""


@pytest.fixture(scope="module", params=["usual", "large"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp(request.param)
    write(place, large=request.param == "large", paper=True)
    return place


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    shown = browser.new_page(viewport={"width": A4_WIDTH, "height": A4_HEIGHT})
    yield shown
    shown.close()


def together(page: Page, folder: Path, begins: str) -> None:
    """Show all handouts whose name begins so, one below the other."""
    files = sorted(file for file in folder.glob("*.html") if file.name.startswith(begins))
    assert files
    texts = [file.read_text(encoding="utf-8") for file in files]
    mains = "".join(re.search(r"<main>(.*)</main>", text, re.DOTALL)[1] for text in texts)  # type: ignore[index]
    page.set_content(re.sub(r"<main>.*</main>", lambda _: f"<main>{mains}</main>", texts[0], flags=re.DOTALL))


@pytest.mark.parametrize("begins", [*(id[:2] for id in lessons()), "rubric", "self-check", "index"])
def test_nothing_is_cut_off_on_a_sheet(begins: str, folder: Path, page: Page) -> None:
    page.emulate_media(media="print")
    together(page, folder, begins)
    assert page.evaluate(SPILLS) == []
    assert page.evaluate(TOO_TALL, LETTER_HEIGHT) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("begins", [*(id[:2] for id in lessons()), "rubric", "self-check", "index"])
def test_nothing_is_wrong_with_it_in_either_theme(begins: str, scheme: str, folder: Path, page: Page) -> None:
    page.emulate_media(media="screen", color_scheme="dark" if scheme == "dark" else "light")
    together(page, folder, begins)
    assert violations(page, "body") == []


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_rubric_is_one_page(paper: str, tmp_path: Path, page: Page) -> None:
    write(tmp_path, ())
    page.emulate_media(media="print")
    page.goto((tmp_path / "rubric.html").as_uri())
    printed = page.pdf(format=paper, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1


@pytest.mark.parametrize("begins", ["02", "rubric", "self-check", "index"])
def test_large_print_is_large_upright_and_in_small_letters(begins: str, tmp_path: Path, page: Page) -> None:
    write(tmp_path, large=True, paper=True)
    page.emulate_media(media="print")
    together(page, tmp_path, begins)
    found = page.evaluate(LETTERS)
    assert found
    assert [html for size, *_, html in found if size < 24 - 0.1] == []  # 18 pt are 24 pixels of CSS
    assert {style for _, style, *_ in found} == {"normal"}
    assert {case for *_, case, _ in found} == {"none"}
