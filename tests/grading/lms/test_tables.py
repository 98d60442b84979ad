"""A CSV file of which a few cells are changed."""

from __future__ import annotations

import codecs
import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from genuinely.grading.lms.tables import guarded, parse_table, write_rows
from genuinely.grading.trouble import CourseError

ODD = b'\xef\xbb\xbf"Student" ,ID,"A ""b"" (1)",Empty\r\n\r\n"Doe, J\xc3\xb6",7,"1,5",\n\'x\',8,2'


def test_nothing_changed_is_byte_for_byte_the_same() -> None:
    assert parse_table(ODD, "x.csv").changed({}) == ODD


def test_one_cell_changed_leaves_the_others() -> None:
    table = parse_table(ODD, "x.csv")
    assert table.changed({(2, 2): "9,25", (3, 2): "3"}) == ODD.replace(b'"1,5"', b'"9,25"').replace(b"8,2", b"8,3")


def test_an_empty_cell_at_the_end_is_filled() -> None:
    assert parse_table(b"a,b\n1,\n2,", "x").changed({(1, 1): "5", (2, 1): "6"}) == b"a,b\n1,5\n2,6"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8])
def test_marks_and_encodings_are_kept(mark: bytes) -> None:
    code = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(mark, "utf-8")
    raw = mark + "Name\tNote\r\nZoë\t\r\n".encode(code)
    table = parse_table(raw, "x")
    assert table.delimiter == "\t"
    assert table.changed({(1, 1): "5"}) == mark + "Name\tNote\r\nZoë\t5\r\n".encode(code)


@pytest.mark.parametrize("raw", [b"n;v\nZo\xeb;1\n", b"n;v\nZo\x81;1\n"])
def test_old_letters_are_kept(raw: bytes) -> None:
    assert parse_table(raw, "x").changed({(1, 1): "2"}) == raw.replace(b";1", b";2")


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=5), min_size=2, max_size=3),
        min_size=1,
        max_size=4,
    )
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_python_writes_is_read_as_it_reads_it(rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(rows)
    raw = out.getvalue().encode()
    table = parse_table(raw, "x")
    assert [[cell.value for cell in row] for row in table.rows] == rows
    assert table.changed({}) == raw


@pytest.mark.parametrize("raw", [b"PK\x03\x04", b"a,\0b\n", b'a,"b\n'])
def test_what_is_no_csv_file_is_refused(raw: bytes) -> None:
    with pytest.raises(CourseError):
        parse_table(raw, "x.csv")


@pytest.mark.parametrize("text", ["=1+1", "+4", "-2", "@SUM(A1)", "\t=1", " =1", "|x"])
def test_what_a_spreadsheet_would_calculate_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Ada", "1=1", "", "O'Neill"])
def test_other_text_is_not(text: str) -> None:
    assert guarded(text) == text


def test_rows_are_written_so_that_they_are_read_again() -> None:
    rows = [["a", 'say "hi"', "x,y"], ["", "two\nlines", " blank "]]
    assert list(csv.reader(io.StringIO(write_rows(rows).decode("utf-8"), newline=""))) == rows
