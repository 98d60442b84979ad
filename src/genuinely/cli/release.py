"""`genuinely release ASSIGNMENT`: the students' package, and what its scores will be made with."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from genuinely.cli.nbgrader import environment
from genuinely.cli.repository import repository

if TYPE_CHECKING:
    from genuinely.grading.course import Course


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "release",
        help="make the students' package of an assignment, e.g. release ps2-interest",
        description="Make the students' copy of an assignment with nbgrader's generate_assignment, put it together "
        "with a page for students and the course itself, and write down what its scores will be made with.",
    )
    parser.add_argument("assignment", help="the assignment's name, e.g. ps2-interest")
    parser.add_argument("--to", type=Path, metavar="PLACE", help="a folder, or a file that ends with .zip")
    parser.add_argument("--again", action="store_true", help="release anew what was released before")
    parser.add_argument("--wheel", type=Path, metavar="FILE", help="the course's wheel; left out, it is built here")
    parser.add_argument("--no-wheel", action="store_true", help="leave it out: students have the course already")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Release, and return 0 unless something kept it from being done."""
    from genuinely.grading.course import find_course
    from genuinely.grading.pins import FOLDER, read_pin
    from genuinely.grading.run import pin_installed
    from genuinely.grading.trouble import CourseError, GradingError

    try:
        course = find_course(Path.cwd())
        if not (course.source / args.assignment).is_dir():
            raise CourseError(f"There is no folder {course.source / args.assignment}.", "Mend the assignment's name.")
        pin = read_pin(course, args.assignment)
        if pin and not args.again:
            raise CourseError(
                f"{args.assignment} was released on {pin.released[:10]}.",
                "Add --again to release it anew; what was graded since stays, and `genuinely grade` says what to do.",
            )
        _generate(args.assignment)
        place = args.to or course.kept / FOLDER / f"{args.assignment}.zip"
        _give_out(course, args, place)
        pin_installed(course, args.assignment, f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")
    except GradingError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{args.assignment} is in {place}: give it to the students. Its scores are pinned to what is installed now.")
    return 0


def _generate(assignment: str) -> None:
    """Let nbgrader make the students' copy, and enter the assignment into the gradebook."""
    from genuinely.grading.trouble import CourseError

    command = [sys.executable, "-m", "nbgrader", "generate_assignment", assignment, "--force"]
    done = subprocess.run(
        command,
        env=environment(Path.cwd(), os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        raise CourseError(f"nbgrader could not make the students' copy:\n{done.stdout}\n", "Mend what it says.")


def _give_out(course: Course, args: argparse.Namespace, place: Path) -> None:
    from genuinely.grading.students_package import make_package
    from genuinely.grading.trouble import CourseError

    if args.wheel and not args.wheel.is_file():
        raise CourseError(f"There is no file {args.wheel}.", "Mend its name, or leave --wheel out.")
    with tempfile.TemporaryDirectory(prefix="genuinely-wheel-") as folder:
        wheel = None if args.no_wheel else args.wheel or _built(Path(folder))
        make_package(course, args.assignment, place, wheel)


def _built(folder: Path) -> Path | None:
    """Build the course's wheel. None where only the installed package is there; then the page says so."""
    from genuinely.grading.trouble import CourseError

    root = repository(Path.cwd())
    if root is None:
        return None
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False)
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        raise CourseError(
            f"The course's wheel could not be built:\n{done.stdout}{done.stderr}\n", "Give one with --wheel FILE."
        )
    return wheels[0]
