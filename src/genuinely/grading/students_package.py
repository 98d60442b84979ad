"""What students are given of an assignment: its notebooks, a page that says how to begin, and the course's wheel."""

from __future__ import annotations

import shutil
import zipfile
from functools import cache
from pathlib import Path

from genuinely import __version__
from genuinely.coaching.wording import Words, check, load
from genuinely.grading.course import Course
from genuinely.grading.trouble import CourseError

README = "README.md"
_BRACES = {"page": {"text": frozenset({"assignment", "notebooks", "course", "version"})}}
_COURSE = {"wheel": frozenset({"wheel"}), "elsewhere": frozenset({"version"})}


def make_package(course: Course, assignment: str, place: Path, wheel: Path | None) -> Path:
    """Put together what students need and return `place`: a ZIP file if its name ends so, else a folder.

    What nbgrader made for students goes in, and of the instructor's nothing. wheel: the course itself, None if
    students get it from elsewhere. Raises CourseError if there is nothing to give out, or something in the way.
    """
    made = course.release / assignment
    notebooks = sorted(file.name for file in made.glob("*.ipynb")) if made.is_dir() else []
    if not notebooks:
        raise CourseError(f"There is no notebook in {made}.", "Let nbgrader make it: generate_assignment.")
    files = {file.relative_to(made).as_posix(): file for file in sorted(made.rglob("*")) if file.is_file()}
    if wheel is not None:
        files[wheel.name] = wheel
    page = readme(assignment, notebooks, wheel)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        return _zipped(place, assignment, files, page) if place.suffix == ".zip" else _in_folder(place, files, page)
    except OSError as error:
        raise CourseError(
            f"{place} cannot be written ({error.strerror}).", "Give another place: --to PLACE."
        ) from error


def readme(assignment: str, notebooks: list[str], wheel: Path | None) -> str:
    """Return the page for students, as Markdown."""
    words = _words()
    said = "wheel" if wheel else "elsewhere"
    course = words["course"][said].format(wheel=wheel.name if wheel else "", version=__version__)
    names = ", ".join(f"`{name}`" for name in notebooks)
    text = words["page"]["text"].format(
        assignment=assignment, notebooks=names, course=course.strip(), version=__version__
    )
    return f"{text.strip()}\n"


def _zipped(place: Path, assignment: str, files: dict[str, Path], page: str) -> Path:
    unfinished = place.with_name(f"{place.name}.part")
    with zipfile.ZipFile(unfinished, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{assignment}/{README}", page)
        for name, file in files.items():
            archive.write(file, f"{assignment}/{name}")
    unfinished.replace(place)
    return place


def _in_folder(place: Path, files: dict[str, Path], page: str) -> Path:
    if place.exists() and any(place.iterdir()):
        raise CourseError(f"{place} is not empty.", "Give the name of a folder that is not there yet: --to FOLDER.")
    for name, file in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, place / name)
    (place / README).write_text(page, encoding="utf-8", newline="\n")
    return place


@cache
def _words() -> Words:
    return check(load("release"), "release.toml", {**_BRACES, "course": _COURSE})
