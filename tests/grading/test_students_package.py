"""The package for students: a folder or a ZIP, with and without the course itself."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from genuinely.grading.course import Course
from genuinely.grading.students_package import make_package
from genuinely.grading.trouble import CourseError

from .problem_set import ASSIGNMENT, NOTEBOOK, REPOSITORY


@pytest.fixture
def released(course: Course) -> Course:
    """A course whose students' copy was made, with a picture beside it."""
    shutil.copytree(REPOSITORY / "exercises" / ASSIGNMENT, course.release / ASSIGNMENT)
    (course.release / ASSIGNMENT / "pictures").mkdir()
    (course.release / ASSIGNMENT / "pictures" / "map.png").write_bytes(b"picture")
    return course


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    file = tmp_path / "genuinely-9-py3-none-any.whl"
    file.write_bytes(b"wheel")
    return file


def test_a_folder_holds_what_nbgrader_made_a_page_and_the_wheel(released: Course, wheel: Path, tmp_path: Path) -> None:
    place = make_package(released, ASSIGNMENT, tmp_path / "out", wheel)
    found = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()}
    assert found == {NOTEBOOK, "README.md", "pictures/map.png", wheel.name}
    assert f"pip install {wheel.name}" in (place / "README.md").read_text(encoding="utf-8")


def test_a_zip_holds_the_same_in_one_folder(released: Course, wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(make_package(released, ASSIGNMENT, tmp_path / "new" / "out.zip", wheel)) as archive:
        names = set(archive.namelist())
    assert names == {f"{ASSIGNMENT}/{name}" for name in (NOTEBOOK, "README.md", "pictures/map.png", wheel.name)}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out.zip"]


def test_without_a_wheel_the_page_says_who_has_the_course(released: Course, tmp_path: Path) -> None:
    place = make_package(released, ASSIGNMENT, tmp_path / "out", None)
    page = (place / "README.md").read_text(encoding="utf-8")
    assert "Your instructor says where to get it" in page
    assert "pip install" not in page
    assert NOTEBOOK in page


def test_what_was_not_made_is_not_given_out(course: Course, tmp_path: Path) -> None:
    with pytest.raises(CourseError, match="There is no notebook in"):
        make_package(course, ASSIGNMENT, tmp_path / "out", None)


def test_a_folder_with_something_in_it_is_left_alone(released: Course, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match="is not empty"):
        make_package(released, ASSIGNMENT, tmp_path / "out", None)
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]
