"""Killed, locked out, without room, without a database: no grade is lost and none is there twice."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from genuinely.grading import gradebook, run
from genuinely.grading.course import Course
from genuinely.grading.report import Report
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError

from .gradebooks import graded_notebook, hand_in, stands, tree
from .handed_in import raw
from .nbgrader import environment
from .problem_set import ASSIGNMENT, NOTEBOOK, SCENARIOS, answered, read, reference

pytestmark = pytest.mark.slow

STRONG = {scenario: reference(scenario) for scenario in SCENARIOS}
WEAK = dict.fromkeys(SCENARIOS, "Hi, can you help me to get into your field?")
STUDENTS = [f"student-{number:02}" for number in range(24)]
KINDS = (answered(STRONG), answered(WEAK), read("exercises"))
SCORE = f"score-{SCENARIOS[0]}"


@pytest.fixture
def full_class(course: Course, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A class of 24 that is written in chunks of 3."""
    monkeypatch.setattr(run, "CHUNK", 3)
    for number, student in enumerate(STUDENTS):
        hand_in(course, student, KINDS[number % 3])
    return course


def database(course: Course) -> Path:
    return Path(course.db_url.removeprefix("sqlite:///"))


def assert_whole(course: Course) -> None:
    """Every student is graded once, in the gradebook and in a file, and alike."""
    found = stands(course)
    assert set(found) == set(STUDENTS)
    for number, student in enumerate(STUDENTS):
        assert found[student] == found[STUDENTS[number % 3]]
        assert graded_notebook(course, student)["cells"] == graded_notebook(course, STUDENTS[number % 3])["cells"]
    assert found[STUDENTS[0]][SCORE][0] != found[STUDENTS[2]][SCORE][0]


# In a process of its own

GRADE = f"""
import resource, sys
from genuinely.grading import run
from genuinely.cli.main import main
run.CHUNK = 3
if len(sys.argv) > 1:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
sys.exit(main(["grade", "{ASSIGNMENT}"]))
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither SIGKILL nor limits to files")


def started(course: Course, *words: str) -> subprocess.Popen[str]:
    folder = course.source.parent
    return subprocess.Popen(
        [sys.executable, "-c", GRADE, *words],
        cwd=folder,
        env=environment(folder.parent),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@posix
def test_killed_at_twenty_moments_nothing_is_lost_or_doubled(full_class: Course) -> None:
    draw = random.Random(7)
    forked = multiprocessing.get_context("fork")  # so that every moment falls into the grading, and not into imports
    began = time.monotonic()
    grade_assignment(full_class, ASSIGNMENT)
    whole = time.monotonic() - began
    killed = 0
    for round_ in range(100):
        for number, student in enumerate(STUDENTS):  # new bytes, so that everything is graded anew
            hand_in(full_class, student, raw(KINDS[number % 3]) + b" " * (1 + (round_ + number) % 2))
        process = forked.Process(target=grade_assignment, args=(full_class, ASSIGNMENT))
        began = time.monotonic()
        process.start()
        process.join(whole * draw.random())
        if process.is_alive():
            killed += 1
            process.kill()
            process.join()
        else:
            whole = min(whole, time.monotonic() - began)
        stands(full_class)  # the gradebook can be read, and holds nothing twice
        for file in full_class.autograded.glob(f"*/{ASSIGNMENT}/*"):
            assert file.name == NOTEBOOK
            assert graded_notebook(full_class, file.parts[-3])["cells"]
        if killed == 20:
            break
    assert killed == 20
    grade_assignment(full_class, ASSIGNMENT)
    assert_whole(full_class)


@posix
@pytest.mark.parametrize("limit", [10_000, 40_000, 160_000])
def test_without_room_nothing_is_written_by_halves(full_class: Course, limit: int) -> None:
    """A limit to the size of files stands for a full disk: the system refuses to write in the middle."""
    process = started(full_class, str(limit))
    _, said = process.communicate()
    if process.returncode:
        assert "Traceback" not in said
        assert "grade again" in said
    found = stands(full_class)
    assert {file.name for file in full_class.autograded.glob(f"*/{ASSIGNMENT}/*")} <= {NOTEBOOK}
    for student in found:
        assert set(found[student].values()) <= {(0.0, False), *stands_of_all(full_class)}
    grade_assignment(full_class, ASSIGNMENT)
    assert_whole(full_class)


def stands_of_all(course: Course) -> set[tuple[float | None, bool]]:
    return {each for grades in stands(course).values() for each in grades.values()}


# In this process


def test_a_gradebook_that_is_held_for_a_moment_is_waited_for(full_class: Course) -> None:
    holding = sqlite3.connect(database(full_class), check_same_thread=False, isolation_level=None)
    holding.execute("BEGIN IMMEDIATE")
    threading.Timer(1.0, lambda: holding.execute("ROLLBACK")).start()
    assert len(grade_assignment(full_class, ASSIGNMENT).graded) == len(STUDENTS)
    holding.close()
    assert_whole(full_class)


def test_a_gradebook_that_is_held_for_long_is_named_and_nothing_is_lost(
    full_class: Course, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gradebook, "PATIENCE", 0.1)
    holding = sqlite3.connect(database(full_class), isolation_level=None)

    def hold(report: Report) -> None:
        if len(report.graded) == 6:
            holding.execute("BEGIN IMMEDIATE")

    with pytest.raises(CourseError, match="Another program holds the gradebook"):
        grade_assignment(full_class, ASSIGNMENT, progress=hold)
    holding.execute("ROLLBACK")
    holding.close()
    assert set(stands(full_class)) == set(STUDENTS[:6])
    assert len(grade_assignment(full_class, ASSIGNMENT).unchanged) == 6
    assert_whole(full_class)


def test_what_a_person_enters_meanwhile_stays(full_class: Course) -> None:
    """As Formgrader does: a transaction of its own between two of ours."""
    grade_assignment(full_class, ASSIGNMENT)
    for student in STUDENTS:
        with (full_class.submitted / student / ASSIGNMENT / NOTEBOOK).open("a", encoding="utf-8") as file:
            file.write(" ")
    person = sqlite3.connect(database(full_class), isolation_level=None)

    def enter(report: Report) -> None:
        person.execute("UPDATE grade SET manual_score = 7, needs_manual_grade = 0")

    grade_assignment(full_class, ASSIGNMENT, progress=enter)
    scores = person.execute("SELECT DISTINCT manual_score FROM grade").fetchall()
    person.close()
    assert scores == [(7.0,)]
    assert_whole_but_for_looks(full_class)


def assert_whole_but_for_looks(course: Course) -> None:
    for number, student in enumerate(STUDENTS):
        found, expected = stands(course)[student], stands(course)[STUDENTS[number % 3]]
        assert {id: score for id, (score, _) in found.items()} == {id: score for id, (score, _) in expected.items()}


@pytest.mark.parametrize("how", ["deleted", "replaced by an empty one"])
def test_a_gradebook_that_is_gone_in_the_middle_is_named_and_nothing_is_lost(full_class: Course, how: str) -> None:
    file, aside = database(full_class), database(full_class).with_name("aside.db")

    def take_away(report: Report) -> None:
        if len(report.graded) == 6:
            shutil.copy(file, aside)
            try:
                file.unlink()
            except PermissionError:  # Windows: what is open cannot be taken away
                assert sys.platform == "win32"
                pytest.skip("this system does not let go of an open file")
            if how != "deleted":
                file.touch()

    with pytest.raises(CourseError, match="is gone"):
        grade_assignment(full_class, ASSIGNMENT, progress=take_away)
    assert len(list(full_class.autograded.glob("student*"))) == 6
    aside.replace(file)
    assert set(stands(full_class)) == set(STUDENTS[:6])
    grade_assignment(full_class, ASSIGNMENT)
    assert_whole(full_class)


def test_a_folder_that_takes_no_files_leaves_the_gradebook_as_it_was(full_class: Course) -> None:
    full_class.autograded.write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(CourseError, match="grade again"):
        grade_assignment(full_class, ASSIGNMENT)
    assert stands(full_class) == {}
    full_class.autograded.unlink()
    grade_assignment(full_class, ASSIGNMENT)
    assert_whole(full_class)


def test_what_a_killed_run_left_behind_is_swept_away_later(full_class: Course) -> None:
    left = full_class.autograded / ".genuinely-left"
    left.mkdir(parents=True)
    (left / "0").touch()
    fresh = full_class.autograded / ".genuinely-fresh"
    fresh.mkdir()
    os.utime(left, (0, 0))
    grade_assignment(full_class, ASSIGNMENT)
    assert not left.exists()
    assert fresh.exists()
    assert not any(name.startswith(".genuinely") for name in tree(full_class.autograded))
