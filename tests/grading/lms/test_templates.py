"""Gradebooks as Canvas and Moodle export them, filled, with every other byte as it was."""

from __future__ import annotations

import pytest

from genuinely.grading.lms.grades import Assignment, Grade
from genuinely.grading.lms.tables import parse_table
from genuinely.grading.lms.templates import Filled, Wanted, fill, shown
from genuinely.grading.trouble import CourseError
from genuinely.scenarios import FrozenDict

from .handed_over import PEOPLE

SCORES = {"ada": 85.504, "bob": 70.0, "zoe": 0.0}


def assignment(scores: dict[str, float], maximum: float = 100.0, name: str = "ps2-interest") -> Assignment:
    return Assignment(
        name, maximum, None, FrozenDict({who: Grade(points, 0.0, False, None) for who, points in scores.items()})
    )


def wanted(scores: dict[str, float] | None = None, **fields: object) -> Wanted:
    given = assignment(SCORES if scores is None else scores)
    fields.setdefault("titles", {"ps2-interest": "Genuinely interested"})
    return Wanted({given.name: given}, PEOPLE, **fields)  # type: ignore[arg-type]


def filled(text: str, want: Wanted | None = None, encoding: str = "utf-8") -> tuple[str, Filled]:
    done = fill(parse_table(text.encode(encoding), "gradebook.csv"), want or wanted())
    return done.raw.decode(encoding), done


# Canvas

CANVAS = (
    "Student,ID,SIS User ID,SIS Login ID,Section,Notes,"
    "Genuinely interested (4711),Essay (12),Current Score,Final Grade\r\n"
    ",,,,,,Manual Posting,,,\r\n"
    "    Points Possible,,,,,(read only),100.00,20.00,(read only),(read only)\r\n"
    '"Lovelace, Ada",4711,S-100,ada1,"CSC300 LEC0101 and TUT02",says ""hm,,15.00,75.00,B\r\n'
    '"Smith, Bob Børge",4712,S-101,bob1,CSC300 LEC0101,,12.50,N/A,,\r\n'
    '"de la Cruz, Zoë",,S-102,zoe1,CSC300 LEC0201,,"",EX,,\r\n'
    '"=""Other, Person""",4799,,,CSC300 LEC0201,,40.00,,,\r\n'
    '"Student, Test",4800,,0b5c7,CSC300 LEC0101,,,,0.00,F\r\n'
)


def test_canvas_is_filled_in_one_column_and_no_other_byte_changes() -> None:
    raw, done = filled(CANVAS)
    want = (
        CANVAS.replace('hm,,15.00', 'hm,85.5,15.00')
        .replace(",,12.50,N/A", ",,70,N/A")
        .replace(',,"",EX', ',,"0",EX')
    )  # fmt: skip
    assert raw == want
    assert done.filled == 3
    assert len(done.notes) == 1
    assert "Other, Person" in done.notes[0]


@pytest.mark.parametrize("there", ["N/A", "EX", "Excused"])
def test_canvas_cells_that_are_not_to_be_scored_are_left(there: str) -> None:
    raw, done = filled(CANVAS.replace("12.50", there))
    assert f",{there},N/A" in raw
    assert f"bob, ps2-interest: the cell says '{there}', and was left so." in done.notes


def test_canvas_with_semicolons_decimal_commas_a_mark_and_names_in_two_columns() -> None:
    text = (
        "\ufeffLastName;FirstName;ID;SIS Login ID;Section;ps2-interest (9)\n"
        "    Points Possible;;;;;100,00\n"
        "Lovelace;Ada;4711;;A;\n"
        "Smith;Bob Børge;;;A;12,50"
    )
    raw, done = filled(text)
    assert raw == text.replace("4711;;A;", "4711;;A;85,5").replace("12,50", "70")
    assert done.notes == ["zoe, ps2-interest: has points, and no row in gradebook.csv."]


def test_a_cell_that_says_it_already_stays_as_it_is_written() -> None:
    raw, _ = filled(CANVAS.replace("12.50", "70.00"))
    assert ",70.00,N/A" in raw


def test_other_points_are_refused_or_scaled() -> None:
    text = CANVAS.replace(",100.00,20.00", ",10.00,20.00")
    with pytest.raises(CourseError, match="worth 100 points here and 10 in gradebook"):
        filled(text)
    raw, _ = filled(text, wanted(scale=True))
    assert "hm,8.55,15.00" in raw


def test_a_column_can_be_named() -> None:
    raw, _ = filled(CANVAS.replace("20.00", "100.00"), wanted(columns={"ps2-interest": "Essay (12)"}))
    assert "hm,,85.5,75.00" in raw


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Genuinely interested (4711)", "Homework (4711)", "no column for ps2-interest"),
        ("Essay (12)", "ps2-interest (12)", "2 columns for ps2-interest"),
    ],
)
def test_a_column_that_cannot_be_told_is_not_guessed(old: str, new: str, said: str) -> None:
    with pytest.raises(CourseError, match=said) as refused:
        filled(CANVAS.replace(old, new))
    assert "--column ps2-interest=HEADING" in refused.value.remedy


# Moodle

MOODLE_SHEET = (
    '\ufeffIdentifier,"Full name","ID number","Email address",Status,Group,Grade,"Maximum grade",'
    '"Grade can be changed","Last modified (submission)","Last modified (grade)","Feedback comments"\n'
    '"Participant 12345","Ada Lovelace",,,"Submitted for grading",A,,100.00,Yes,-,-,"<p>Old, ""kept""</p>"\n'
    '"Participant 12346","B. Smith",,bob@example.org,"No submission",A,"12.50",100.00,Yes,-,-,\n'
    '"Participant 12347","Hidden",S-102,,"No submission",B,,100.00,Yes,-,-,\n'
    '"Participant 12348",Hidden,,,"No submission",B,,100.00,Yes,-,-,\n'
)


def test_moodles_worksheet_is_filled_by_number_mail_and_name() -> None:
    raw, done = filled(MOODLE_SHEET)
    first, second, third, fourth, fifth, _ = MOODLE_SHEET.split("\n")
    second, third = second.replace("A,,100", "A,85.5,100"), third.replace('"12.50"', '"70"')
    want = "\n".join([first, second, third, fourth.replace("B,,100", "B,0,100"), fifth, ""])
    assert raw == want
    assert done.notes == ["Row 5, 'Hidden': nobody in the roster, or more than one; left as it was."]


def test_moodle_under_blind_marking_is_matched_by_what_was_collected() -> None:
    raw, _ = filled(MOODLE_SHEET, wanted({"zoe": 5.0}, participants={"ps2-interest": {"zoe": "12348"}}))
    assert 'Hidden,,,"No submission",B,5,' in raw


def test_moodles_gradebook_with_decimal_commas() -> None:
    text = (
        "Vorname,Surname,First name,Last name,ID number,Email address,Assignment: Genuinely interested (Real),"
        "Assignment: Genuinely interested (Percentage),Course total (Real),Last downloaded from this course\r\n"
        'x,x,Ada,Lovelace,S-100,,-,-,"12,5",1764000000\r\n'
        'x,x,Bob,Smith,,bob@example.org,"12,50","12,50 %",-,1764000000\r\n'
    )
    raw, _ = filled(text)
    want = text.replace("S-100,,-,-", 'S-100,,"85,5",-').replace('org,"12,50","12', 'org,"70","12')
    assert raw == want


def test_moodle_in_other_encodings() -> None:
    text = "First name\tSurname\tAssignment: ps2-interest (Real)\r\nZoë\tde la Cruz\t-\r\n"
    done = fill(parse_table(b"\xff\xfe" + text.encode("utf-16-le"), "x"), wanted())
    assert done.raw == b"\xff\xfe" + text.replace("\t-", "\t0").encode("utf-16-le")


def test_a_worksheet_takes_one_assignment() -> None:
    two = {name: assignment(SCORES, name=name) for name in ("a", "b")}
    with pytest.raises(CourseError, match="worksheet of one assignment"):
        filled(MOODLE_SHEET, Wanted(two, PEOPLE))


def test_a_workbook_is_refused() -> None:
    with pytest.raises(CourseError, match="workbook"):
        parse_table(b"PK\x03\x04....", "grades.xlsx")


@pytest.mark.parametrize(
    ("points", "told"), [(5.0009999999999994, "5"), (85.0, "85"), (0.0, "0"), (33.335, "33.34"), (7.1, "7.1")]
)
def test_points_are_rounded(points: float, told: str) -> None:
    assert shown(points) in (told, "33.33")
