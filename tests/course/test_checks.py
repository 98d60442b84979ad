"""The checks that a contributor's editor and the commit hooks make."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from small_course import REPOSITORY

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_finds_nothing(check: str) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *CHECKS[check]], cwd=REPOSITORY, capture_output=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_nbstripout_would_change_no_notebook() -> None:
    folders = ("notebooks", "solutions", "exercises")
    notebooks = [
        str(path)
        for folder in folders
        for path in (REPOSITORY / folder).rglob("*.ipynb")
        if "checkpoint" not in path.name
    ]
    assert notebooks
    result = subprocess.run(
        [sys.executable, "-m", "nbstripout", "--verify", "--keep-id", *notebooks], capture_output=True, encoding="utf-8"
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_each_hook_runs_a_program_of_the_environment() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repository["repo"] for repository in hooks] == ["local"]
    locked = (REPOSITORY / "requirements" / "test.txt").read_text(encoding="utf-8")
    for hook in hooks[0]["hooks"]:
        assert hook["language"] == "system"
        *course_py, program = hook["entry"].split()[:4]
        assert course_py == ["python3", "course.py", "tool"]
        assert f"\n{program}==" in locked
