"""Feedback in the zip by which each LMS takes it back."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from pathlib import Path

import pytest

from genuinely.cli.main import main
from genuinely.grading.course import Course
from genuinely.grading.lms.collecting import Options, collect
from genuinely.grading.lms.returning import feedback_zip
from genuinely.grading.run import grade_assignment
from genuinely.grading.trouble import CourseError

from ..handed_in import raw
from ..problem_set import ASSIGNMENT, SCENARIOS, answered, reference
from .handed_over import PEOPLE, foldered, zipped

CANVAS = {
    "lovelaceada_LATE_4711_9105_ps2-interest-1.ipynb": b"1",
    "smithbobbørge_4712_9050_ps2-interest.ipynb": b"2",
    "delacruzzoë_4713_9060_ps2-interest.ipynb": b"3",
}
MOODLE = {
    "Ada Lovelace_12345_assignsubmission_file/ps2-interest.ipynb": b"1",
    "Zoë de la Cruz_12347_assignsubmission_file_/ps2-interest.ipynb": b"3",
}


def collected(course: Course, place: Path, files: dict[str, bytes], *pages: str) -> None:
    collect(course, zipped(place / "x.zip", files), ASSIGNMENT, PEOPLE, Options())
    foldered(course.feedback, {f"{who}/{ASSIGNMENT}/{ASSIGNMENT}.html": who.encode() for who in pages})


def inside(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def as_canvas_reads(name: str) -> tuple[str, str]:
    """Return user and file as Canvas finds them: the first two parts that are numbers."""
    user, upload = [part for part in name.split("_") if part.isdigit()][:2]
    return user, upload


def as_moodle_reads(path: str) -> tuple[str, str, str]:
    """Return participant, kind of plugin and its name, as every version of Moodle since 2.4 finds them."""
    parts = path.split("/")[0].split("_", 4)
    assert len(parts) == 5
    assert re.fullmatch(r"\d+", parts[1])
    return parts[1], parts[2], parts[3]


def test_canvas_gets_the_names_that_it_gave_out(course: Course, tmp_path: Path) -> None:
    collected(course, tmp_path, CANVAS, "ada", "bob")
    done = feedback_zip(course, ASSIGNMENT, "canvas")
    found = inside(done.raw)
    assert found == {
        "lovelaceada_LATE_4711_9105_ps2-interest-1.html": b"ada",
        "smithbobbørge_4712_9050_ps2-interest.html": b"bob",
    }
    assert {as_canvas_reads(name) for name in found} == {("4711", "9105"), ("4712", "9050")}
    assert done.students == ["ada", "bob"]
    assert done.notes == [("zoe", f"There is no page for {ASSIGNMENT} yet.")]


def test_moodle_gets_a_folder_for_each_participant(course: Course, tmp_path: Path) -> None:
    collected(course, tmp_path, MOODLE, "ada", "zoe", "bob")
    done = feedback_zip(course, ASSIGNMENT, "moodle")
    found = inside(done.raw)
    assert found == {
        "Ada Lovelace_12345_assignsubmission_file_/ps2-interest.html": b"ada",
        "Zoë de la Cruz_12347_assignsubmission_file_/ps2-interest.html": b"zoe",
    }
    assert as_moodle_reads(next(iter(found))) == ("12345", "assignsubmission", "file")
    assert done.notes == [("bob", "Was not collected from Moodle; the page was left out.")]


def test_the_same_pages_give_the_same_zip(course: Course, tmp_path: Path) -> None:
    collected(course, tmp_path, CANVAS, "bob", "ada")
    assert feedback_zip(course, ASSIGNMENT, "canvas").raw == feedback_zip(course, ASSIGNMENT, "canvas").raw


@pytest.mark.parametrize("to", ["canvas", "moodle"])
def test_nothing_to_return_is_said(to: str, course: Course, tmp_path: Path) -> None:
    collected(course, tmp_path, CANVAS)
    with pytest.raises(CourseError, match="genuinely feedback ps2-interest"):
        feedback_zip(course, ASSIGNMENT, to)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_no_link_is_followed(course: Course, tmp_path: Path) -> None:
    collected(course, tmp_path, CANVAS, "ada")
    page = course.feedback / "bob" / ASSIGNMENT / f"{ASSIGNMENT}.html"
    page.parent.mkdir(parents=True)
    page.symlink_to(tmp_path / "x.zip")
    done = feedback_zip(course, ASSIGNMENT, "canvas")
    assert done.students == ["ada"]
    assert any(who == "bob" and "links are not followed" in said for who, said in done.notes)


def test_as_an_instructor_types_it(
    course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(course.kept)
    answers = raw(answered({scenario: reference(scenario) for scenario in SCENARIOS}))
    collected(course, tmp_path, {"lovelaceada_4711_9105_ps2-interest.ipynb": answers})
    grade_assignment(course, ASSIGNMENT)
    assert main(["feedback", ASSIGNMENT, "--to", "moodle"]) == 1
    assert "can go back to Moodle" in capsys.readouterr().err
    assert main(["feedback", ASSIGNMENT, "--to", "canvas"]) == 0
    assert "1 page for Canvas" in capsys.readouterr().out
    found = inside((course.kept / f"feedback-{ASSIGNMENT}-canvas.zip").read_bytes())
    assert list(found) == ["lovelaceada_4711_9105_ps2-interest.html"]
    assert b"<html" in found["lovelaceada_4711_9105_ps2-interest.html"]
