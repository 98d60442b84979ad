"""The students' copies are what nbgrader makes of the solutions today."""

from __future__ import annotations

from pathlib import Path

import pytest

from .nbgrader import nbgrader, new_course
from .problem_set import ASSIGNMENT, NOTEBOOK, REPOSITORY


@pytest.mark.slow
def test_exercises_have_not_drifted_from_solutions(tmp_path: Path) -> None:
    course = new_course(tmp_path / "course")
    nbgrader("generate_assignment", ASSIGNMENT, "--force", folder=course, home=tmp_path)
    made = (course / "exercises" / ASSIGNMENT / NOTEBOOK).read_text(encoding="utf-8")
    committed = (REPOSITORY / "exercises" / ASSIGNMENT / NOTEBOOK).read_text(encoding="utf-8")
    assert made == committed, f"run: python3 course.py nbgrader generate_assignment {ASSIGNMENT} --force"
