"""nbgrader's settings, as nbgrader reads them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url
from traitlets.config.loader import Config, PyFileConfigLoader

from .problem_set import REPOSITORY


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A course in a folder whose name has a blank and a letter that is not ASCII."""
    folder = tmp_path / "my course é"
    folder.mkdir()
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    return folder


@pytest.fixture
def config(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.setenv("PATH", "")
    return PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()


def test_root_is_where_the_file_stands_whatever_the_current_folder(config: Config, folder: Path) -> None:
    assert config.CourseDirectory.root == str(folder.resolve())


def test_solutions_are_the_source_and_exercises_the_release(config: Config) -> None:
    assert config.CourseDirectory.source_directory == "solutions"
    assert config.CourseDirectory.release_directory == "exercises"


def test_all_that_comes_from_students_is_under_gradebook(config: Config) -> None:
    course = config.CourseDirectory
    kept = [course.submitted_directory, course.autograded_directory, course.feedback_directory]
    kept += [course.solution_directory, course.source_with_tests_directory]
    assert all(directory.startswith("gradebook/") for directory in kept)
    assert "gradebook/" in (REPOSITORY / ".gitignore").read_text(encoding="utf-8").splitlines()


def test_database_is_in_the_gradebook_folder_which_is_made(config: Config, folder: Path) -> None:
    database = make_url(config.CourseDirectory.db_url).database
    assert database is not None
    assert Path(database) == folder.resolve() / "gradebook" / "gradebook.db"
    assert "\\" not in config.CourseDirectory.db_url
    assert Path(database).parent.is_dir()


def test_nbgrader_finds_its_helpers_without_an_activated_environment(config: Config) -> None:
    assert shutil.which("alembic", path=os.environ["PATH"])


def test_a_rewrite_is_released_empty(config: Config) -> None:
    assert config.ClearSolutions.code_stub == {"python": ""}
