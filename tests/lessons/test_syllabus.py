"""The lessons' sections are those of their pages, exercise for exercise."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from genuinely.lessons.reading import LessonDataError, Table
from genuinely.lessons.syllabus import Lesson, lesson, lesson_from, lessons, link, notebook

from .pages import ALL, cells

KEPT_AS = {
    "dialogue": "dialogues/{}",
    "quiz": "journal/quiz-{}",
    "reflect": "journal/{}",
    "plan": "journal/{}",
    "predict": "journal/prediction-{}",
    "rewrite": "messages/{}",
}


def sections_of(page: Path) -> list[tuple[str, list[str]]]:
    """Each heading of the second rank, with what is kept below it; what comes again counts the first time."""
    found: list[tuple[str, list[str]]] = [("", [])]
    seen = set()
    for cell in cells(page):
        if cell.kind == "markdown":
            found += [(title.strip(), []) for title in re.findall(r"^## (.+)$", cell.source, re.MULTILINE)]
            continue
        calls = re.findall(r'^(?:%%)?(\w+)[( ]"?([\w-]+)"?', cell.source, re.MULTILINE)
        for step in (KEPT_AS[verb].format(name) for verb, name in calls if verb in KEPT_AS):
            if step not in seen:
                found[-1][1].append(step)
                seen.add(step)
    return found


def test_every_page_of_the_course_is_told_of() -> None:
    assert [page.stem for page in ALL] == list(lessons())


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_sections_and_exercises_are_those_of_the_page(page: Path) -> None:
    on_the_page = sections_of(page)
    told = [(section.title, list(section.steps)) for section in lessons()[page.stem].sections]
    assert [each for each in told if each[1]] == [each for each in on_the_page if each[1]]
    titles = [title for title, _ in on_the_page]
    assert [title for title, _ in told] == [title for title in titles if title in dict(told)]


@pytest.mark.parametrize("each", lessons().values(), ids=lambda each: each.id)
def test_the_minutes_are_those_that_the_page_promises(each: Lesson) -> None:
    page = next(page for page in ALL if page.stem == each.id)
    promised = re.search(r"About (\d+) minutes", cells(page)[0].source)
    assert each.minutes == (int(promised.group(1)) if promised else 15)


def test_a_lesson_is_found_by_its_number() -> None:
    assert lesson("02") is lesson("02_genuinely_interested")
    with pytest.raises(LessonDataError, match=r"no lesson called '99'.*02_genuinely_interested"):
        lesson("99")


def test_a_page_is_found_from_any_folder_of_the_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "course.py").touch()
    page = tmp_path / "notebooks" / "02_genuinely_interested.ipynb"
    page.touch()
    monkeypatch.chdir(tmp_path / "notebooks")
    assert notebook(lesson("02")) == page
    assert link(page, "4. Guess first") == "02_genuinely_interested.ipynb#4.-Guess-first"
    monkeypatch.chdir(tmp_path)
    assert link(page) == "notebooks/02_genuinely_interested.ipynb"
    assert notebook(lesson("00")) is None


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ('minutes = 3\nsteps = ["quizz 02-recall"]', "sections[1].steps"),
        ('minutes = 3\nsteps = ["quiz"]', "sections[1].steps"),
        ('minutes = 3\nsteps = "quiz 02-recall"', "sections[1].steps"),
        ("minutes = 0", "sections[1].minutes"),
    ],
)
def test_what_does_not_fit_is_refused(section: str, key: str) -> None:
    text = f'title = "Tea"\n[[sections]]\ntitle = "1. Boil"\n{section}'
    with pytest.raises(LessonDataError) as refused:
        lesson_from(Table("09_tea.toml", "", tomllib.loads(text)))
    assert f"09_tea.toml: key '{key}'" in str(refused.value)


def test_a_step_may_name_its_place() -> None:
    text = 'title = "Tea"\n[[sections]]\ntitle = "1. Boil"\nminutes = 1\nsteps = ["instruments/kettle"]'
    assert lesson_from(Table("09_tea.toml", "", tomllib.loads(text))).steps == ("instruments/kettle",)
