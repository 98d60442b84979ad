"""A page of feedback opened from its file: read in both themes, on a telephone and on paper, and asking for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from grading.gradebooks import COURSE_ID, hand_in, new_course
from grading.problem_set import ASSIGNMENT, SCENARIOS, answered, cell_by_id, reference
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect

from browser.axe import violations
from browser.colours import contrast, text_and_ground
from genuinely.grading.feedback import write_feedback
from genuinely.grading.run import grade_assignment

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BANK, PANEL, SLACK = SCENARIOS
WEAK = "Dear Marcus,\nI study linguistics and would like to work in your field. Can you help me?\nIleana"
TEXT = ":is(h1, h2, h3, p, li, a, mark, sup, td, th, q, caption, .g-text, .g-quiet, .g-why)"


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with everything on it: a weak message, a flagged one, comments, points by hand, lateness."""
    course = new_course(tmp_path_factory.mktemp("feedback") / "course")
    flagged = reference(SLACK).replace("Priyanka", "[Name]", 1)
    notebook = answered({BANK: WEAK, PANEL: reference(PANEL), SLACK: flagged})
    cell_by_id(notebook, "reflection")["source"] = "I choose the note to Renata.\n\nIt names her line."
    hand_in(course, "ada", notebook)
    grade_assignment(course, ASSIGNMENT)
    with Gradebook(course.db_url, COURSE_ID) as book:
        book.find_comment(
            f"rewrite-{BANK}", ASSIGNMENT, ASSIGNMENT, "ada"
        ).manual_comment = "A start.\n\nAsk one thing."
        book.find_grade("reflection", ASSIGNMENT, ASSIGNMENT, "ada").manual_score = 7
        book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "ada").late_submission_penalty = 3
        book.db.commit()
    [(_, page)] = write_feedback(course, ASSIGNMENT).pages
    return page


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    with browser.new_context() as context:
        page = context.new_page()
        page.goto(file.as_uri())
        yield page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_both_themes_axe_finds_nothing_and_text_stands_out(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    assert violations(page, "body") == []
    found = text_and_ground(page.locator(TEXT))
    assert len(found) > 50
    assert min(contrast(text, ground) for text, ground in found) >= 4.5


def test_themes_differ(page: Page) -> None:
    grounds = []
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        grounds += [ground for _, ground in text_and_ground(page.locator("h1"))]
    assert contrast(*grounds) > 10


def test_every_heading_is_a_heading(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("heading", level=2)).to_have_count(
        page.get_by_role("navigation").get_by_role("link").count()
    )
    expect(page.get_by_role("heading", name="Feedback on “When the bot says sorry”", level=3)).to_be_visible()
    expect(page.get_by_role("heading", name="From your instructor", level=3)).to_be_visible()


def test_its_links_lead_to_its_parts_by_keyboard(page: Page) -> None:
    link = page.get_by_role("navigation").get_by_role("link").nth(1)
    link.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#part-2")
    expect(page.locator("#part-2")).to_be_in_viewport()


def test_on_a_telephone_nothing_stands_out_to_the_side(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_on_paper_it_is_light_and_whole(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    [(text, ground)] = text_and_ground(page.locator("h1"))
    assert min(ground) > 240
    assert max(text) < 100
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.locator(".g-rows")).to_have_count(3)
    assert len(page.pdf(format="A4")) > 10_000


def test_it_asks_for_nothing_and_complains_of_nothing(browser: Browser, file: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto(file.as_uri())
        assert asked == [file.as_uri()]
        assert said == []
