"""`genuinely regrade`: what another version changes, and why, and what a person entered stays."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from nbgrader.api import Gradebook

from genuinely.cli.main import main
from genuinely.cli.regrade import changed
from genuinely.grading.changes import Change, Stood, changes
from genuinely.grading.course import Course
from genuinely.grading.marking import Score
from genuinely.grading.pins import installed, read_pin, write_pin
from genuinely.grading.run import grade_assignment
from genuinely.scenarios import FrozenDict

from .gradebooks import COURSE_ID, graded_notebook, hand_in, stands, tree
from .handed_in import ps2
from .problem_set import ASSIGNMENT, NOTEBOOK, SCENARIOS, answered, reference

BANK = SCENARIOS[0]
SCORE = f"score-{BANK}"


def older(course: Course, student: str, points: float) -> None:
    """Make a graded submission what an older version would have left: fewer points, for a lower first criterion."""
    file = course.autograded / student / ASSIGNMENT / NOTEBOOK
    notebook = graded_notebook(course, student)
    (told,) = (each for each in notebook["metadata"]["genuinely"]["scores"] if each["grade_id"] == SCORE)
    first = next(iter(told["levels"]))
    told.update(points=points, levels={**told["levels"], first: 0}, made_with=["full-0", "1", "0"])
    file.write_text(json.dumps(notebook), encoding="utf-8")
    with Gradebook(course.db_url, COURSE_ID) as book:
        book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, student).auto_score = points
        book.db.commit()


def by_hand(course: Course, student: str, points: float) -> None:
    with Gradebook(course.db_url, COURSE_ID) as book:
        grade = book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()


def manual(course: Course, student: str) -> tuple[float | None, bool]:
    with Gradebook(course.db_url, COURSE_ID) as book:
        grade = book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, student)
        return grade.manual_score, grade.needs_manual_grade


@pytest.fixture
def regraded(course: Course, monkeypatch: pytest.MonkeyPatch) -> Course:
    """Ada and Bob were graded by an older version, Bob and Cyd have points of a person's, Cyd and Dan stay."""
    monkeypatch.chdir(course.source.parent)
    for student in ("ada", "bob", "cyd"):
        hand_in(course, student, answered({BANK: reference(BANK)}))
    hand_in(course, "dan", answered({}))
    grade_assignment(course, ASSIGNMENT)
    for student in ("ada", "bob"):
        older(course, student, 12.5)
    for student in ("bob", "cyd"):
        by_hand(course, student, 25.0)
    now = installed([ps2()])
    write_pin(course, ASSIGNMENT, replace(now, assessor="full-0"), "2026-09-01 08:00:00 UTC")
    return course


def test_a_dry_run_lists_each_score_with_the_criterion_that_moved_and_writes_nothing(
    regraded: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(regraded.autograded), stands(regraded), read_pin(regraded, ASSIGNMENT)
    assert main(["regrade", ASSIGNMENT, "--dry-run"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2 scores would change:"
    assert lines[1].startswith(f"  ada, {SCORE}: 12.5 -> ")
    assert " was missing and is " in lines[2]
    assert sum(line.startswith(("  ada", "  bob", "  cyd")) and "->" in line for line in lines) == 2
    assert any("points of a person's stand over it" in line for line in lines)
    assert before == (tree(regraded.autograded), stands(regraded), read_pin(regraded, ASSIGNMENT))


def test_it_grades_anew_keeps_a_persons_points_and_pins_what_is_installed(
    regraded: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", ASSIGNMENT]) == 1
    assert "genuinely regrade" in capsys.readouterr().err
    assert main(["regrade", ASSIGNMENT]) == 0
    found = stands(regraded)
    assert found["ada"][SCORE][0] == found["bob"][SCORE][0] == found["cyd"][SCORE][0]
    assert found["ada"][SCORE][0] > 12.5  # type: ignore[operator]
    assert manual(regraded, "bob") == (25.0, True)
    assert manual(regraded, "cyd") == (25.0, False)
    pin = read_pin(regraded, ASSIGNMENT)
    assert pin is not None
    assert pin.assessor == installed([ps2()]).assessor
    capsys.readouterr()
    assert main(["grade", ASSIGNMENT]) == 0
    assert "0 graded, 4 graded before and unchanged" in capsys.readouterr().out
    assert main(["regrade", ASSIGNMENT, "--dry-run"]) == 0
    assert "Every score stays as it is." in capsys.readouterr().out


def test_of_one_student_nothing_is_pinned(regraded: Course) -> None:
    before = read_pin(regraded, ASSIGNMENT)
    assert main(["regrade", ASSIGNMENT, "--student", "ada"]) == 0
    assert stands(regraded)["bob"][SCORE][0] == 12.5
    assert read_pin(regraded, ASSIGNMENT) == before


# Why


def score(points: float, reason: str = "", **levels: int) -> Score:
    return Score("score", points, 30.0, bool(reason), reason, 0.0, levels=FrozenDict(levels))


def why(before: Score | None, now: Score) -> tuple[str, ...]:
    stood = {"score": Stood(before.points if before else 1.0, False, before)}
    (change,) = changes("ada", "ps2", stood, [now])
    return change.why


def test_every_criterion_that_moved_is_named() -> None:
    moved = why(score(10, clear_ask=0, easy_no=2, concise=1), score(20, clear_ask=2, easy_no=1, concise=1))
    assert moved == ("clear_ask was missing and is strong", "easy_no was strong and is emerging")


def test_a_flag_and_another_set_of_criteria_are_named() -> None:
    assert why(score(20, easy_no=2), score(0, "A slot is open.", easy_no=2)) == ("A slot is open.",)
    assert why(score(0, "A slot is open.", easy_no=2), score(20, easy_no=2)) == (
        "it no longer waits (A slot is open.)",
    )
    assert why(score(20, easy_no=2), score(10, concise=1)) == ("other criteria count: concise, easy_no",)


def test_where_nothing_is_known_it_says_so() -> None:
    assert why(None, score(20, easy_no=2)) == ("nothing is known of how it was graded before",)


def test_the_same_points_are_a_change_only_if_the_answer_goes_to_a_person_now() -> None:
    stood = {"score": Stood(20.0, False, score(20, easy_no=2))}
    assert list(changes("ada", "ps2", stood, [score(20, easy_no=2)])) == []
    (change,) = changes("ada", "ps2", stood, [score(20, "Look.", easy_no=2)])
    assert change.waits
    assert list(changes("ada", "ps2", {}, [score(20)])) == []


def test_the_largest_difference_comes_first() -> None:
    small = Change("ada", "ps2", "score", 10.0, 11.0, False, False, ("a",))
    large = replace(small, student="zoe\x1b", after=2.0)
    lines = list(changed([small, large], dry_run=True))
    assert [line for line in lines if "->" in line] == [
        "  'zoe\\x1b', score: 10 -> 2 (-8)",
        "  ada, score: 10 -> 11 (+1)",
    ]
