"""Where a learner stands: by the furthest exercise, whatever was passed over."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from genuinely.keeping import keep
from genuinely.lessons import progress
from genuinely.lessons.standing import standing
from genuinely.lessons.syllabus import Lesson, Section, lessons

TEA = Lesson(
    "09_tea",
    "Tea",
    (
        Section("1. Boil", 3, ("journal/boil",)),
        Section("2. Wait", 4, ("journal/one", "journal/two")),
        Section("3. Talk", 5, ()),
        Section("4. Drink", 6, ("messages/sip",)),
    ),
)
NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


@pytest.mark.parametrize(
    ("kept", "goes_on", "left"),
    [
        ([], "1. Boil", 18),
        (["journal/boil"], "2. Wait", 15),
        (["journal/one"], "2. Wait", 15),
        (["journal/two"], "3. Talk", 11),
        (["messages/sip"], None, 0),
        (["journal/other"], "1. Boil", 18),
    ],
)
def test_the_furthest_exercise_says_where_it_goes_on(kept: list[str], goes_on: str | None, left: int) -> None:
    stand = standing(TEA, dict.fromkeys(kept, "2026-03-02T09:00:00"))
    assert (stand.goes_on.title if stand.goes_on else None) == goes_on
    assert stand.minutes_left == left


def test_the_last_day_is_the_latest_of_all_exercises() -> None:
    stand = standing(TEA, {"journal/boil": "2026-03-09T09:00:00", "journal/two": "2026-03-02T09:00:00"})
    assert stand.last == "2026-03-09T09:00:00"


def test_the_page_says_it_in_words_and_leads_on_with_one_link_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(NOTEBOOKS)
    keep("journal", "02-guess", {"answers": {"replied": 20}})
    shown = progress()
    assert "Start here: not begun; about 15 minutes" in shown.plain()
    assert "“4. Guess first”" in shown.plain()
    links = re.findall(r'<a href="([^"]+)" aria-label="([^"]+)"', shown.html())
    assert len(links) == len(lessons())
    assert links[0] == ("00_start_here.ipynb", "Begin: Start here")
    assert (
        "02_genuinely_interested.ipynb#5.-Common-ground-is-a-staircase",
        "Go on with “5. Common ground is a staircase”: 2. Genuinely interested",
    ) in links


def test_what_was_passed_over_leaves_no_mark() -> None:
    keep("journal", "02-plan", {"answers": {"sign": "the kettle"}})
    shown = progress().plain()
    assert f"2. Genuinely interested: at the end, on {date.today().isoformat()}; nothing" in shown
    for word in ("skipped", "missing", "incomplete", "✗"):
        assert word not in shown


def test_a_message_that_two_lessons_ask_for_counts_for_the_first() -> None:
    """The start page's message is looked at once more in the capstone, and does not begin it."""
    keep("messages", "old-classmate-monitoring", {"text": "Hi Rafael"})
    shown = progress().plain()
    assert "5. Capstone: three real messages: not begun" in shown
    assert "Start here: “7. How the feedback works”" in shown


def test_what_is_due_is_counted_with_its_lesson() -> None:
    keep("journal", "quiz-02-recall", {"answers": {"no": "option-1", "practice": "option-2"}})
    tomorrow = date.today() + timedelta(days=1)
    assert "2 questions" in progress(tomorrow).plain()
    assert "review()" in progress(tomorrow).plain()
    assert "No question has to come back today" in progress(date.today()).plain()


def test_away_from_the_course_there_are_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "<a " not in progress().html()


def test_nothing_is_read_while_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("journal", "02-plan", {"answers": {"sign": "the kettle"}})
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert "at the end" not in progress().plain()
