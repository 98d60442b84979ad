"""Stock nbgrader on a gradebook that `genuinely grade` has written: formgrader, generate_feedback, export."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .attacks import SCRIPT, code_in_an_answer_cell, honest, scripts_in_the_reflection
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
    assert f"flagged, score-{BANK}: 0 of 30" in graded.said
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
        assert "of 30 points" in page
    assert "waits for your instructor" in pages(graded)["flagged"]


def test_no_page_has_anything_live_of_a_students(graded: Graded) -> None:
    for page in pages(graded).values():
        assert_nothing_live(page)
    assert "&lt;script&gt;planted" in pages(graded)["markup"]
    assert "&lt;script&gt;planted" in pages(graded)["reflection"]
    assert not (graded.course / "trace").exists()


def assert_nothing_live(page: str) -> None:
    for live in ("<script>planted", "<img src=x", 'href="javascript:', "onerror=planted()>"):
        assert live not in page


# Formgrader, in a server of its own


@pytest.fixture(scope="module")
def formgrader(graded: Graded) -> Iterator[str]:
    """The address of a running formgrader, without its slash."""
    options = ["--no-browser", "--ServerApp.token=", "--ServerApp.password=", "--ServerApp.port=0", "--allow-root"]
    options += ["--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", *options],
        cwd=graded.course,
        env=environment(graded.home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _address(graded.home / "jupyter-runtime")
    finally:
        process.terminate()
        process.wait(30)


def _address(runtime: Path) -> str:
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        for file in runtime.glob("jpserver-*.json"):
            url = str(json.loads(file.read_text(encoding="utf-8"))["url"]).rstrip("/")
            try:
                get(f"{url}/api")
            except (urllib.error.URLError, OSError):
                continue
            return url
        time.sleep(0.2)
    raise AssertionError("the server did not start")


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        text: str = answer.read().decode("utf-8")
        return text


def test_formgrader_lists_and_shows_every_submission(formgrader: str) -> None:
    listed = json.loads(get(f"{formgrader}/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
    by_student = {entry["student"]: entry for entry in listed}
    assert set(by_student) == {"strong", "markup", "flagged", "reflection", "code"}
    assert by_student["flagged"]["needs_manual_grade"]
    for entry in listed:
        page = get(f"{formgrader}/formgrader/submissions/{entry['id']}")
        assert "of 30 points" in page
        assert_nothing_live(page)
    assert "&lt;script&gt;planted" in get(f"{formgrader}/formgrader/submissions/{by_student['markup']['id']}")


def test_formgrader_shows_why_an_answer_waits(formgrader: str) -> None:
    listed = json.loads(get(f"{formgrader}/formgrader/api/submitted_notebooks/{ASSIGNMENT}/{ASSIGNMENT}"))
    [flagged] = [entry["id"] for entry in listed if entry["student"] == "flagged"]
    comments = json.loads(get(f"{formgrader}/formgrader/api/comments?submission_id={flagged}"))
    assert any("waits for your instructor" in (comment["auto_comment"] or "") for comment in comments)
