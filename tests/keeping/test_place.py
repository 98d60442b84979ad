"""Where the learner's own work lies."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from genuinely.keeping import is_grading, work_folder


def assignment(folder: Path, metadata: dict[str, object] | None = None) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    cell = {"cell_type": "code", "metadata": metadata or {"nbgrader": {"grade_id": "a"}}, "source": "", "outputs": []}
    (folder / "ps.ipynb").write_text(json.dumps({"cells": [cell], "nbformat": 4}), encoding="utf-8")
    return folder


def test_the_chosen_home_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path / "mine"))
    assert work_folder() == tmp_path / "mine" / "my_work"


def test_beside_the_nearest_course_upward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = tmp_path / "course"
    (course / "notebooks").mkdir(parents=True)
    (course / "course.py").touch()
    monkeypatch.chdir(course / "notebooks")
    assert work_folder() == course / "my_work"


def test_at_home_without_a_course(home: Path) -> None:
    assert work_folder() == home / "genuinely" / "my_work"


def test_never_beside_an_assignment_s_notebook(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = assignment(tmp_path / "handed out" / "ps2")
    (folder / "course.py").touch()
    monkeypatch.chdir(folder)
    assert work_folder() == home / "genuinely" / "my_work"


def test_never_where_the_chosen_home_is_an_assignment(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GENUINELY_HOME", str(assignment(tmp_path / "ps2") / "below"))
    assert work_folder() == home / "genuinely" / "my_work"


@pytest.mark.parametrize("name", ["exercises", "solutions", "gradebook/submitted/ana"])
def test_never_in_a_course_s_assignment_folders(
    name: str, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "course" / name / "ps2"
    folder.mkdir(parents=True)
    (tmp_path / "course" / "course.py").touch()
    monkeypatch.setenv("GENUINELY_HOME", str(folder))
    assert work_folder() == home / "genuinely" / "my_work"


def test_a_course_s_assignment_uses_the_course_s_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "course.py").touch()
    monkeypatch.chdir(assignment(tmp_path / "exercises" / "ps2"))
    assert work_folder() == tmp_path / "my_work"


def test_a_clone_in_a_folder_called_exercises_is_fine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = tmp_path / "exercises" / "course"
    course.mkdir(parents=True)
    (course / "course.py").touch()
    monkeypatch.chdir(course)
    assert work_folder() == course / "my_work"


def test_a_notebook_that_only_speaks_of_nbgrader_is_no_assignment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assignment(tmp_path, {"tags": ["nbgrader"]})
    (tmp_path / "course.py").touch()
    monkeypatch.chdir(tmp_path)
    assert work_folder() == tmp_path / "my_work"


def test_a_broken_notebook_beside_it_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "course.py").touch()
    (tmp_path / "broken.ipynb").write_bytes(b'{"nbgrader" \xff')
    monkeypatch.chdir(tmp_path)
    assert work_folder() == tmp_path / "my_work"


@pytest.mark.parametrize(
    ("name", "value"),
    [("NBGRADER_EXECUTION", "autograde"), ("NBGRADER_EXECUTION", "validate"), ("NBGRADER_VALIDATING", "1")],
)
def test_nbgrader_at_work_is_seen(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    assert is_grading()


def test_a_learner_at_work_is_not_taken_for_nbgrader() -> None:
    assert not is_grading()


def test_a_stray_assignment_above_the_course_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = assignment(tmp_path / "Downloads") / "course"
    course.mkdir()
    (course / "course.py").touch()
    monkeypatch.chdir(course)
    assert work_folder() == course / "my_work"
