"""A class of attackers with two honest students among them: nothing runs, nothing leaks, nothing stops the rest,
no mark is gained.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from genuinely.grading.course import Course, find_course
from genuinely.grading.feedback import write_feedback
from genuinely.grading.report import Report
from genuinely.grading.run import grade_assignment

from .attacks import ATTACKS, SCORE, SCRIPT, SECRET, honest
from .gradebooks import hand_in, stands, tree
from .problem_set import ASSIGNMENT, NOTEBOOK, source

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes are not for every user on Windows")


@dataclass(frozen=True)
class Attacked:
    """The class after grading."""

    course: Course
    report: Report
    scores: dict[str, dict[str, tuple[float | None, bool]]]

    @property
    def root(self) -> Path:
        return self.course.source.parent


@pytest.fixture(scope="module")
def attacked(made_course: Path, tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    root = tmp_path_factory.mktemp("attacked") / "course"
    shutil.copytree(made_course, root)
    course = find_course(root)
    (root / "secret.ipynb").write_text(json.dumps({**honest(), "secret": SECRET}), encoding="utf-8")
    code = f"open({str(root / 'trace')!r}, 'w').write('ran')"
    hand_in(course, "ada", honest())
    for name, (plant, _) in ATTACKS.items():
        folder = course.submitted / name / ASSIGNMENT
        folder.mkdir(parents=True)
        plant(folder, root, code)
    hand_in(course, "zoe", honest())
    grade_assignment(course, ASSIGNMENT, only=["ada"])  # what she wrote, and so many others, is assessed once
    return Attacked(course, grade_assignment(course, ASSIGNMENT), stands(course))


def test_the_list_is_long() -> None:
    assert len(ATTACKS) >= 19 + 25


def test_those_before_and_after_are_graded_as_ever(attacked: Attacked) -> None:
    assert attacked.scores["ada"] == attacked.scores["zoe"]
    assert attacked.scores["ada"][SCORE][0] > 20  # type: ignore[operator]
    assert attacked.report.done == len(ATTACKS) + 2


def test_nothing_of_a_students_ran(attacked: Attacked) -> None:
    assert not (attacked.root / "trace").exists()
    assert {path.name for path in attacked.root.iterdir()} - {"__pycache__"} == {
        "gradebook",
        "nbgrader_config.py",
        "secret.ipynb",
        "solutions",
    }


def test_nothing_of_the_instructors_leaked_and_nothing_live_came_through(attacked: Attacked) -> None:
    for name, bytes_ in tree(attacked.course.autograded).items():
        assert SECRET.encode() not in bytes_, name
        notebook = json.loads(bytes_)
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                cell["source"] = ""  # shown as code, letter by letter
        assert SCRIPT not in json.dumps(notebook).replace("\\", ""), name


def test_no_file_but_the_graded_notebook_came_through(attacked: Attacked) -> None:
    names = {Path(name).name for name in tree(attacked.course.autograded)}
    assert names == {NOTEBOOK}
    assert not any(path.is_symlink() for path in attacked.course.autograded.rglob("*"))


def test_the_gradebook_holds_neither_scripts_nor_secrets(attacked: Attacked) -> None:
    database = sqlite3.connect(attacked.course.db_url.removeprefix("sqlite:///"))
    dump = "\n".join(database.iterdump())
    database.close()
    assert SECRET not in dump
    assert "<script" not in dump


@pytest.mark.parametrize("name", [name for name, (_, outcome) in ATTACKS.items() if outcome == "refused"])
def test_it_is_refused_with_cause_and_remedy(attacked: Attacked, name: str) -> None:
    troubles = dict(attacked.report.troubles)
    assert name in troubles
    assert troubles[name].cause.endswith(".")
    assert troubles[name].remedy.endswith(".")
    assert str(troubles[name]).isprintable()
    assert name not in attacked.scores
    assert not (attacked.course.autograded / name).exists()


@pytest.mark.parametrize("name", [name for name, (_, outcome) in ATTACKS.items() if outcome == "honest"])
def test_it_is_graded_by_its_answers_and_no_mark_is_gained_or_lost(attacked: Attacked, name: str) -> None:
    expected = {id: points for id, (points, _) in attacked.scores["ada"].items()}
    assert {id: points for id, (points, _) in attacked.scores[name].items()} == expected


@pytest.mark.parametrize("name", [name for name, (_, outcome) in ATTACKS.items() if outcome == "nothing"])
def test_it_has_no_points_and_bothers_nobody(attacked: Attacked, name: str) -> None:
    assert set(attacked.scores[name].values()) == {(0.0, False)}


@pytest.mark.parametrize("name", [name for name, (_, outcome) in ATTACKS.items() if outcome == "person"])
def test_it_has_no_points_and_waits_for_a_person(attacked: Attacked, name: str) -> None:
    assert attacked.scores[name][SCORE] == (0.0, True)
    assert name in {each.student for each in attacked.report.waiting if each.score.reason}
    others = {id: points for id, (points, _) in attacked.scores[name].items() if id not in (SCORE, "reflection")}
    assert others == {id: points for id, (points, _) in attacked.scores["ada"].items() if id in others}


@pytest.mark.parametrize("name", [name for name, (_, outcome) in ATTACKS.items() if outcome != "refused"])
def test_the_graded_notebook_is_the_instructors(attacked: Attacked, name: str) -> None:
    made = json.loads((attacked.course.autograded / name / ASSIGNMENT / NOTEBOOK).read_text(encoding="utf-8"))
    given = json.loads((attacked.course.autograded / "ada" / ASSIGNMENT / NOTEBOOK).read_text(encoding="utf-8"))
    for cell, expected in zip(made["cells"], given["cells"], strict=True):
        assert {**cell, "source": "", "outputs": []} == {**expected, "source": "", "outputs": []}
        if not cell["id"].startswith(("rewrite-", "choose-", "reflection")):
            assert source(cell) == source(expected)
    assert {**made["metadata"], "genuinely": 0} == {**given["metadata"], "genuinely": 0}


def test_no_page_of_feedback_has_anything_live_or_secret(attacked: Attacked) -> None:
    report = write_feedback(attacked.course, ASSIGNMENT)
    refused = {name for name, (_, outcome) in ATTACKS.items() if outcome == "refused"}
    assert {student for student, _ in report.troubles} == refused
    assert len(report.pages) == len(ATTACKS) + 2 - len(refused)
    for student, file in report.pages:
        page = file.read_text(encoding="utf-8")
        assert SECRET not in page, student
        assert SCRIPT not in page, student
        assert "of 100 points" in page, student
    assert not (attacked.root / "trace").exists()
    shutil.rmtree(attacked.course.feedback)


def test_the_next_run_changes_nothing(attacked: Attacked) -> None:
    before = tree(attacked.course.autograded)
    again = grade_assignment(attacked.course, ASSIGNMENT, workers=2)
    assert again.graded == []
    assert tree(attacked.course.autograded) == before
    assert stands(attacked.course) == attacked.scores
