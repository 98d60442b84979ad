"""Sources that are hostile or odd: named and refused, each for itself, with nothing written or followed."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from genuinely.grading.lms import archive
from genuinely.grading.lms.archive import opened
from genuinely.grading.notebooks import MOST_BYTES
from genuinely.grading.trouble import CourseError, SubmissionError

from .handed_over import NOTEBOOK, foldered, member, zipped

GOOD = {f"ada/{NOTEBOOK}": b"{}"}


def taken(place: Path) -> dict[str, str]:
    """Return what is taken, and what is refused with why, of a source."""
    with opened(place) as source:
        return {**{entry.path: "" for entry in source.entries}, **{path: error.cause for path, error in source.refused}}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("/etc/ps2-interest.ipynb", "root of a disk"),
        ("C:\\ps2-interest.ipynb", "root of a disk"),
        ("c:ps2-interest.ipynb", "root of a disk"),
        ("\\\\server\\share\\ps2-interest.ipynb", "root of a disk"),
        ("../ada/ps2-interest.ipynb", "leads out"),
        ("ada/../../ps2-interest.ipynb", "leads out"),
        ("ada\\..\\..\\ps2-interest.ipynb", "leads out"),
        ("CON/ps2-interest.ipynb", "Windows keeps"),
        ("ada/nul.ipynb", "Windows keeps"),
        ("ada/x\x1b[2J.ipynb", "cannot be seen"),
        ("a/" * 12 + "x.ipynb", "too deep"),
        ("ada/inner.zip", "packed once more"),
        ("ada/inner.tar.gz", "packed once more"),
    ],
)
def test_a_hostile_name_is_refused_and_the_others_are_taken(name: str, why: str, tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    with zipfile.ZipFile(file, "w") as made:
        info = member("placeholder")
        info.filename = name
        made.writestr(info, b"{}")
        made.writestr(member(f"ada/{NOTEBOOK}"), b"{}")
    found = taken(file)
    assert found.pop(f"ada/{NOTEBOOK}") == ""
    [said] = found.values()
    assert why in said


def test_a_name_cut_by_a_zero_byte_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", {"ada/ps2-interestXipynb": b"{}"})
    file.write_bytes(file.read_bytes().replace(b"interestXipynb", b"interest\0ipynb"))
    assert ["cannot be seen" in said for said in taken(file).values()] == [True]


def test_a_link_in_a_zip_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.zip"
    info = member("ada/ps2-interest.ipynb")
    info.create_system, info.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(info, "/etc/passwd")
    assert "a link" in taken(file)["ada/ps2-interest.ipynb"]


def test_names_that_differ_in_capitals_alone_are_both_refused(tmp_path: Path) -> None:
    found = taken(zipped(tmp_path / "x.zip", {"ada/PS2.ipynb": b"1", "Ada/ps2.ipynb": b"2", **GOOD}))
    assert found.pop(f"ada/{NOTEBOOK}") == ""
    assert all("but for capitals" in said for said in found.values())
    assert len(found) == 2


def test_what_systems_leave_behind_is_passed_over(tmp_path: Path) -> None:
    odd = {"__MACOSX/ada/._x.ipynb": b"", "ada/.ipynb_checkpoints/x.ipynb": b"", "ada/._x.ipynb": b"", ".DS_Store": b""}
    assert list(taken(zipped(tmp_path / "x.zip", {**odd, **GOOD}))) == [f"ada/{NOTEBOOK}"]


@pytest.mark.parametrize(
    ("size", "why"), [(MOST_BYTES + 1, "more than"), (MOST_BYTES, "packed far more tightly")], ids=["long", "tight"]
)
def test_a_bomb_is_refused_without_being_unpacked(size: int, why: str, tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", {f"ada/{NOTEBOOK}": b" " * size})
    with opened(file) as source, pytest.raises(SubmissionError, match=why):
        source.entries[0].read()


def test_a_bomb_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", {f"ada/{NOTEBOOK}": b" " * 3_000_000})
    file.write_bytes(file.read_bytes().replace((3_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little")))
    with opened(file) as source, pytest.raises(SubmissionError, match="cannot be unpacked"):
        source.entries[0].read()


def test_all_together_may_not_be_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_READ", 5)
    file = zipped(tmp_path / "x.zip", {"a/x.ipynb": b"123", "b/x.ipynb": b"456"})
    with opened(file) as source:
        assert source.entries[0].read() == b"123"
        with pytest.raises(CourseError, match="more than 5 bytes"):
            source.entries[1].read()


def test_too_many_files_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_ENTRIES", 2)
    with pytest.raises(CourseError, match="more than 2 files"):
        taken(zipped(tmp_path / "x.zip", {f"a/{n}.ipynb": b"" for n in range(3)}))
    with pytest.raises(CourseError, match="more than 2 files"):
        taken(foldered(tmp_path / "x", {f"a/{n}.ipynb": b"" for n in range(3)}))


def test_a_damaged_member_is_named_for_itself(tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", {"a/x.ipynb": os.urandom(500), "b/x.ipynb": b"456"})
    raw = bytearray(file.read_bytes())
    raw[100:110] = b"\0" * 10
    file.write_bytes(raw)
    with opened(file) as source:
        with pytest.raises(SubmissionError, match="cannot be unpacked"):
            source.entries[0].read()
        assert source.entries[1].read() == b"456"


def test_a_password_is_named(tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", {"a/x.ipynb": b"123"})
    raw = bytearray(file.read_bytes())
    raw[6] |= 1
    at = raw.index(b"PK\x01\x02")
    raw[at + 8] |= 1
    file.write_bytes(raw)
    with opened(file) as source, pytest.raises(SubmissionError, match="password"):
        source.entries[0].read()


@given(changes=st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), min_size=1, max_size=6))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_a_zip_with_any_bytes_changed_is_read_or_refused(changes: list[tuple[int, int]], tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", {"a/x.ipynb": b"123" * 20, "b/ÿ.ipynb": b"4"})
    raw = bytearray(file.read_bytes())
    for at, byte in changes:
        raw[at % len(raw)] = byte
    file.write_bytes(raw)
    read = set()
    try:
        with opened(file) as source:
            for entry in source.entries:
                with contextlib.suppress(SubmissionError):
                    read.add(entry.read())
    except CourseError:
        return
    assert read <= {b"123" * 20, b"4", b""}  # none of a member whose size was changed to 0


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_what_is_packed_in_another_way_is_refused(method: int, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w", method) as made:
        made.writestr("a/x.ipynb", b"123")
    with opened(tmp_path / "x.zip") as source, pytest.raises(SubmissionError, match="no LMS packs"):
        source.entries[0].read()


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04 cut", b"not a zip at all"])
def test_what_is_no_zip_is_refused(raw: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(raw)
    with pytest.raises(CourseError, match="Download it again"):
        taken(tmp_path / "x.zip")


def test_nothing_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="There is no"):
        taken(tmp_path / "x.zip")


def test_a_name_from_a_mac_is_read_as_utf_8(tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", {"Zoë/x.ipynb": b""})
    raw = file.read_bytes()
    for sign in (b"PK\x03\x04", b"PK\x01\x02"):  # without the mark that says UTF-8
        at = raw.index(sign) + (7 if sign == b"PK\x03\x04" else 9)
        raw = raw[:at] + bytes([raw[at] & ~0x08]) + raw[at + 1 :]
    file.write_bytes(raw)
    assert list(taken(file)) == ["Zoë/x.ipynb"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_no_link_in_a_folder_is_followed(tmp_path: Path) -> None:
    secret = foldered(tmp_path / "secret", {"x.ipynb": b"secret"})
    folder = foldered(tmp_path / "x", GOOD)
    (folder / "bob").symlink_to(secret)
    (folder / "ada" / "more.ipynb").symlink_to(secret / "x.ipynb")
    os.mkfifo(folder / "ada" / "pipe.ipynb")
    found = taken(folder)
    assert found[f"ada/{NOTEBOOK}"] == ""
    assert "links are not followed" in found["bob"]
    assert "links are not followed" in found["ada/more.ipynb"]
    assert found["ada/pipe.ipynb"] == "It is not a file."
    assert len(found) == 4
