"""The instructor's notebook on a class: short, no lesson, and it runs with a class and without one."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from genuinely.cli.bench_grading import rated
from genuinely.grading.course import Course
from genuinely.grading.run import grade_assignment
from genuinely.lessons.syllabus import lessons
from genuinely.scenarios import load_scenario

from . import gradebooks
from .problem_set import ASSIGNMENT, REPOSITORY, SCENARIOS, answered

NOTEBOOK = REPOSITORY / "notebooks" / "90_class_report.ipynb"


def cells() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    return found


def run(folder: Path, home: Path) -> Any:
    """Execute the notebook in the folder `notebooks` of a course, and return it."""
    (folder / "notebooks").mkdir(parents=True)
    shutil.copy(NOTEBOOK, folder / "notebooks")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    client = NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": folder / "notebooks"}}
    )
    own = {
        "GENUINELY_HOME": str(home),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTER_CONFIG_DIR": str(home / "jupyter"),
    }
    client.execute(env={**os.environ, **own})
    return notebook


def told(notebook: Any, id: str) -> str:
    """What a cell shows, as text."""
    [cell] = [cell for cell in notebook.cells if cell.id == id]
    return "\n".join(output.data["text/plain"] for output in cell.outputs if "data" in output)


def test_its_cells_are_few_and_short() -> None:
    assert len(cells()) <= 25
    for cell in cells():
        text = "".join(cell["source"])
        assert len(text.splitlines()) <= 4
        assert len(text.split()) <= 60
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", cell["id"])


def test_it_is_no_lesson() -> None:
    assert NOTEBOOK.stem not in lessons()
    start = (REPOSITORY / "notebooks" / "00_start_here.ipynb").read_text(encoding="utf-8")
    assert NOTEBOOK.stem not in start


@pytest.mark.slow
def test_it_runs_on_a_class(course: Course, tmp_path: Path) -> None:
    messages = rated(REPOSITORY)
    for number in range(6):
        answers = {id: messages[id][(7 * number) % len(messages[id])] for id in SCENARIOS}
        gradebooks.hand_in(course, f"student-{number}", answered(answers))
    first = {"entries": [{"text": load_scenario(SCENARIOS[0]).draft}]}
    added = course.submitted / "student-1" / ASSIGNMENT / f"{SCENARIOS[0]}.json"
    added.write_text(json.dumps(first), encoding="utf-8")
    grade_assignment(course, ASSIGNMENT)
    done = run(course.source.parent, tmp_path / "home")
    assert "6 students" in told(done, "open")
    assert "student-5" in told(done, "points")
    assert "clear_ask" in told(done, "heat-map")
    assert "messages" in told(done, "weaknesses")
    assert f"score-{SCENARIOS[2]}" in told(done, "items")
    assert "total" in told(done, "before")
    [drawn] = [cell for cell in done.cells if cell.id == "own"]
    assert any("image/png" in output.get("data", {}) for output in drawn.outputs)


@pytest.mark.slow
def test_without_a_gradebook_it_says_what_to_do(tmp_path: Path) -> None:
    done = run(tmp_path / "course", tmp_path / "home")
    assert "This page is for instructors" in told(done, "open")
    assert "genuinely grade ps2-interest" in told(done, "open")
    assert "Empty DataFrame" in told(done, "identical")
