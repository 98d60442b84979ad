"""`genuinely grade ASSIGNMENT`: a class, graded into nbgrader's gradebook without running anything of a student's."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from genuinely.grading.report import Report

_SHOWN = 20
"""Answers of the manual-grading list that are printed."""


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "grade",
        help="grade a class into nbgrader's gradebook; runs nothing of a student's: grade ps2-interest",
        description="Grade what lies in the folder of submissions, into nbgrader's gradebook. Nothing of a student's "
        "is run. Whoever was graded already is left as they are, so it can be stopped and begun again at any time.",
    )
    parser.add_argument("assignment", help="the assignment's name, e.g. ps2-interest")
    parser.add_argument("--student", nargs="+", default=[], metavar="ID", help="only these students")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--dask", default="", metavar="ADDRESS", help="grade on the Dask cluster with this scheduler")
    where.add_argument(
        "--workers", type=processes, metavar="N", help="processes that grade at once; left out, as many as pay"
    )
    parser.add_argument("--db", metavar="URL", help="another gradebook, e.g. postgresql://user@host/gradebook")
    parser.add_argument("--dry-run", action="store_true", help="say what would come of it, and write nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Grade, and return 0 unless something could not be graded."""
    from genuinely.grading.course import find_course
    from genuinely.grading.run import grade_assignment
    from genuinely.grading.trouble import GradingError

    progress = Progress()
    try:
        course = find_course(Path.cwd(), args.db)
        report = grade_assignment(
            course,
            args.assignment,
            only=args.student,
            workers=args.workers,
            dask=args.dask,
            dry_run=args.dry_run,
            progress=progress,
        )
    except GradingError as error:
        progress.end()
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        progress.end()
        print("Stopped. What was written is whole, and the same command goes on from there.", file=sys.stderr)
        return 130
    progress.end()
    print("\n".join(summary(args.assignment, report, dry_run=args.dry_run)))
    return 1 if report.troubles else 0


def summary(assignment: str, report: Report, *, dry_run: bool) -> Iterator[str]:
    """Yield the lines that say what came of it."""
    yield (
        f"{assignment}: {len(report.graded)} graded, {len(report.unchanged)} graded before and unchanged, "
        f"{len(report.troubles)} could not be graded."
    )
    if report.total == 0:
        yield "Nothing is in the folder of submissions for this assignment."
    if report.waiting:
        yield ""
        yield f"{len(report.waiting)} waiting for you, most at stake first (in Formgrader, under Manual Grading):"
        for each in report.waiting[:_SHOWN]:
            points = f"{each.score.points:g} of {each.score.maximum:g}, about {each.score.at_stake:g} at stake"
            yield f"  {each.student}, {each.score.grade_id}: {points}. {each.score.reason}"
        if len(report.waiting) > _SHOWN:
            yield f"  and {len(report.waiting) - _SHOWN} more"
    if report.by_hand:
        yield ""
        yield f"To be graded by hand, as every such answer is: {report.by_hand}."
    for title, lines in (
        ("To be known:", report.notes),
        ("Could not be graded:", [(student, str(error)) for student, error in report.troubles]),
    ):
        if lines:
            yield from ("", title, *(f"  {name_of(student)}: {said}" for student, said in lines))
    if dry_run:
        yield from ("", "This was a dry run: nothing was written.")


def name_of(student: str) -> str:
    """Return a student id as it can be printed: a folder may have any name, commands to a terminal included."""
    return student if student.isprintable() else repr(student)


class Counted(Protocol):
    """What has been done so far, of how much."""

    total: int

    @property
    def done(self) -> int: ...


class Progress:
    """How far it has come: one line that is written over on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self._terminal = sys.stderr.isatty()
        self._next = time.monotonic() + (0.0 if self._terminal else 10.0)
        self._open = False

    def __call__(self, report: Counted) -> None:
        """Say it, unless it was said a moment ago."""
        if time.monotonic() < self._next:
            return
        self._next = time.monotonic() + (0.2 if self._terminal else 10.0)
        said = f"{report.done} of {report.total}"
        print(f"\r{said}" if self._terminal else said, end="" if self._terminal else "\n", file=sys.stderr, flush=True)
        self._open = self._terminal

    def end(self) -> None:
        """End the line."""
        if self._open:
            print(file=sys.stderr)
            self._open = False


def processes(text: str) -> int:
    """Return a number of processes as it was typed, 1 or more."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} processes are none; give 1 or more")
    return number
