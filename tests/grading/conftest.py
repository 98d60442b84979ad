"""A course to grade in: its gradebook is made once and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from genuinely.grading.course import Course, find_course

from . import gradebooks
from .problem_set import ASSIGNMENT, NOTEBOOK


@pytest.fixture(scope="session")
def made_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "course"
    gradebooks.new_course(folder)
    return folder


@pytest.fixture(scope="session")
def made_course_of_two(made_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a second notebook, `second`, in the assignment."""
    folder = tmp_path_factory.mktemp("made") / "course"
    shutil.copytree(made_course, folder)
    course = find_course(folder)
    shutil.copy(course.source / ASSIGNMENT / NOTEBOOK, course.source / ASSIGNMENT / "second.ipynb")
    gradebooks.enter(course.db_url, "second")
    return folder


@pytest.fixture
def course_of_two(made_course_of_two: Path, tmp_path: Path) -> Course:
    """A course whose assignment has two notebooks."""
    shutil.copytree(made_course_of_two, tmp_path / "two")
    return find_course(tmp_path / "two")


@pytest.fixture
def course(made_course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course with an empty gradebook of its own, in which nothing of the user's own settings is seen."""
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
    shutil.copytree(made_course, tmp_path / "course")
    return find_course(tmp_path / "course")
