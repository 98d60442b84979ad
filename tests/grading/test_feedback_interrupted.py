"""Feedback that is killed, or has no room, or meets a gradebook in use: every page is whole, or is not there."""

from __future__ import annotations

import multiprocessing
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from genuinely.grading import feedback
from genuinely.grading.course import Course
from genuinely.grading.feedback import write_feedback
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError

from .gradebooks import hand_in, tree
from .nbgrader import environment
from .problem_set import ASSIGNMENT, SCENARIOS, answered, read, reference

pytestmark = pytest.mark.slow

STUDENTS = [f"student-{number:02}" for number in range(24)]
KINDS = (answered({scenario: reference(scenario) for scenario in SCENARIOS}), read("exercises"))
KILLED = 10
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither SIGKILL nor limits to files")


@pytest.fixture
def graded(course: Course, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A class of 24, graded, whose pages are written in chunks of 3."""
    monkeypatch.setattr(feedback, "CHUNK", 3)
    for number, student in enumerate(STUDENTS):
        hand_in(course, student, KINDS[number % 2])
    grade_assignment(course, ASSIGNMENT)
    return course


def pages(course: Course) -> dict[str, bytes]:
    """Every file of the students' folders. Fails if a page is not whole."""
    found = {name: text for name, text in tree(course.feedback).items() if not name.startswith(".genuinely-")}
    for name, text in found.items():
        assert name.endswith(f"/{ASSIGNMENT}.html")
        assert text.endswith(b"</html>\n")
    return found


@posix
def test_killed_at_ten_moments_every_page_is_whole(graded: Course) -> None:
    began = time.monotonic()
    write_feedback(graded, ASSIGNMENT)
    whole, expected = time.monotonic() - began, pages(graded)
    draw = random.Random(7)
    forked = multiprocessing.get_context("fork")  # so that every moment falls into the writing, and not into imports
    killed = 0
    for _ in range(100):
        shutil.rmtree(graded.feedback, ignore_errors=True)
        process = forked.Process(target=write_feedback, args=(graded, ASSIGNMENT))
        began = time.monotonic()
        process.start()
        process.join(whole * draw.random())
        if process.is_alive():
            killed += 1
            process.kill()
            process.join()
        else:
            whole = min(whole, time.monotonic() - began)
        if graded.feedback.exists():
            assert pages(graded).items() <= expected.items()
        if killed == KILLED:
            break
    assert killed == KILLED
    write_feedback(graded, ASSIGNMENT)
    assert pages(graded) == expected


WRITE = f"""
import resource, sys
from genuinely.grading import feedback
from genuinely.cli.main import main
feedback.CHUNK = 3
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, resource.RLIM_INFINITY))
sys.exit(main(["feedback", "{ASSIGNMENT}"]))
"""


@posix
def test_without_room_nothing_is_written_by_halves(graded: Course) -> None:
    """A limit to the size of files stands for a full disk: the system refuses to write in the middle."""
    folder = graded.source.parent
    done = subprocess.run(
        [sys.executable, "-c", WRITE],
        cwd=folder,
        env=environment(folder.parent),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "cannot be written to" in done.stderr
    assert "Traceback" not in done.stderr
    assert pages(graded) == {}
    assert write_feedback(graded, ASSIGNMENT).written == STUDENTS


def test_a_gradebook_that_somebody_else_writes_to_can_be_read(graded: Course) -> None:
    database = sqlite3.connect(graded.db_url.removeprefix("sqlite:///"), isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    try:
        assert write_feedback(graded, ASSIGNMENT, STUDENTS[:2]).written == STUDENTS[:2]
    finally:
        database.execute("ROLLBACK")
        database.close()


def test_a_file_that_is_no_gradebook_is_named(graded: Course) -> None:
    Path(graded.db_url.removeprefix("sqlite:///")).write_bytes(b"x" * 5000)
    with pytest.raises(CourseError, match="The gradebook refused"):
        write_feedback(graded, ASSIGNMENT)
    assert not graded.feedback.exists()


def test_without_the_memory_of_assessments_pages_say_the_same(graded: Course) -> None:
    write_feedback(graded, ASSIGNMENT)
    expected = pages(graded)
    shutil.rmtree(graded.feedback)
    (graded.kept / "assessments.db").unlink()
    write_feedback(graded, ASSIGNMENT)
    assert pages(graded) == expected
    assert (graded.kept / "assessments.db").is_file()
