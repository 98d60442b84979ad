"""What goes through nbgrader's own exchange: the notebook, and nothing of the learner's own work."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from .nbgrader import environment, nbgrader, new_course, python
from .problem_set import ASSIGNMENT, CHOICE, NOTEBOOK, SCENARIOS, answered, reference, with_choice, write

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="nbgrader has no exchange on Windows"),
]

EARLIER = "A first try that nobody else is meant to see. What do you think of it?"


@pytest.fixture
def exchange(tmp_path: Path) -> Path:
    """An exchange in which the assignment was released."""
    exchange = tmp_path / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    course = new_course(tmp_path / "course")
    shared = f"--Exchange.root={exchange}"
    nbgrader("generate_assignment", ASSIGNMENT, "--force", folder=course, home=tmp_path)
    nbgrader("release_assignment", ASSIGNMENT, shared, folder=course, home=tmp_path)
    return exchange


@pytest.mark.parametrize("beside", ["course.py", "nothing"])
def test_a_submission_holds_nothing_of_my_work(tmp_path: Path, exchange: Path, beside: str) -> None:
    student, home = tmp_path / "student", tmp_path / "student-home"
    student.mkdir()
    home.mkdir()
    if beside == "course.py":
        (student / "course.py").touch()
    shared = (f"--Exchange.root={exchange}", "--course=genuinely")
    nbgrader("fetch_assignment", ASSIGNMENT, *shared, folder=student, home=home)
    for answers in (dict.fromkeys(SCENARIOS, EARLIER), {each: reference(each) for each in SCENARIOS}):
        why = answers[SCENARIOS[0]].splitlines()[-1]
        choice = f"%%choose {CHOICE}\nChoice: A\nWords: what stood against amber\nWhy: {why}"
        write(with_choice(answered(answers), choice), student / ASSIGNMENT)
        run_as_a_learner_does(student / ASSIGNMENT, home)
    kept = student if beside == "course.py" else home / "genuinely"
    drafts = {file.stem: file.read_text(encoding="utf-8") for file in (kept / "my_work").rglob("*.json")}
    assert set(drafts) == {*SCENARIOS, CHOICE}
    assert all(EARLIER in text for text in drafts.values())

    nbgrader("submit", ASSIGNMENT, *shared, "--student=ada", folder=student, home=home)
    [submission] = (exchange / "genuinely" / "inbound").iterdir()
    names = {path.relative_to(submission).as_posix() for path in submission.rglob("*")}
    assert names == {NOTEBOOK, "timestamp.txt", "submission_secret.txt"}
    assert EARLIER not in (submission / NOTEBOOK).read_text(encoding="utf-8")


def test_feedback_goes_back_to_the_one_who_handed_in(tmp_path: Path, exchange: Path) -> None:
    student, home, course = tmp_path / "student", tmp_path / "student-home", tmp_path / "course"
    student.mkdir()
    home.mkdir()
    shared = (f"--Exchange.root={exchange}", "--course=genuinely")
    nbgrader("fetch_assignment", ASSIGNMENT, *shared, folder=student, home=home)
    write(answered({each: reference(each) for each in SCENARIOS}), student / ASSIGNMENT)
    nbgrader("submit", ASSIGNMENT, *shared, "--student=ada", folder=student, home=home)

    nbgrader("collect", ASSIGNMENT, shared[0], folder=course, home=tmp_path)
    for command in ("grade", "feedback"):
        python("-m", "genuinely", command, ASSIGNMENT, folder=course, home=tmp_path)
    nbgrader("release_feedback", ASSIGNMENT, shared[0], folder=course, home=tmp_path)

    nbgrader("fetch_feedback", ASSIGNMENT, *shared, folder=student, home=home)
    [page] = (student / ASSIGNMENT / "feedback").rglob("*.html")
    assert "of 100 points" in page.read_text(encoding="utf-8")


def run_as_a_learner_does(folder: Path, home: Path) -> None:
    """Run every cell where the notebook lies, as JupyterLab would, and save it with its outputs."""
    subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", NOTEBOOK],
        cwd=folder,
        env=environment(home),
        check=True,
        capture_output=True,
    )
