"""A class is read from what was graded: the gradebook, the graded notebooks, and what was assessed before."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from genuinely.cli.main import main
from genuinely.grading.class_report import Work
from genuinely.grading.class_report_reading import open_class, read_class
from genuinely.grading.class_report_tables import before_after
from genuinely.grading.course import Course
from genuinely.grading.memory import FILE
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError
from genuinely.scenarios import load_scenario

from . import gradebooks
from .problem_set import ASSIGNMENT, SCENARIOS, answered, reference

SCENARIO = SCENARIOS[0]
OWN = reference(SCENARIO)


@pytest.fixture
def graded(course: Course) -> Course:
    """Two have answered, a third has handed in what is no notebook."""
    gradebooks.hand_in(course, "ada", answered({id: reference(id) for id in SCENARIOS}))
    gradebooks.hand_in(course, "bob", answered({SCENARIO: load_scenario(SCENARIO).draft}))
    gradebooks.hand_in(course, "cyd", b"no notebook")
    grade_assignment(course, ASSIGNMENT)
    return course


def of(course: Course, student: str, key: str = f"score-{SCENARIO}") -> Work:
    [found] = [each for each in read_class(course, ASSIGNMENT).works if (each.student, each.item.key) == (student, key)]
    return found


def add_versions(course: Course, text: str, *, folder: str = "") -> Path:
    file = course.submitted / "ada" / ASSIGNMENT / folder / f"{SCENARIO}.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def versions(*texts: str) -> str:
    return json.dumps({"kind": "messages", "name": SCENARIO, "entries": [{"text": text} for text in texts]})


def test_points_messages_and_levels_come_from_what_was_graded(graded: Course) -> None:
    found = read_class(graded, ASSIGNMENT)
    assert found.students == ("ada", "bob")
    assert [item.key for item in found.items if item.scenario] == [f"score-{id}" for id in SCENARIOS]
    assert found.items[-1].key == "reflection"
    assert found.not_graded == ("cyd",)
    ada = of(graded, "ada")
    assert ada.message == OWN
    assert ada.points == gradebooks.stands(graded)["ada"][f"score-{SCENARIO}"][0]
    assert ada.reading is not None
    assert set(ada.reading.levels) >= {"clear_ask", "concise"}
    assert any("Ileana" in text for text in found.handout)


def test_what_waits_keeps_its_reason_and_what_is_empty_has_no_reading(graded: Course) -> None:
    bob = of(graded, "bob")
    assert bob.reason
    assert bob.at_stake > 0
    assert bob.reading is not None
    assert bob.reading.flagged
    assert of(graded, "bob", f"score-{SCENARIOS[1]}").reading is None


def test_points_of_a_person_count(graded: Course) -> None:
    with Gradebook(graded.db_url, gradebooks.COURSE_ID) as book:
        grade = book.find_grade(f"score-{SCENARIO}", ASSIGNMENT, ASSIGNMENT, "bob")
        grade.manual_score, grade.extra_credit = 17.0, 2.0
        book.db.commit()
    assert of(graded, "bob").points == 19.0


def test_nothing_is_assessed_that_was_assessed_before(graded: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("assessed again")

    monkeypatch.setattr("genuinely.grading.memory.assess", refuse_unless_empty(refuse))
    assert of(graded, "ada").reading is not None


def refuse_unless_empty(refuse: object) -> object:
    """The assessor is asked for its versions by an empty message, which costs nothing."""
    from genuinely.assessing import assess

    return lambda message, card: refuse(message) if message else assess(message, card)  # type: ignore[operator]


def test_without_its_memory_everything_is_read_again_and_remembered(graded: Course) -> None:
    before = of(graded, "ada")
    (graded.kept / FILE).unlink()
    assert of(graded, "ada") == before
    with closing(sqlite3.connect(graded.kept / FILE)) as database:
        assert database.execute("SELECT count(*) FROM assessment").fetchone()[0] == 4


def test_versions_that_were_added_are_read_beside_what_was_handed_in(graded: Course) -> None:
    assert before_after(read_class(graded, ASSIGNMENT)).empty
    file = add_versions(graded, versions(load_scenario(SCENARIO).draft, OWN))
    before = of(graded, "ada").before
    assert before is not None
    assert before.total < 40
    file.unlink()
    add_versions(graded, versions(load_scenario(SCENARIO).draft, OWN), folder="messages")
    assert of(graded, "ada").before == before


@pytest.mark.parametrize(
    "text",
    [
        versions(OWN),
        versions(),
        versions("  \n", OWN),
        versions("word " * 5_000, OWN),
        '{"entries": {"text": "x"}}',
        '{"entries": [17, {"text": 17}]}',
        "[" * 100_000,
        "no JSON",
        " " * 2_000_000,
    ],
    ids=["the same", "none", "empty", "long", "table", "numbers", "deep", "text", "large"],
)
def test_versions_that_are_none_stop_nothing(text: str, graded: Course) -> None:
    add_versions(graded, text)
    assert of(graded, "ada").before is None


def test_a_class_without_a_gradebook_says_what_to_do(tmp_path: Path) -> None:
    found = open_class(ASSIGNMENT, tmp_path)
    assert found.works == ()
    assert "generate_assignment" in repr(found)
    assert "genuinely grade" in repr(found)


def test_a_class_of_which_nothing_is_graded_says_what_to_do(course: Course) -> None:
    assert "run `genuinely grade" in repr(read_class(course, ASSIGNMENT))


def test_an_assignment_that_is_not_there_is_refused(course: Course) -> None:
    with pytest.raises(CourseError, match="does not know the assignment"):
        read_class(course, "ps9")


def test_the_command_writes_one_page(
    graded: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(graded.source)
    assert main(["report", ASSIGNMENT]) == 0
    told = capsys.readouterr().out.splitlines()
    assert "2 students" in told[0]
    page = Path(told[1]).read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "cyd" in page
    assert main(["report", ASSIGNMENT, "--out", str(graded.kept / "nowhere" / "page.html")]) == 1
    assert "Give another place with --out." in capsys.readouterr().err


def test_the_command_says_what_is_missing(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(course.source)
    assert main(["report", ASSIGNMENT]) == 1
    assert "There is no graded work" in capsys.readouterr().err
    assert main(["report", "ps9"]) == 1
    assert "does not know the assignment" in capsys.readouterr().err
