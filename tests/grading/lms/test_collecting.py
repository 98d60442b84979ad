"""A class, collected from what each LMS hands over, into nbgrader's tree."""

from __future__ import annotations

import os
import warnings
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbgrader.api import Gradebook

from genuinely.cli.main import main
from genuinely.grading.course import Course
from genuinely.grading.lateness import parse_timestamp
from genuinely.grading.lms.collected import read_record
from genuinely.grading.lms.collecting import Options, collect
from genuinely.grading.lms.reporting import Collected, summary
from genuinely.grading.lms.roster import Person, Roster
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError

from ..gradebooks import COURSE_ID, stands, tree
from ..handed_in import raw
from ..problem_set import ASSIGNMENT, SCENARIOS, answered, reference
from .handed_over import NOTEBOOK, PEOPLE, ROSTER, WHEN, foldered, zipped
from .test_worksheet import SHEET

ONE, TWO = raw(answered({SCENARIOS[0]: "One."})), raw(answered({SCENARIOS[0]: "Two."}))
DUE = datetime(2026, 11, 19, 12)


def collected(course: Course, source: Path, **options: object) -> Collected:
    return collect(course, source, ASSIGNMENT, PEOPLE, Options(**options))  # type: ignore[arg-type]


def there(course: Course) -> dict[str, bytes]:
    return tree(course.submitted) if course.submitted.is_dir() else {}


def place(student: str, name: str = NOTEBOOK) -> str:
    return f"{student}/{ASSIGNMENT}/{name}"


def due(course: Course, when: datetime = DUE) -> None:
    with Gradebook(course.db_url, COURSE_ID) as book:
        book.update_or_create_assignment(ASSIGNMENT, duedate=when)


def test_canvas_a_resubmission_counts_and_lateness_is_kept(course: Course, tmp_path: Path) -> None:
    due(course)
    files = {
        "lovelaceada_4711_9001_ps2-interest.ipynb": ONE,
        "lovelaceada_4711_9105_ps2-interest-1.ipynb": TWO,
        "smithbobbørge_LATE_4712_9050_ps2-interest.ipynb": ONE,
        "studenttest_4798_9000_ps2-interest.ipynb": ONE,
        "leekim_4799_9000_ps2-interest.ipynb": ONE,
        "delacruzzoë_4713_text.html": b"<p>",
    }
    report = collected(course, zipped(tmp_path / "submissions.zip", files))
    assert there(course)[place("ada")] == TWO
    assert there(course)[place("bob")] == ONE
    late = parse_timestamp(there(course)[place("bob", "timestamp.txt")].decode())
    assert late == DUE + timedelta(seconds=1)
    assert place("ada", "timestamp.txt") not in there(course)
    assert report.placed == [("ada", "new"), ("bob", "new")]
    [(path, error)] = report.unmatched
    assert path == "leekim_4799_9000_ps2-interest.ipynb"
    assert (
        "studenttest_4798_9000_ps2-interest.ipynb",
        "It is of Canvas's test student, and was left out.",
    ) in report.notes
    assert "Write 4799 under `lms id`" in error.remedy
    assert report.absent == ["zoe"]
    assert read_record(course, ASSIGNMENT)["ada"][ASSIGNMENT].kept == "lovelaceada_4711_9105_ps2-interest-1.ipynb"


def test_canvas_without_ids_is_matched_by_name(course: Course, tmp_path: Path) -> None:
    roster = Roster([Person("ada", name="Ada Lovelace"), Person("bob", name="Bob Børge Smith")])
    source = zipped(tmp_path / "x.zip", {"lovelaceada_1_2_ps2-interest.ipynb": ONE})
    assert collect(course, source, ASSIGNMENT, roster, Options()).placed == [("ada", "new")]


def test_canvas_somebody_of_the_same_name_with_another_number_is_somebody_else(course: Course, tmp_path: Path) -> None:
    report = collected(course, zipped(tmp_path / "x.zip", {"lovelaceada_9999_1_ps2-interest.ipynb": ONE}))
    assert there(course) == {}
    assert "Write 9999 under `lms id`" in report.unmatched[0][1].remedy


def test_notebooks_of_other_assignments_are_left_out(course: Course, tmp_path: Path) -> None:
    foldered(course.source, {"ps1-exchange/ps1-exchange.ipynb": b"{}"})
    files = {"ada/ps1-exchange/ps1-exchange.ipynb": TWO, "bob/ps2-interest/ps2-interest.ipynb": ONE}
    report = collected(course, foldered(tmp_path / "drive", files))
    assert there(course) == {place("bob"): ONE}
    assert (
        "ada/ps1-exchange/ps1-exchange.ipynb",
        "It belongs to another assignment, and was left out.",
    ) in report.notes
    assert report.absent == ["ada", "zoe"]


def test_moodle_by_name(course: Course, tmp_path: Path) -> None:
    files = {
        "Ada Lovelace_12345_assignsubmission_file_/ps2-interest.ipynb": ONE,
        "Zoë de la Cruz_12347_assignsubmission_file/answers/ps2-interest (1).ipynb": TWO,
        "Zoë de la Cruz_12347_assignsubmission_onlinetext/onlinetext.html": b"<p>",
        "Nobody Known_12348_assignsubmission_file_/ps2-interest.ipynb": ONE,
    }
    report = collected(course, zipped(tmp_path / "x.zip", files))
    assert {place("ada"): ONE, place("zoe"): TWO} == there(course)
    [(path, error)] = report.unmatched
    assert path.startswith("Nobody Known_12348")
    assert "--worksheet" in error.remedy
    assert any("not a notebook" in said for _, said in report.notes)


def test_moodle_by_its_worksheet_with_times(course: Course, tmp_path: Path) -> None:
    due(course)
    sheet = tmp_path / "grades.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    files = {f"Participant_{n}_assignsubmission_file/ps2-interest.ipynb": ONE for n in ("12345", "12346")}
    report = collected(course, zipped(tmp_path / "x.zip", files), worksheet=sheet)
    assert [hub for hub, _ in report.placed] == ["ada", "bob"]
    told = {hub: parse_timestamp(there(course)[place(hub, "timestamp.txt")].decode()) for hub in ("ada", "bob")}
    assert told["ada"] == datetime(2026, 6, 10, 14, 14).astimezone(UTC).replace(tzinfo=None)
    assert told["bob"] == DUE + timedelta(days=1, minutes=3)


def test_times_that_are_known_later_are_added(course: Course, tmp_path: Path) -> None:
    files = {"Ada Lovelace_12345_assignsubmission_file/ps2-interest.ipynb": ONE}
    source = zipped(tmp_path / "x.zip", files)
    collected(course, source)
    sheet = tmp_path / "grades.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    assert collected(course, source, worksheet=sheet).unchanged == ["ada"]
    assert place("ada", "timestamp.txt") in there(course)


def test_a_drive_by_folder_and_by_file_name(course: Course, tmp_path: Path) -> None:
    files = {
        "ada/ps2-interest.ipynb": ONE,
        "ps2-interest_Bob Børge Smith.ipynb": TWO,
        "Zoe de la Cruz/my answers.ipynb": ONE,
        "readme.txt": b"",
    }
    report = collected(course, foldered(tmp_path / "drive", files))
    assert there(course) == {place("ada"): ONE, place("bob"): TWO, place("zoe"): ONE}
    assert [said for hub, said in report.notes if hub == "zoe"] == [
        "Handed in as 'my answers.ipynb'; taken for ps2-interest.ipynb."
    ]
    assert report.unmatched == []


def test_the_files_own_times_count_if_asked_for(course: Course, tmp_path: Path) -> None:
    drive = foldered(tmp_path / "drive", {"ada/ps2-interest.ipynb": ONE})
    os.utime(drive / "ada" / NOTEBOOK, (1_790_000_000, 1_790_000_000))
    collected(course, drive, times=True)
    told = parse_timestamp(there(course)[place("ada", "timestamp.txt")].decode())
    assert told == datetime(1970, 1, 1) + timedelta(seconds=1_790_000_000)


def test_a_later_one_takes_the_place_and_the_earlier_one_is_kept(course: Course, tmp_path: Path) -> None:
    name = "Ada Lovelace_12345_assignsubmission_file/ps2-interest.ipynb"
    collected(course, zipped(tmp_path / "1.zip", {name: ONE}))
    report = collected(course, zipped(tmp_path / "2.zip", {name: TWO}, WHEN + timedelta(days=1)))
    assert report.placed == [("ada", "replaces an earlier one, which is kept")]
    assert there(course)[place("ada")] == TWO
    assert (course.kept / "earlier" / "ada" / ASSIGNMENT / f"1-{NOTEBOOK}").read_bytes() == ONE


@pytest.mark.parametrize("earlier", [timedelta(days=1), timedelta()])
def test_an_earlier_one_or_one_of_the_same_time_does_not(course: Course, tmp_path: Path, earlier: timedelta) -> None:
    name = "Ada Lovelace_12345_assignsubmission_file/ps2-interest.ipynb"
    collected(course, zipped(tmp_path / "1.zip", {name: ONE}))
    old = zipped(tmp_path / "2.zip", {name: TWO}, WHEN - earlier)
    report = collected(course, old)
    assert [hub for hub, _ in report.kept] == ["ada"]
    assert there(course)[place("ada")] == ONE
    assert collected(course, old, replace=True).placed == [("ada", "replaces an earlier one, which is kept")]
    assert there(course)[place("ada")] == TWO


def test_canvas_uploads_are_ordered_by_number_and_not_by_date(course: Course, tmp_path: Path) -> None:
    collected(course, zipped(tmp_path / "1.zip", {"lovelaceada_4711_9105_ps2-interest-1.ipynb": TWO}))
    old = zipped(tmp_path / "2.zip", {"lovelaceada_4711_9001_ps2-interest.ipynb": ONE}, WHEN + timedelta(days=3))
    assert [hub for hub, _ in collected(course, old).kept] == ["ada"]
    assert there(course)[place("ada")] == TWO


def test_what_was_put_there_by_hand_is_not_lost(course: Course, tmp_path: Path) -> None:
    file = course.submitted / "ada" / ASSIGNMENT / NOTEBOOK
    foldered(course.submitted, {place("ada"): ONE})
    os.utime(file, (2_000_000_000, 2_000_000_000))
    report = collected(course, zipped(tmp_path / "x.zip", {"lovelaceada_4711_1_ps2-interest.ipynb": TWO}))
    assert [hub for hub, _ in report.kept] == ["ada"]
    assert file.read_bytes() == ONE


def test_collecting_twice_changes_nothing(course: Course, tmp_path: Path) -> None:
    source = zipped(tmp_path / "x.zip", {"lovelaceada_4711_1_ps2-interest.ipynb": ONE})
    collected(course, source)
    before = tree(course.kept)
    report = collected(course, source)
    assert (report.placed, report.unchanged) == ([], ["ada"])
    assert tree(course.kept) == before


def test_a_dry_run_writes_nothing(course: Course, tmp_path: Path) -> None:
    before = tree(course.kept)
    report = collected(course, zipped(tmp_path / "x.zip", {"lovelaceada_4711_1_ps2-interest.ipynb": ONE}), dry_run=True)
    assert report.placed == [("ada", "new")]
    assert tree(course.kept) == before


def test_one_hostile_file_stops_nobody(course: Course, tmp_path: Path) -> None:
    files = {
        "../../bob/ps2-interest.ipynb": ONE,
        "lovelaceada_4711_1_ps2-interest.ipynb": b" " * 5_000_001,
        "smithbobbørge_4712_2_ps2-interest.ipynb": TWO,
    }
    report = collected(course, zipped(tmp_path / "x.zip", files))
    assert there(course) == {place("bob"): TWO}
    assert len(report.unmatched) == 2


def test_two_of_one_name_get_nothing_and_it_is_said(course: Course, tmp_path: Path) -> None:
    roster = Roster([Person("kim1", name="Kim Lee"), Person("kim2", name="Kim Lee")])
    source = zipped(tmp_path / "x.zip", {"Kim Lee_1_assignsubmission_file/ps2-interest.ipynb": ONE})
    report = collect(course, source, ASSIGNMENT, roster, Options())
    assert there(course) == {}
    assert "each of kim1, kim2" in str(report.unmatched[0][1])


def test_two_notebooks_of_other_names_are_not_guessed_at(course_of_two: Course, tmp_path: Path) -> None:
    source = zipped(tmp_path / "x.zip", {"lovelaceada_4711_1_mine.ipynb": ONE, "lovelaceada_4711_2_second.ipynb": TWO})
    report = collected(course_of_two, source)
    assert there(course_of_two) == {place("ada", "second.ipynb"): TWO}
    assert "another name" in report.unmatched[0][1].cause


def test_a_folder_of_other_capitals_is_refused(course: Course, tmp_path: Path) -> None:
    foldered(course.submitted, {place("Ada"): TWO})
    report = collected(course, zipped(tmp_path / "x.zip", {"lovelaceada_4711_1_ps2-interest.ipynb": ONE}))
    assert "but for capitals" in report.unmatched[0][1].cause
    assert there(course) == {place("Ada"): TWO}


@pytest.mark.parametrize("name", ["nothing", "", "..", "../solutions/ps2-interest"])
def test_an_assignment_that_is_none_is_refused(name: str, course: Course, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="There is no assignment"):
        collect(course, zipped(tmp_path / "x.zip", {}), name, PEOPLE, Options())


def test_what_was_collected_is_graded(course: Course, tmp_path: Path) -> None:
    good = raw(answered({scenario: reference(scenario) for scenario in SCENARIOS}))
    collected(course, zipped(tmp_path / "x.zip", {"lovelaceada_4711_1_ps2-interest.ipynb": good}))
    report = grade_assignment(course, ASSIGNMENT)
    assert (report.graded, report.troubles) == (["ada"], [])
    assert {f"score-{scenario}" for scenario in SCENARIOS} <= set(stands(course)["ada"])


def test_lateness_reaches_the_gradebook_also_where_the_due_date_comes_later(course: Course, tmp_path: Path) -> None:
    source = zipped(tmp_path / "x.zip", {"lovelaceada_LATE_4711_1_ps2-interest.ipynb": ONE})
    assert ["knows no due date" in said for _, said in collected(course, source).notes] == [True]
    due(course)
    assert collected(course, source).unchanged == ["ada"]
    grade_assignment(course, ASSIGNMENT)
    with Gradebook(course.db_url, COURSE_ID) as book:
        assert book.find_submission(ASSIGNMENT, "ada").total_seconds_late == 1


def test_as_an_instructor_types_it(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(course.source)
    source = zipped(tmp_path / "x.zip", {"lovelaceada_4711_1_ps2-interest.ipynb": ONE, "x\x1b_1_2_a.ipynb": TWO})
    assert main(["collect", str(source), ASSIGNMENT]) == 1
    assert "Make a CSV file" in capsys.readouterr().err
    (course.kept / "roster.csv").write_text(ROSTER, encoding="utf-8")
    assert main(["collect", str(source), ASSIGNMENT, "--dry-run"]) == 1
    said = capsys.readouterr().out
    assert "1 placed, 0 there already, 0 left as they were, 1 not matched" in said
    assert "Nothing from 2 of the roster: bob, zoe." in said
    assert "nothing was written" in said
    assert "\x1b" not in said


def test_what_is_said_of_many_is_said_once() -> None:
    report = Collected(notes=[*((f"s{n}", "Late.") for n in range(12)), ("x\x1b", "Odd.")])
    lines = list(summary(ASSIGNMENT, report, dry_run=False))
    assert "  s0, s1, s2, s3, s4, s5, s6, s7, s8, s9 and 2 more: Late." in lines
    assert "  'x\\x1b': Odd." in lines


@given(
    names=st.lists(
        st.text(st.sampled_from("ab_./\\:0179~ \0\n\x1bAÄ…") | st.characters(codec="utf-8"), min_size=1, max_size=30),
        min_size=1,
        max_size=5,
    )
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whatever_files_are_called_nothing_is_written_elsewhere(
    names: list[str], course: Course, tmp_path: Path
) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path.suffix != ".zip"}
    file = tmp_path / "x.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w") as archive:
        warnings.simplefilter("ignore")  # a name that is there twice
        for name in (*names, *(f"{name}_4711_1_{name}.ipynb" for name in names)):
            info = zipfile.ZipInfo("x")
            info.filename = name
            archive.writestr(info, ONE)
    collected(course, file)
    after = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file() and path != file}
    new = {path for path, raw in after.items() if before.get(path) != raw}
    ours = {course.submitted / place("ada"), course.kept / "collected" / f"{ASSIGNMENT}.json"}
    assert new <= ours
