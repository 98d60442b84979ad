"""The roster, and finding somebody in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.grading.lms.roster import Person, Roster, read_roster
from genuinely.grading.trouble import CourseError

from .handed_over import PEOPLE, ROSTER


def test_a_roster_is_read_by_its_headings(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text(ROSTER, encoding="utf-8-sig")
    assert read_roster(file).people == PEOPLE.people


def test_names_in_two_columns_semicolons_and_other_columns(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_bytes("Tutor;First name;Surname;HUB NAME\r\nX;Zo\xeb;Cruz;zoe\r\n\r\n".encode("cp1252"))
    [zoe] = read_roster(file).people
    assert zoe == Person("zoe", name="Zoë Cruz")


def test_canvass_gradebook_with_one_more_column_is_a_roster(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text(
        "Student,ID,SIS User ID,SIS Login ID,Section,Quiz (12),hub name\n"
        "    Points Possible,,,,,10,\n"
        '"Lovelace, Ada",4711,S-100,ada1,A and B,9,ada\n'
        '"Student, Test",4800,,x,A,,\n',
        encoding="utf-8",
    )
    assert read_roster(file).people == (Person("ada", "4711", "S-100", "ada1", "", "Lovelace, Ada"),)


def test_moodles_participants_with_one_more_column_are_a_roster(tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text(
        "First name,Last name,ID number,Email address,Hub name\nAda,Lovelace,S-1,a@b.c,ada\n", encoding="utf-8"
    )
    assert read_roster(file).people == (Person("ada", sis_id="S-1", email="a@b.c", name="Ada Lovelace"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,email\nAda,a@b\n", "no column for the name in nbgrader (found: name, email)"),
        ("hub name\nada\nada\n", "'ada' is there twice"),
        ("hub name\nada\nAda\n", "'ada' and 'Ada' are alike"),
        ("hub name\n../up\n", "line 2: The student id '../up'"),
        ("hub name\ncon\n", "Windows keeps for a device"),
        ('hub name\n"ada\n', "is never closed"),
    ],
)
def test_a_roster_that_cannot_be_used_is_refused(text: str, said: str, tmp_path: Path) -> None:
    file = tmp_path / "roster.csv"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CourseError) as refused:
        read_roster(file)
    assert said in str(refused.value)


def test_no_roster_says_how_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="hub name,lms id,sis id,email,name"):
        read_roster(tmp_path / "roster.csv")


@pytest.mark.parametrize(
    ("text", "hub"),
    [
        ("Lovelace, Ada", "ada"), ("lovelaceada", "ada"), ("Ada Lovelace", "ada"), ("ADA@example.org", "ada"),
        ("delacruzzoë", "zoe"), ("Zoe De La Cruz", "zoe"), ("cruzzoëdela", "zoe"), ("4713", "zoe"), ("s-101", "bob"),
        ("smithbobbørge", "bob"),
    ],
)  # fmt: skip
def test_somebody_is_found_by_any_spelling(text: str, hub: str) -> None:
    assert [person.hub for person in PEOPLE.find(text)] == [hub]


def test_two_of_one_name_are_both_found_and_nobody_by_nothing() -> None:
    twins = Roster([Person("a", name="Kim Lee"), Person("b", name="Lee, Kim"), Person("c")])
    assert [person.hub for person in twins.by_name("Kim Lee")] == ["a", "b"]
    assert twins.find("") == []
    assert twins.find("...") == []
