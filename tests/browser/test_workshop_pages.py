"""The pages of a pack on the screen, in both themes, and on paper, in black on white."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from browser.axe import violations
from browser.colours import contrast, text_and_ground
from genuinely.workshop.asked import Asked
from genuinely.workshop.pack import write_pack

PAGES = ("START-HERE", "run-sheet", "minute-card", "checklists", "own-message", "slides")
ONE_SHEET = ("minute-card", "own-message")
PAPERS = ("A4", "Letter")


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A short workshop for a few, and the longest for as many as can be, in a call."""
    folder = tmp_path_factory.mktemp("packs")
    write_pack(Asked(90, 25, start=840), folder / "short")
    write_pack(Asked(180, 200, "some", True), folder / "long")
    return folder / "short", folder / "long"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    made = browser.new_page()
    yield made
    made.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_every_text_stands_out(
    name: str, theme: str, packs: tuple[Path, ...], page: Page
) -> None:
    page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    for folder in packs:
        page.goto((folder / f"{name}.html").as_uri())
        assert violations(page, "html") == []
        pairs = text_and_ground(page.locator("main :is(h1, h2, h3, p, li, th, td, dt, dd, a)"))
        assert len(pairs) > 5
        assert min(contrast(text, ground) for text, ground in pairs) >= 4.5


@pytest.mark.parametrize("name", PAGES)
def test_on_paper_it_is_black_on_white_even_for_whoever_has_a_dark_screen(
    name: str, packs: tuple[Path, ...], page: Page
) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto((packs[0] / f"{name}.html").as_uri())
    pairs = text_and_ground(page.locator("main :is(h1, h2, h3, p, li, th, td, dt, dd, a)"))
    assert {tuple(ground) for _, ground in pairs} == {(255, 255, 255)}
    assert all(len(set(text)) == 1 for text, _ in pairs), "a grey has no hue"
    assert min(contrast(text, ground) for text, ground in pairs) >= 7


@pytest.mark.parametrize("name", ONE_SHEET)
def test_what_is_one_sheet_is_one_sheet_however_long_the_workshop(
    name: str, packs: tuple[Path, ...], page: Page
) -> None:
    for folder in packs:
        page.goto((folder / f"{name}.html").as_uri())
        for paper in PAPERS:
            printed = page.pdf(format=paper)
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1, (folder.name, paper)


@pytest.mark.parametrize("name", PAGES)
def test_on_a_telephone_nothing_runs_out_of_the_window(name: str, packs: tuple[Path, ...], page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto((packs[1] / f"{name}.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
