"""A spoilt page stays as it is, and an untouched one lies beside it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from genuinely.keeping import keep
from genuinely.lessons import fresh, reflect
from genuinely.lessons.fresh_pages import NoFreshPageError, fresh_copy
from genuinely.lessons.syllabus import lesson, lessons

from .pages import FOLDER

PAGE = "02_genuinely_interested.ipynb"
LESSON = lesson("02")


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course without git whose lesson was spoilt, and an installation that has the page as it came."""
    root = tmp_path / "course"
    (root / "notebooks").mkdir(parents=True)
    (root / "course.py").touch()
    (root / "notebooks" / PAGE).write_text("spoilt", encoding="utf-8")
    installed = tmp_path / "venv" / "share" / "genuinely" / "notebooks"
    installed.mkdir(parents=True)
    shutil.copy(FOLDER / PAGE, installed)
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(root / "notebooks")
    return root


def test_an_untouched_page_lies_beside_the_spoilt_one(course: Path) -> None:
    made = fresh_copy(LESSON)
    assert made == course / "notebooks" / "02_genuinely_interested_fresh.ipynb"
    assert made.read_text(encoding="utf-8") == (FOLDER / PAGE).read_text(encoding="utf-8")
    assert (course / "notebooks" / PAGE).read_text(encoding="utf-8") == "spoilt"


@pytest.mark.usefixtures("course")
def test_a_second_one_does_not_replace_the_first() -> None:
    fresh_copy(LESSON).write_text("worked on", encoding="utf-8")
    again = fresh_copy(LESSON)
    assert again.name == "02_genuinely_interested_fresh_2.ipynb"
    assert again.with_name("02_genuinely_interested_fresh.ipynb").read_text(encoding="utf-8") == "worked on"


@pytest.mark.usefixtures("course")
def test_what_was_written_is_kept() -> None:
    keep("journal", "02-plan", {"answers": {"sign": "the kettle"}})
    fresh_copy(LESSON)
    assert reflect("02-plan").value == {"sign": "the kettle"}


def test_git_knows_the_page_of_this_version(course: Path) -> None:
    page = course / "notebooks" / PAGE
    newer = (FOLDER / PAGE).read_text(encoding="utf-8").replace("Genuinely interested", "Genuinely curious", 1)
    page.write_text(newer, encoding="utf-8", newline="\n")
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", "-c", "core.autocrlf=false", "-C", str(course)]
    for words in (["init", "-q"], ["add", "notebooks"], ["commit", "-q", "-m", "newer"]):
        subprocess.run([*git, *words], check=True, capture_output=True)
    page.write_text("spoilt", encoding="utf-8")
    assert fresh_copy(LESSON).read_text(encoding="utf-8") == newer


def test_a_page_that_has_been_run_is_not_passed_off_as_fresh(course: Path, tmp_path: Path) -> None:
    installed = tmp_path / "venv" / "share" / "genuinely" / "notebooks" / PAGE
    cells = [{"cell_type": "code", "source": "1", "outputs": [], "execution_count": 3}]
    installed.write_text(json.dumps({"cells": cells}), encoding="utf-8")
    with pytest.raises(NoFreshPageError, match=f"No untouched copy.*notebooks/{PAGE}"):
        fresh_copy(LESSON)
    assert sorted(file.name for file in (course / "notebooks").iterdir()) == [PAGE]


def test_away_from_the_course_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoFreshPageError, match="The lessons are not here"):
        fresh_copy(LESSON)


def test_the_button_makes_the_copy_and_names_it(course: Path) -> None:
    task = fresh("02")
    assert [button["name"] for button in task.buttons] == [LESSON.id]
    task.pressed = {"number": 1, "button": LESSON.id, "ticked": []}
    assert "02_genuinely_interested_fresh.ipynb lies beside" in task.answered["sentences"][0]
    assert (course / "notebooks" / "02_genuinely_interested_fresh.ipynb").is_file()


@pytest.mark.usefixtures("course")
def test_the_start_page_offers_every_lesson() -> None:
    assert [button["name"] for button in fresh().buttons] == list(lessons())


def test_the_pages_are_installed_beside_the_package() -> None:
    pyproject = (FOLDER.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert '"notebooks" = "share/genuinely/notebooks"' in pyproject
