"""Stock nbgrader on a gradebook that `genuinely grade` has written: formgrader, generate_feedback, export."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .attacks import SCRIPT, code_in_an_answer_cell, honest, scripts_in_the_reflection
from .formgrader import formgrader, get
from .nbgrader import environment, nbgrader, new_course
from .problem_set import ASSIGNMENT, SCENARIOS, answered, reference, write

pytestmark = pytest.mark.slow

BANK, PANEL, SLACK = SCENARIOS
STRONG = {scenario: reference(scenario) for scenario in SCENARIOS}
MARKUP = STRONG[SLACK] + f" {SCRIPT}<img src=x onerror=planted()>"


@dataclass(frozen=True)
class Graded:
    """A course graded by `genuinely grade`, with what the command said."""

    course: Path
    home: Path
    said: str
    status: int


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    home = tmp_path_factory.mktemp("home")
    course = new_course(home / "course")
    submitted = course / "gradebook" / "submitted"
    nbgrader("generate_assignment", ASSIGNMENT, "--force", folder=course, home=home)
    write(honest(), submitted / "strong" / ASSIGNMENT)
    write(answered({**STRONG, SLACK: MARKUP}), submitted / "markup" / ASSIGNMENT)
    write(answered({**STRONG, BANK: STRONG[BANK].replace("Mr. Adeyemi", "[Name]")}), submitted / "flagged" / ASSIGNMENT)
    for name, plant in (("reflection", scripts_in_the_reflection), ("code", code_in_an_answer_cell)):
        folder = submitted / name / ASSIGNMENT
        folder.mkdir(parents=True)
        plant(folder, course, "open('trace', 'w')")
    write({"no": "notebook"}, submitted / "broken" / ASSIGNMENT)
    done = subprocess.run(
        [sys.executable, "-m", "genuinely", "grade", ASSIGNMENT, "--workers", "2"],
        cwd=course / "solutions",  # from anywhere inside the course
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    nbgrader("generate_feedback", ASSIGNMENT, folder=course, home=home)
    nbgrader("export", "--to=grades.csv", folder=course, home=home)
    return Graded(course, home, done.stdout, done.returncode)


def test_the_command_says_what_came_of_it(graded: Graded) -> None:
    assert graded.status == 1, graded.said
    assert "5 graded, 0 graded before and unchanged, 1 could not be graded" in graded.said
    assert f"flagged, score-{BANK}: 0 of 28" in graded.said
    assert "broken: The file is not a notebook" in graded.said
    assert "Traceback" not in graded.said


def test_export_has_the_scores(graded: Graded) -> None:
    with (graded.course / "grades.csv").open(encoding="utf-8", newline="") as file:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file) if row["score"]}
    assert scores["strong"] == scores["reflection"] > 60
    assert scores["flagged"] < scores["strong"]


def pages(graded: Graded) -> dict[str, str]:
    folder = graded.course / "gradebook" / "feedback"
    return {page.parts[-3]: page.read_text(encoding="utf-8") for page in folder.glob(f"*/{ASSIGNMENT}/*.html")}


def test_a_feedback_page_shows_rows_points_and_what_waits(graded: Graded) -> None:
    assert set(pages(graded)) == {"strong", "markup", "flagged", "reflection", "code"}
    for page in pages(graded).values():
        assert "of 28 points" in page
    assert "waits for your instructor" in pages(graded)["flagged"]


def test_no_page_has_anything_live_of_a_students(graded: Graded) -> None:
    for page in pages(graded).values():
        assert_nothing_live(page)
    assert "&lt;script&gt;planted" in pages(graded)["markup"]
    assert "planted" in pages(graded)["reflection"]  # as code, in pieces of many colours
    assert not (graded.course / "trace").exists()


def assert_nothing_live(page: str) -> None:
    for live in ("<script>planted", "<img src=x", 'href="javascript:', "onerror=planted()>"):
        assert live not in page


# Formgrader, in a server of its own


@pytest.fixture(scope="module")
def server(graded: Graded) -> Iterator[str]:
    with formgrader(graded.course, graded.home) as address:
        yield address


def test_formgrader_lists_and_shows_every_submission(server: str) -> None:
    listed = json.loads(get(f"{server}/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
    by_student = {entry["student"]: entry for entry in listed}
    assert set(by_student) == {"strong", "markup", "flagged", "reflection", "code"}
    assert by_student["flagged"]["needs_manual_grade"]
    for entry in listed:
        page = get(f"{server}/formgrader/submissions/{entry['id']}")
        assert "of 28 points" in page
        assert_nothing_live(page)
    assert "&lt;script&gt;planted" in get(f"{server}/formgrader/submissions/{by_student['markup']['id']}")


def test_formgrader_shows_why_an_answer_waits(server: str) -> None:
    listed = json.loads(get(f"{server}/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
    [flagged] = [entry["id"] for entry in listed if entry["student"] == "flagged"]
    comments = json.loads(get(f"{server}/formgrader/api/comments?submission_id={flagged}"))
    assert any("waits for your instructor" in (comment["auto_comment"] or "") for comment in comments)
