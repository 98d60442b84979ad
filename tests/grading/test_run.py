"""From the folder of submissions into nbgrader's gradebook and the graded notebooks."""

from __future__ import annotations

import datetime
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from genuinely.cli.main import main
from genuinely.grading.course import Course, find_course
from genuinely.grading.grade import grade
from genuinely.grading.gradebook import Gradebook as Ours
from genuinely.grading.run import grade_assignment, read_sources
from genuinely.grading.source import Source
from genuinely.grading.trouble import CourseError, SourceError

from .gradebooks import COURSE_ID, hand_in, stands, tree
from .handed_in import raw, released
from .problem_set import ASSIGNMENT, NOTEBOOK, SCENARIOS, Notebook, answered, cell_by_id, read, reference

BANK, PANEL, SLACK = SCENARIOS
STRONG = {scenario: reference(scenario) for scenario in SCENARIOS}
FLAGGED = {**STRONG, BANK: STRONG[BANK].replace("Mr. Adeyemi", "[Name]")}
SCORE = f"score-{BANK}"


def with_reflection(notebook: Notebook, text: str = "I choose the note to Renata.") -> Notebook:
    cell_by_id(notebook, "reflection")["source"] = text
    return notebook


@pytest.fixture
def class_of_four(course: Course) -> Course:
    """Four students: strong, flagged, untouched, and one whose file is no notebook."""
    hand_in(course, "ada", with_reflection(answered(STRONG)))
    hand_in(course, "bob", answered(FLAGGED))
    hand_in(course, "cyd", read("exercises"))
    hand_in(course, "dan", b"no notebook")
    return course


def source_of(course: Course) -> Source:
    book = Ours(course, ASSIGNMENT)
    try:
        return read_sources(course, ASSIGNMENT, book)[ASSIGNMENT]
    finally:
        book.close()


# What is written


def test_what_we_read_of_the_gradebook_is_what_was_released(course: Course) -> None:
    book = Ours(course, ASSIGNMENT)
    assert book.released() == {ASSIGNMENT: released()}
    book.close()


def test_gradebook_and_files_say_what_grade_says(class_of_four: Course) -> None:
    report = grade_assignment(class_of_four, ASSIGNMENT)
    assert (report.graded, report.unchanged) == (["ada", "bob", "cyd"], [])
    found = stands(class_of_four)
    for student, notebook in (("ada", with_reflection(answered(STRONG))), ("bob", answered(FLAGGED))):
        result = grade(raw(notebook), source_of(class_of_four))
        assert found[student] == {each.grade_id: (each.points, each.needs_person) for each in result.scores}
        assert (class_of_four.autograded / student / ASSIGNMENT / NOTEBOOK).read_text("utf-8") == result.notebook
    assert set(found["cyd"].values()) == {(0.0, False)}


def test_comments_are_in_the_gradebook(class_of_four: Course) -> None:
    grade_assignment(class_of_four, ASSIGNMENT)
    with Gradebook(class_of_four.db_url, COURSE_ID) as book:
        comments = {
            who: book.find_comment(f"rewrite-{BANK}", ASSIGNMENT, ASSIGNMENT, who) for who in ("ada", "bob", "cyd")
        }
        assert comments["ada"].comment == "Your instructor looks at this answer."  # it is the reference
        assert "waits for your instructor" in comments["bob"].comment
        assert comments["cyd"].comment == "No response."


def test_who_cannot_be_graded_is_named_and_stops_nobody(class_of_four: Course) -> None:
    [(student, error)] = grade_assignment(class_of_four, ASSIGNMENT).troubles
    assert student == "dan"
    assert "not JSON" in str(error)
    assert "dan" not in stands(class_of_four)
    assert not (class_of_four.autograded / "dan").exists()


def test_the_manual_grading_list_has_reasons_and_most_at_stake_first(class_of_four: Course) -> None:
    hand_in(class_of_four, "eva", answered({**FLAGGED, SLACK: STRONG[SLACK].replace("Tomasz", "[Name]")}))
    report = grade_assignment(class_of_four, ASSIGNMENT)
    assert {(each.student, each.score.grade_id) for each in report.waiting} >= {
        ("bob", SCORE),
        ("eva", SCORE),
        ("eva", f"score-{SLACK}"),
    }
    assert all(each.score.reason for each in report.waiting)
    stakes = [each.score.at_stake for each in report.waiting]
    assert stakes == sorted(stakes, reverse=True)
    assert report.by_hand == 1
    on_list = {(who, id) for who, grades in stands(class_of_four).items() for id, (_, needs) in grades.items() if needs}
    assert on_list == {(each.student, each.score.grade_id) for each in report.waiting} | {("ada", "reflection")}


def test_only_the_students_that_were_asked_for(class_of_four: Course) -> None:
    assert grade_assignment(class_of_four, ASSIGNMENT, only=["bob", "bob"]).graded == ["bob"]
    assert set(stands(class_of_four)) == {"bob"}


def test_a_student_who_handed_in_nothing_is_named(class_of_four: Course) -> None:
    [(student, error)] = grade_assignment(class_of_four, ASSIGNMENT, only=["zoe"]).troubles
    assert student == "zoe"
    assert f"no {NOTEBOOK}" in error.cause


@pytest.mark.parametrize("id", ["../ada", "..", "/etc", "a\\b", ""])
def test_a_student_id_that_is_a_path_is_refused(class_of_four: Course, id: str) -> None:
    report = grade_assignment(class_of_four, ASSIGNMENT, only=[id, "ada"])
    assert [student for student, _ in report.troubles] == [id]
    assert report.graded == ["ada"]


def test_a_notebook_of_another_name_is_pointed_out(course: Course) -> None:
    hand_in(course, "ada", read("exercises"), name="ps2-interest (1).ipynb")
    [(_, error)] = grade_assignment(course, ASSIGNMENT).troubles
    assert "ps2-interest (1).ipynb" in error.cause


def test_a_class_of_nobody_is_graded(course: Course) -> None:
    report = grade_assignment(course, ASSIGNMENT)
    assert (report.total, report.done) == (0, 0)


def test_a_dry_run_says_the_same_and_writes_nothing(class_of_four: Course) -> None:
    root = class_of_four.kept
    before = tree(root)
    dry = grade_assignment(class_of_four, ASSIGNMENT, dry_run=True)
    assert tree(root) == before
    real = grade_assignment(class_of_four, ASSIGNMENT)
    assert (dry.graded, dry.waiting, dry.by_hand) == (real.graded, real.waiting, real.by_hand)
    assert [student for student, _ in dry.troubles] == [student for student, _ in real.troubles]


@pytest.mark.slow
def test_several_processes_come_to_the_same(class_of_four: Course, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(class_of_four.kept.parent, elsewhere)
    other = find_course(elsewhere)
    one = grade_assignment(class_of_four, ASSIGNMENT)
    two = grade_assignment(other, ASSIGNMENT, workers=2)
    assert sorted(one.graded) == sorted(two.graded)
    assert one.waiting == two.waiting
    assert stands(class_of_four) == stands(other)
    assert tree(class_of_four.autograded) == tree(other.autograded)


# The next run


def test_the_next_run_leaves_what_is_done(class_of_four: Course) -> None:
    first = grade_assignment(class_of_four, ASSIGNMENT)
    files, grades = tree(class_of_four.autograded), stands(class_of_four)
    second = grade_assignment(class_of_four, ASSIGNMENT)
    assert (second.graded, second.unchanged) == ([], ["ada", "bob", "cyd"])
    assert (tree(class_of_four.autograded), stands(class_of_four)) == (files, grades)
    assert (second.waiting, second.by_hand) == (first.waiting, first.by_hand)


def test_a_new_submission_is_graded_and_the_others_are_left(class_of_four: Course) -> None:
    grade_assignment(class_of_four, ASSIGNMENT)
    hand_in(class_of_four, "cyd", answered(STRONG))
    report = grade_assignment(class_of_four, ASSIGNMENT)
    assert (report.graded, report.unchanged) == (["cyd"], ["ada", "bob"])
    assert stands(class_of_four)["cyd"][SCORE] == stands(class_of_four)["ada"][SCORE]


@pytest.mark.parametrize("what", ["deleted", "damaged", "of stock nbgrader"])
def test_a_graded_notebook_that_is_not_ours_is_made_anew(class_of_four: Course, what: str) -> None:
    grade_assignment(class_of_four, ASSIGNMENT)
    file = class_of_four.autograded / "ada" / ASSIGNMENT / NOTEBOOK
    whole = file.read_bytes()
    if what == "deleted":
        file.unlink()
    else:
        file.write_bytes(whole[:-5] if what == "damaged" else raw(answered(STRONG)))
        file.chmod(0o444)
    assert grade_assignment(class_of_four, ASSIGNMENT).graded == ["ada"]
    assert file.read_bytes() == whole


def test_grades_that_are_gone_from_the_gradebook_are_written_anew(class_of_four: Course) -> None:
    grade_assignment(class_of_four, ASSIGNMENT)
    with Gradebook(class_of_four.db_url, COURSE_ID) as book:
        book.remove_submission(ASSIGNMENT, "ada")
        book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, "bob").auto_score = 12.0
        book.db.commit()
    assert grade_assignment(class_of_four, ASSIGNMENT).graded == ["ada", "bob"]
    assert stands(class_of_four)["bob"][SCORE] == (0.0, True)


def test_what_a_person_has_dealt_with_is_off_the_list(class_of_four: Course) -> None:
    grade_assignment(class_of_four, ASSIGNMENT)
    with Gradebook(class_of_four.db_url, COURSE_ID) as book:
        found = book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, "bob")
        found.manual_score, found.needs_manual_grade = 21.0, False
        book.db.commit()
    report = grade_assignment(class_of_four, ASSIGNMENT)
    assert ("bob", SCORE) not in [(each.student, each.score.grade_id) for each in report.waiting]
    assert stands(class_of_four)["bob"][SCORE] == (0.0, False)


# As nbgrader keeps it


def test_a_persons_score_credit_and_comment_stay_and_are_marked_for_another_look(class_of_four: Course) -> None:
    grade_assignment(class_of_four, ASSIGNMENT)
    with Gradebook(class_of_four.db_url, COURSE_ID) as book:
        found = book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, "ada")
        found.manual_score, found.extra_credit, found.needs_manual_grade = 25.0, 1.5, False
        book.find_comment(f"rewrite-{BANK}", ASSIGNMENT, ASSIGNMENT, "ada").manual_comment = "Well done."
        book.db.commit()
    hand_in(class_of_four, "ada", with_reflection(answered({**STRONG, BANK: ""})))
    grade_assignment(class_of_four, ASSIGNMENT)
    with Gradebook(class_of_four.db_url, COURSE_ID) as book:
        found = book.find_grade(SCORE, ASSIGNMENT, ASSIGNMENT, "ada")
        assert (found.auto_score, found.manual_score, found.extra_credit, found.score) == (0.0, 25.0, 1.5, 26.5)
        assert found.needs_manual_grade
        comment = book.find_comment(f"rewrite-{BANK}", ASSIGNMENT, ASSIGNMENT, "ada")
        assert (comment.auto_comment, comment.comment) == ("No response.", "Well done.")


@pytest.mark.parametrize(("method", "extended"), [("none", False), ("zero", False), ("zero", True)])
def test_a_late_submission_costs_what_nbgraders_plugin_says(course: Course, method: str, extended: bool) -> None:
    config = course.source.parent / "nbgrader_config.py"
    text = config.read_text(encoding="utf-8")
    config.write_text(f"{text}\nc.LateSubmissionPlugin.penalty_method = '{method}'\n", encoding="utf-8")
    hand_in(course, "ada", answered(STRONG))
    (course.submitted / "ada" / ASSIGNMENT / "timestamp.txt").write_text("2026-03-02 10:00:00 CET", encoding="utf-8")
    with Gradebook(course.db_url, COURSE_ID) as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate="2026-03-01 23:59:00 UTC")
    grade_assignment(find_course(config.parent), ASSIGNMENT)
    if extended:
        with Gradebook(course.db_url, COURSE_ID) as book:
            book.grant_extension(ASSIGNMENT, "ada", days=1)
        assert grade_assignment(find_course(config.parent), ASSIGNMENT).unchanged == ["ada"]
    with Gradebook(course.db_url, COURSE_ID) as book:
        submission = book.find_submission(ASSIGNMENT, "ada")
        assert submission.timestamp == datetime.datetime(2026, 3, 2, 9)
        expected = submission.score if (method, extended) == ("zero", False) else 0
        assert submission.late_submission_penalty == pytest.approx(expected)
        assert submission.score > 0
    kept = (course.autograded / "ada" / ASSIGNMENT / "timestamp.txt").read_text(encoding="utf-8")
    assert kept == "2026-03-02 09:00:00 UTC\n"


@pytest.mark.parametrize("text", ["yesterday", "9" * 150, "\x00\x1b[2J", "", "0001-01-01 00:00:00 +2359"], ids=repr)
def test_a_timestamp_that_says_no_time_is_passed_over(course: Course, text: str) -> None:
    hand_in(course, "ada", answered(STRONG))
    (course.submitted / "ada" / ASSIGNMENT / "timestamp.txt").write_text(text, encoding="utf-8")
    report = grade_assignment(course, ASSIGNMENT)
    assert report.graded == ["ada"]
    assert [student for student, _ in report.notes] == (["ada"] if text else [])
    assert not (course.autograded / "ada" / ASSIGNMENT / "timestamp.txt").exists()


def test_an_assignment_of_two_notebooks_of_which_one_is_missing(course_of_two: Course) -> None:
    hand_in(course_of_two, "ada", answered(STRONG))
    hand_in(course_of_two, "bob", answered(STRONG))
    hand_in(course_of_two, "bob", answered(STRONG), name="second.ipynb")
    assert grade_assignment(course_of_two, ASSIGNMENT).graded == ["ada", "bob"]
    with Gradebook(course_of_two.db_url, COURSE_ID) as book:
        scores = {who: book.find_submission_notebook("second", ASSIGNMENT, who) for who in ("ada", "bob")}
        assert scores["ada"].score == 0
        assert not scores["ada"].needs_manual_grade
        assert scores["bob"].score == book.find_submission_notebook(ASSIGNMENT, ASSIGNMENT, "bob").score > 0
    assert grade_assignment(course_of_two, ASSIGNMENT).unchanged == ["ada", "bob"]
    hand_in(course_of_two, "ada", answered(STRONG), name="second.ipynb")
    assert grade_assignment(course_of_two, ASSIGNMENT).graded == ["ada"]
    assert (course_of_two.autograded / "ada" / ASSIGNMENT / "second.ipynb").is_file()


# What is refused


def test_without_a_gradebook_it_is_said_how_to_make_one(course: Course) -> None:
    Path(course.db_url.removeprefix("sqlite:///")).unlink()
    with pytest.raises(CourseError, match="generate_assignment"):
        grade_assignment(course, ASSIGNMENT)
    assert not Path(course.db_url.removeprefix("sqlite:///")).exists()


def test_an_assignment_that_the_gradebook_does_not_know_is_refused(course: Course) -> None:
    with pytest.raises(CourseError, match="generate_assignment ps3"):
        grade_assignment(course, "ps3")


def test_a_source_that_was_changed_since_is_refused_and_nothing_is_written(class_of_four: Course) -> None:
    notebook = read("solutions")
    del cell_by_id(notebook, SCORE)["metadata"]["genuinely"]
    (class_of_four.source / ASSIGNMENT / NOTEBOOK).write_bytes(raw(notebook))
    with pytest.raises(SourceError, match=SCORE):
        grade_assignment(class_of_four, ASSIGNMENT)
    assert stands(class_of_four) == {}


def test_a_source_that_is_gone_is_named(class_of_four: Course) -> None:
    (class_of_four.source / ASSIGNMENT / NOTEBOOK).unlink()
    with pytest.raises(SourceError, match="cannot be read"):
        grade_assignment(class_of_four, ASSIGNMENT)


def test_a_file_that_is_no_gradebook_is_refused(course: Course) -> None:
    Path(course.db_url.removeprefix("sqlite:///")).write_bytes(b"no database at all, but long enough" * 100)
    with pytest.raises(CourseError, match="refused"):
        grade_assignment(course, ASSIGNMENT)


def test_outside_a_course_it_is_said_where_to_go(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="Go to the folder of the course"):
        find_course(tmp_path)


def test_settings_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").write_text("c = get_config(\n", encoding="utf-8")
    with pytest.raises(CourseError, match="cannot be read"):
        find_course(tmp_path)


def test_another_order_of_folders_is_refused(course: Course) -> None:
    config = course.source.parent / "nbgrader_config.py"
    with config.open("a", encoding="utf-8") as file:
        file.write("\ncourse.directory_structure = '{student_id}/{nbgrader_step}/{assignment_id}'\n")
    with pytest.raises(CourseError, match="directory_structure"):
        find_course(config.parent)


def test_what_the_exchange_hands_feedback_back_by_goes_along(course: Course) -> None:
    """nbgrader's `generate_feedback` copies it from the graded folder, and `release_feedback` needs it."""
    secret = hand_in(course, "ada", answered({})).with_name("submission_secret.txt")
    secret.write_text("0a" * 64, encoding="utf-8")
    hand_in(course, "bob", answered({})).with_name("submission_secret.txt").write_text("<b>", encoding="utf-8")
    grade_assignment(course, ASSIGNMENT)
    graded = {name: text for name, text in tree(course.autograded).items() if name.endswith("secret.txt")}
    assert graded == {f"ada/{ASSIGNMENT}/submission_secret.txt": b"0a" * 64}


# The command


@pytest.mark.slow
def test_the_command_grades_into_another_gradebook(
    class_of_four: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = Path(class_of_four.db_url.removeprefix("sqlite:///"))
    other = file.with_name("other.db")
    shutil.copy(file, other)
    monkeypatch.chdir(class_of_four.source)
    assert main(["grade", ASSIGNMENT, "--db", f"sqlite:///{other.as_posix()}", "--student", "ada", "bob"]) == 0
    assert stands(class_of_four) == {}
    assert set(stands(replace(class_of_four, db_url=f"sqlite:///{other.as_posix()}"))) == {"ada", "bob"}
    assert main(["grade", ASSIGNMENT, "--workers", "1", "--dry-run"]) == 1
    said = capsys.readouterr().out
    assert "2 graded, 0 graded before and unchanged, 0 could not be graded" in said
    assert "3 graded, 0 graded before and unchanged, 1 could not be graded" in said
    assert "dan: The file is not JSON" in said
