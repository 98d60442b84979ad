"""A problem set of an instructor's own: from a card to a grade, without touching code."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from genuinely.cli.main import main
from genuinely.coaching.problem_sets import load_problem_sets, maximum
from genuinely.grading.course import find_course
from genuinely.grading.own_problem_sets import Plan, make
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError
from genuinely.scenarios import load_scenario
from genuinely.scenarios.making import as_toml

from .gradebooks import stands
from .nbgrader import nbgrader
from .problem_set import REPOSITORY
from .tide_tables import GIVEN, ID, MESSAGE

NAME = "ps9-tides"


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course without assignments and with one card of its own, in which the work goes on."""
    course = tmp_path / "course"
    (course / "solutions").mkdir(parents=True)
    (course / "scenarios").mkdir()
    (course / "scenarios" / f"{ID}.toml").write_text(as_toml(ID, GIVEN), encoding="utf-8")
    shutil.copy(REPOSITORY / "nbgrader_config.py", course)
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
    monkeypatch.chdir(course)
    return course


def test_a_notebook_is_made_with_its_points_and_what_travels_with_it(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new-problem-set", NAME, f"{ID}=20", "coat-rack", "--title", "Tides", "--reflection", "5"]) == 0
    file = own / "solutions" / NAME / f"{NAME}.ipynb"
    assert str(file) in capsys.readouterr().out
    notebook = nbformat.read(file, as_version=4)
    nbformat.validate(notebook)
    points = {
        cell.metadata.nbgrader.grade_id: cell.metadata.nbgrader.points
        for cell in notebook.cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    assert points == {f"score-{ID}": 20, "score-coat-rack": 30, "reflection": 5}
    assert "55 points in all" in notebook.cells[0].source
    assert load_problem_sets()[NAME].title == "Tides"
    assert maximum(ID) == 20
    travelling = {
        path.relative_to(file.parent).as_posix() for path in file.parent.rglob("*") if path.is_file() and path != file
    }
    assert travelling == {f"scenarios/{ID}.toml", f"scenarios/problem_sets/{NAME}.toml"}


def test_what_is_there_stays_and_its_copies_are_made_anew(own: Path) -> None:
    plan = Plan(NAME, "Tides", {ID: 30.0})
    course = find_course(own)
    make(course, plan)
    notebook = own / "solutions" / NAME / f"{NAME}.ipynb"
    notebook.write_text("{}", encoding="utf-8")
    changed = as_toml(ID, {**GIVEN, "title": "Another title"})
    (own / "scenarios" / f"{ID}.toml").write_text(changed, encoding="utf-8")
    make(course, plan)
    assert notebook.read_text(encoding="utf-8") == "{}"
    assert (own / "solutions" / NAME / "scenarios" / f"{ID}.toml").read_text(encoding="utf-8") == changed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([NAME, "nowhere"], "There is no scenario 'nowhere'"),
        (["ps2-interest", ID], "The course has a problem set"),
        (["../up", ID], "is no name"),
    ],
)
def test_what_cannot_be_made_is_said(
    words: list[str], said: str, own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new-problem-set", *words]) == 1
    assert said in capsys.readouterr().err
    assert list((own / "solutions").iterdir()) == []


@pytest.mark.parametrize("points", ["0", "-1", "nan", "many"])
def test_points_are_a_number_above_zero(points: str, own: Path) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["new-problem-set", NAME, f"{ID}={points}"])
    assert stop.value.code == 2


def test_a_broken_card_is_named_with_what_to_do(own: Path) -> None:
    (own / "scenarios" / f"{ID}.toml").write_text("id = 1", encoding="utf-8")
    with pytest.raises(CourseError, match=f"check-scenario {ID}"):
        make(find_course(own), Plan(NAME, "Tides", {ID: 30.0}))


def with_answer(file: Path, answer: str) -> bytes:
    notebook = json.loads(file.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["metadata"].get("nbgrader", {}).get("grade_id") == f"rewrite-{ID}":
            cell["source"] = f"%%rewrite {ID}\n{answer}"
    return json.dumps(notebook).encode("utf-8")


def seen_points(file: Path) -> float:
    """Run the notebook as its student does, and return the points that it shows."""
    notebook = nbformat.read(file, as_version=4)
    there = {"metadata": {"path": str(file.parent)}}
    own = {"GENUINELY_HOME": str(file.parent), "IPYTHONDIR": str(file.parent / "ipython")}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=there).execute(env={**os.environ, **own})
    [score] = [cell for cell in notebook.cells if cell.id == f"score-{ID}"]
    return float(score.outputs[-1].data["text/plain"])


@pytest.mark.slow
def test_a_card_a_check_a_problem_set_a_release_a_submission_and_a_grade(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check-scenario", ID]) == 0
    assert "like the 94 cards" in capsys.readouterr().out
    assert main(["new-problem-set", NAME, ID]) == 0
    nbgrader("generate_assignment", NAME, folder=own, home=tmp_path / "home")
    released = own / "exercises" / NAME
    assert "an example of a good one" not in (released / f"{NAME}.ipynb").read_text(encoding="utf-8")

    student = tmp_path / "elsewhere"  # who has the assignment, and nothing of the course but the package
    shutil.copytree(released, student)
    (student / f"{NAME}.ipynb").write_bytes(with_answer(student / f"{NAME}.ipynb", MESSAGE))
    monkeypatch.chdir(student)
    assert load_scenario(ID).title == "The tide log"
    assert maximum(ID) == 30
    assert seen_points(student / f"{NAME}.ipynb") > 15
    monkeypatch.chdir(own)

    drive = tmp_path / "drive"
    for who, answer in (("ada", MESSAGE), ("bob", GIVEN["draft"])):
        (drive / who).mkdir(parents=True)
        (drive / who / f"{NAME}.ipynb").write_bytes(with_answer(released / f"{NAME}.ipynb", answer))
    (own / "gradebook" / "roster.csv").write_text("hub name\nada\nbob\n", encoding="utf-8")
    assert main(["collect", str(drive), NAME]) == 0
    report = grade_assignment(find_course(own), NAME)
    assert (sorted(report.graded), report.troubles) == (["ada", "bob"], [])
    grades = stands(find_course(own), assignment=NAME)
    ada, bob = (grades[who][f"score-{ID}"] for who in ("ada", "bob"))
    assert ada[0] is not None
    assert ada[0] > 15
    assert bob == (0.0, True)

    monkeypatch.chdir(own / "solutions")
    (own / "scenarios" / f"{ID}.toml").write_text("id = 1", encoding="utf-8")
    shutil.rmtree(own / "solutions" / NAME / "scenarios")
    assert main(["grade", NAME]) == 1
    assert f"check-scenario {ID}" in capsys.readouterr().err
