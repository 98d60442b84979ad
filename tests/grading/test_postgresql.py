"""The same on a real PostgreSQL, which `pgserver` brings along as a wheel."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from genuinely.grading import run
from genuinely.grading.course import Course
from genuinely.grading.feedback import write_feedback
from genuinely.grading.report import Report
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError

from .gradebooks import COURSE_ID, enter, hand_in, stands
from .problem_set import ASSIGNMENT, SCENARIOS, answered, read, reference

HAS_WHEEL = sys.version_info < (3, 13) and (sys.platform != "linux" or platform.machine() == "x86_64")
"""As pyproject.toml asks for it."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not HAS_WHEEL, reason="pgserver has no wheel for this Python or processor"),
]

STRONG = answered({scenario: reference(scenario) for scenario in SCENARIOS})
SCORE = f"score-{SCENARIOS[0]}"
STUDENTS = [f"student-{number}" for number in range(9)]


class Server:
    """A PostgreSQL server of our own, that can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made = 0
        self.start()

    def start(self) -> None:
        import pgserver

        self._server: Any = pgserver.get_server(self._folder)

    def stop(self) -> None:
        self._server.cleanup()

    def new_database(self) -> str:
        """Return the URL of an empty database."""
        self._made += 1
        name = f"gradebook{self._made}"
        self._server.psql(f"CREATE DATABASE {name};")
        uri: str = self._server.get_uri()
        return uri.replace("postgresql://", "postgresql+psycopg2://", 1).replace("/postgres?", f"/{name}?")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    # Not below pytest's own folder, which is closed to the user that the server runs as where this user is root.
    with tempfile.TemporaryDirectory(prefix="genuinely-", ignore_cleanup_errors=True) as folder:
        server = Server(Path(folder))
        yield server
        server.stop()


@pytest.fixture
def on_postgresql(course: Course, server: Server, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A class of nine with a gradebook in PostgreSQL, written in chunks of 3."""
    monkeypatch.setattr(run, "CHUNK", 3)
    for number, student in enumerate(STUDENTS):
        hand_in(course, student, STRONG if number % 2 else read("exercises"))
    url = server.new_database()
    enter(url)
    return replace(course, db_url=url)


def test_feedback_is_made_of_it(on_postgresql: Course) -> None:
    grade_assignment(on_postgresql, ASSIGNMENT)
    with Gradebook(on_postgresql.db_url, COURSE_ID) as book:
        book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, STUDENTS[1]).manual_score = 12.5
        book.find_comment("reflection", ASSIGNMENT, ASSIGNMENT, STUDENTS[1]).manual_comment = "Well seen."
        book.db.commit()
    report = write_feedback(on_postgresql, ASSIGNMENT)
    assert (report.written, report.troubles) == (STUDENTS, [])
    page = dict(report.pages)[STUDENTS[1]].read_text(encoding="utf-8")
    assert "12.5 of" in page
    assert "Well seen." in page


def test_scores_are_those_on_sqlite(on_postgresql: Course, course: Course) -> None:
    assert grade_assignment(on_postgresql, ASSIGNMENT).graded == STUDENTS
    on_file = replace(course, autograded=course.autograded.with_name("elsewhere"))
    grade_assignment(on_file, ASSIGNMENT)
    assert stands(on_postgresql) == stands(on_file)
    assert grade_assignment(on_postgresql, ASSIGNMENT).unchanged == STUDENTS


def test_a_persons_score_stays_and_is_marked_for_another_look(on_postgresql: Course) -> None:
    grade_assignment(on_postgresql, ASSIGNMENT)
    with Gradebook(on_postgresql.db_url, COURSE_ID) as book:
        found = book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, STUDENTS[0])
        found.manual_score, found.needs_manual_grade = 25.0, False
        book.db.commit()
    hand_in(on_postgresql, STUDENTS[0], STRONG)
    assert grade_assignment(on_postgresql, ASSIGNMENT).graded == STUDENTS[:1]
    with Gradebook(on_postgresql.db_url, COURSE_ID) as book:
        found = book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, STUDENTS[0])
        assert (found.manual_score, found.score, found.needs_manual_grade) == (25.0, 25.0, True)


def test_a_server_that_stops_in_the_middle_is_named_and_nothing_is_lost(on_postgresql: Course, server: Server) -> None:
    def stop(report: Report) -> None:
        if len(report.graded) == 3:
            server.stop()

    with pytest.raises(CourseError, match="refused"):
        grade_assignment(on_postgresql, ASSIGNMENT, progress=stop)
    with pytest.raises(CourseError, match="refused"):
        grade_assignment(on_postgresql, ASSIGNMENT)
    server.start()
    assert set(stands(on_postgresql)) == set(STUDENTS[:3])
    report = grade_assignment(on_postgresql, ASSIGNMENT)
    assert (report.unchanged, report.graded) == (STUDENTS[:3], STUDENTS[3:])
    assert len(stands(on_postgresql)) == len(STUDENTS)


def test_two_that_grade_at_once_write_nothing_twice(on_postgresql: Course) -> None:
    """The second one begins after the first has looked at who is graded, and is through before it writes."""
    second = []

    def begin_another(report: Report) -> None:
        if not second:
            second.append(grade_assignment(on_postgresql, ASSIGNMENT))

    grade_assignment(on_postgresql, ASSIGNMENT, progress=begin_another)
    assert second[0].graded == STUDENTS[3:]
    assert len(stands(on_postgresql)) == len(STUDENTS)


def test_a_wrong_password_or_place_is_named_without_the_password(on_postgresql: Course) -> None:
    wrong = replace(on_postgresql, db_url="postgresql+psycopg2://me:my-secret@127.0.0.1:1/nowhere")
    with pytest.raises(CourseError) as caught:
        grade_assignment(wrong, ASSIGNMENT)
    assert "my-secret" not in str(caught.value)
