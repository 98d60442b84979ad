"""The matrix of promises, activities and checks: read from the course, with nothing empty in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.lessons.course_page import Told, table, told
from genuinely.lessons.matrix import Row, promised
from genuinely.lessons.quizzes import banks
from genuinely.lessons.reading import LessonDataError
from genuinely.lessons.syllabus import Table, lesson_from

from .pages import ALL

ROOT = Path(__file__).resolve().parents[2]
LESSONS = told(ROOT)

every_lesson = pytest.mark.parametrize("each", LESSONS, ids=lambda each: each.lesson.id)


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_the_promises_are_those_of_the_page(page: Path) -> None:
    verbs = next(each.lesson.objectives for each in LESSONS if each.lesson.id == page.stem)
    assert [each.verb for each in verbs] == list(promised(page))


@every_lesson
def test_every_promise_has_an_activity_and_a_check(each: Told) -> None:
    for rows in (each.activities, each.checks):
        served = {verb for row in rows for verb in row.serves}
        assert served == set(each.promises)


@every_lesson
def test_every_activity_and_every_check_serves_a_promise(each: Told) -> None:
    assert [row for row in each.rows if not row.serves] == []


def test_every_question_of_every_quiz_checks_a_promise() -> None:
    placed = {question for each in LESSONS for one in each.lesson.objectives for question in one.questions}
    assert placed == {(bank.id, question.name) for bank in banks().values() for question in bank.questions}


@every_lesson
def test_a_lesson_is_followed_by_the_problem_set_of_its_number(each: Told) -> None:
    assert each.problem_set[:3] == ("" if each.lesson.id.startswith("00") else f"ps{int(each.lesson.id[:2])}")
    tasks = [row for row in each.checks if row.kind == "task"]
    assert len(tasks) >= 4 or not each.problem_set


def test_messages_of_a_lesson_count_for_what_their_section_serves() -> None:
    capstone = LESSONS[-1]
    own = [row for row in capstone.rows if row.kind == "own"]
    assert own == [Row("own", "4. Three messages", "", ("written",))] * 3


def test_a_line_between_columns_is_no_column() -> None:
    assert table(["a", "b"], [["1|2", "3"]]).splitlines()[-1] == "| 1&#124;2 | 3 |"


@pytest.mark.parametrize(
    ("key", "value", "remedy"),
    [
        ("questions", ["02-recall tea"], "expected '02-recall' with one of: exchange"),
        ("questions", ["tea boil"], "no quiz called 'tea'"),
        ("criteria", ["politeness"], "expected some of: clear_ask"),
        ("tasks", ["essay"], "expected some of: choice"),
        ("tasks", "choice", "a list of names in quotes"),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_key(key: str, value: object, remedy: str) -> None:
    objective = {"verb": "brewed", key: value}
    found = {"title": "Tea", "objectives": [objective], "sections": [{"title": "1. Boil", "minutes": 1}]}
    with pytest.raises(LessonDataError) as refused:
        lesson_from(Table("09_tea.toml", "", found))
    assert f"09_tea.toml: key 'objectives[1].{key}'" in str(refused.value)
    assert remedy in str(refused.value)
