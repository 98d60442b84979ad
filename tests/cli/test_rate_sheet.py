"""The rating page in a real browser: what is given is kept over a reload, and saved as a table that is read back."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from genuinely.cli.rating import table
from genuinely.cli.rating.answers import answers, keep
from genuinely.cli.rating.sheet import sheet
from genuinely.cli.rating.study import Source, Study, make
from genuinely.cli.rating.wording import criteria_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    sources = [
        Source("a", "coat-rack", "Dear Gergely,\nwould you read one page? </script>"),
        Source("b", "jury-question", "Hi Daniel, any help would be great."),
    ]
    return make(tmp_path / "study", sources, "first")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with contextlib.closing(browser.new_page(viewport={"width": 1280, "height": 900})) as page:
        yield page


def opened(page: Page, study: Study) -> None:
    file = study.folder / "anna.html"
    file.write_text(sheet(study, "Anna", answers(study, "Anna"), "anna.csv"), encoding="utf-8")
    page.goto(file.as_uri())


def choose(page: Page, number: int, field: str, value: int) -> None:
    page.locator(f"article[data-number='{number}'] input[data-field='{field}'][value='{value}']").check()


def saved(page: Page, folder: Path) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as a file").click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target.read_text(encoding="utf-8")


def test_what_is_given_is_counted_kept_over_a_reload_and_saved(page: Page, study: Study, tmp_path: Path) -> None:
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    opened(page, study)
    for name in criteria_of(study.items[0].card):
        choose(page, 1, name, 2)
    choose(page, 2, "overall", 4)
    page.locator("article[data-number='2'] textarea").fill('hard; "very",\nhard')
    assert page.locator("#progress").inner_text() == "1 of 2 messages done"
    assert "not in a saved file" in page.locator("#unsaved").inner_text()
    page.reload()
    assert page.locator("#progress").inner_text() == "1 of 2 messages done"
    found = table.read(saved(page, tmp_path), study)
    assert found == {
        1: dict.fromkeys(criteria_of(study.items[0].card), 2),
        2: {"overall": 4, "note": 'hard; "very",\nhard'},
    }
    assert page.locator("#unsaved").inner_text() == ""
    assert troubles == []


def test_what_was_answered_elsewhere_stands_on_the_page(page: Page, study: Study, tmp_path: Path) -> None:
    keep(study, "Anna", 1, {"context": 1, "flags": ["hostile"], "note": "from the terminal"})
    opened(page, study)
    found = table.read(saved(page, tmp_path), study)
    assert found[1] == {"context": 1, "flags": ["hostile"], "note": "from the terminal"}


def test_it_can_be_filled_in_with_the_keyboard(page: Page, study: Study) -> None:
    opened(page, study)
    page.locator("#save").focus()
    page.keyboard.press("Tab")  # to the card, which scrolls
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    assert page.locator("input[type=radio]:checked").first.get_attribute("value") == "1"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
