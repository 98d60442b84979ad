"""Grades of a real gradebook on their way out."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from genuinely.cli.main import main
from genuinely.grading.course import Course
from genuinely.grading.lms.exporting import Choices, export
from genuinely.grading.trouble import CourseError

from ..gradebooks import COURSE_ID
from ..problem_set import ASSIGNMENT, read
from .handed_over import ROSTER

POINTS = [cell["metadata"].get("nbgrader", {}).get("points", 0) for cell in read("exercises")["cells"]]
MOST = f"{sum(POINTS):g}"


def rows(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


@pytest.fixture
def graded(course: Course) -> Course:
    """A course with a roster, in which two have points and the third handed in nothing."""
    (course.kept / "roster.csv").write_text(ROSTER, encoding="utf-8")
    with Gradebook(course.db_url, COURSE_ID) as book:
        for student, points, penalty in (("bob", 7.005, None), ("ada", 9.0, 2.5)):
            book.update_or_create_student(student)
            submission = book.add_submission(ASSIGNMENT, student)
            [notebook] = submission.notebooks
            notebook.late_submission_penalty = penalty
            grade = next(grade for grade in notebook.grades if grade.name == "reflection")
            grade.manual_score, grade.needs_manual_grade = points, student == "bob"
            for other in notebook.grades:
                other.needs_manual_grade = student == "bob"
            book.db.commit()
    return course


def test_a_plain_table_has_a_row_for_each_submission(graded: Course) -> None:
    done = export(graded, "csv", Choices())
    assert done.raw.startswith(b"\xef\xbb\xbfstudent,")
    assert rows(done.raw)[1:] == [
        ["ada", "Lovelace, Ada", "ada@example.org", ASSIGNMENT, "6.5", MOST, "2.5", ""],
        ["bob", "Bob Børge Smith", "bob@example.org", ASSIGNMENT, rows(done.raw)[2][4], MOST, "0", "yes"],
    ]
    assert rows(done.raw)[2][4] in ("7", "7.01")
    assert done.notes == [
        f"{ASSIGNMENT}: answers still wait for you in Formgrader (students: 1); their points may change."
    ]


def test_canvas_has_its_headings_and_the_row_of_possible_points(graded: Course) -> None:
    found = rows(export(graded, "canvas", Choices([ASSIGNMENT])).raw)
    assert found[0] == ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ASSIGNMENT]
    assert found[1] == ["    Points Possible", "", "", "", "", MOST]
    assert found[2] == ["Lovelace, Ada", "4711", "S-100", "", "", "6.5"]


def test_moodle_has_what_its_import_matches_by(graded: Course) -> None:
    found = rows(export(graded, "moodle", Choices()).raw)
    assert found[0] == ["ID number", "Email address", "Username", "Full name", f"Assignment: {ASSIGNMENT}"]
    assert found[1] == ["S-100", "ada@example.org", "", "Lovelace, Ada", "6.5"]


def test_names_that_look_like_formulas_are_guarded(graded: Course) -> None:
    text = ROSTER.replace('"Lovelace, Ada"', '"=HYPERLINK(""x"")"')
    (graded.kept / "roster.csv").write_text(text, encoding="utf-8")
    for to in ("csv", "canvas", "moodle"):
        assert any('\'=HYPERLINK("x")' in row for row in rows(export(graded, to, Choices()).raw))  # type: ignore[arg-type]


def test_somebody_with_points_who_is_not_in_the_roster_is_named(graded: Course) -> None:
    (graded.kept / "roster.csv").write_text("hub name\nada\n", encoding="utf-8")
    with pytest.raises(CourseError, match="bob has points"):
        export(graded, "canvas", Choices())


def test_an_assignment_that_the_gradebook_does_not_know_is_named(graded: Course) -> None:
    with pytest.raises(CourseError, match=f"It knows: {ASSIGNMENT}"):
        export(graded, "csv", Choices(["ps9"]))


def test_a_template_is_filled_from_the_gradebook_as_an_instructor_types_it(
    graded: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(graded.kept)
    template = tmp_path / "canvas.csv"
    raw = (
        "Student,ID,SIS User ID,SIS Login ID,Section,Genuinely interested (77)\n"
        f"    Points Possible,,,,,{MOST}\n"
        '"Lovelace, Ada",4711,S-100,a,A,\n'
        '"de la Cruz, Zoë",4713,S-102,z,A,\n'
        '"Student, Test",4800,,t,A,\n'
    )
    template.write_text(raw, encoding="utf-8")
    words = ["export", "--to", "canvas", ASSIGNMENT, "--template", str(template)]
    assert main(words) == 0
    out = graded.kept / "canvas-filled.csv"
    assert out.read_text(encoding="utf-8") == raw.replace("a,A,", "a,A,6.5")
    assert template.read_text(encoding="utf-8") == raw
    assert "1 scores" in capsys.readouterr().out
    assert main(words) == 1
    assert "is there already" in capsys.readouterr().err
    assert main([*words, "--force"]) == 0
    assert main([*words, "--out", str(template), "--force"]) == 1
    assert "the template itself" in capsys.readouterr().err
    assert main([*words, "--out", str(tmp_path / "x.csv"), "--column", f"{ASSIGNMENT}=Nothing"]) == 1
    assert "--column" in capsys.readouterr().err


def test_without_a_gradebook_it_is_said(course: Course) -> None:
    (course.kept / "gradebook.db").unlink()
    with pytest.raises(CourseError, match="There is no gradebook"):
        export(course, "csv", Choices())
