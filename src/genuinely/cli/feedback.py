"""`genuinely feedback ASSIGNMENT`: a page for each student, where nbgrader's exchange takes it from."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from genuinely.cli.grade import Progress, name_of

if TYPE_CHECKING:
    from genuinely.grading.course import Course
    from genuinely.grading.feedback import FeedbackReport


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "feedback",
        help="write a page of feedback for each student: feedback ps2-interest",
        description="Write a page for each student whose work is graded: the message with its words marked, levels, "
        "next steps, points, and your comments. A page that would say the same is left as it is.",
    )
    parser.add_argument("assignment", help="the assignment's name, e.g. ps2-interest")
    parser.add_argument("--student", nargs="+", default=[], metavar="ID", help="only these students")
    parser.add_argument("--db", metavar="URL", help="another gradebook, e.g. postgresql://user@host/gradebook")
    parser.add_argument(
        "--to", choices=("canvas", "moodle"), help="also make the zip by which this LMS takes pages back"
    )
    parser.add_argument(
        "--out", type=Path, metavar="ZIP", help="where that zip goes; left out, a name that says what it is"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the pages, and return 0 unless somebody has none."""
    from genuinely.grading.course import find_course
    from genuinely.grading.feedback import write_feedback
    from genuinely.grading.trouble import GradingError

    progress = Progress()
    try:
        course = find_course(Path.cwd(), args.db)
        report = write_feedback(course, args.assignment, args.student, progress=progress)
    except GradingError as error:
        progress.end()
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        progress.end()
        print("Stopped. Pages that were written are whole, and the same command goes on from there.", file=sys.stderr)
        return 130
    progress.end()
    print("\n".join(summary(args.assignment, course, report)))
    returned = not args.to or _make_zip(course, args.assignment, args.to, args.out)
    return 0 if returned and not report.troubles else 1


def _make_zip(course: Course, assignment: str, to: Literal["canvas", "moodle"], out: Path | None) -> bool:
    """Make the zip that goes back to the LMS, and say what is not in it. Return whether there is one."""
    from genuinely.grading.lms.outgoing import write_new
    from genuinely.grading.lms.returning import feedback_zip
    from genuinely.grading.trouble import GradingError

    file = out or Path(f"feedback-{assignment}-{to}.zip")
    try:
        done = feedback_zip(course, assignment, to)
        write_new(file, done.raw, force=True)
    except GradingError as error:
        print(error, file=sys.stderr)
        return False
    many = "1 page" if len(done.students) == 1 else f"{len(done.students)} pages"
    print(f"\n{file}: {many} for {to.capitalize()}.")
    if done.notes:
        print("\n".join(["Not in it:", *(f"  {name_of(student)}: {said}" for student, said in done.notes)]))
    return True


def summary(assignment: str, course: Course, report: FeedbackReport) -> Iterator[str]:
    """Yield the lines that say what came of it."""
    yield (
        f"{assignment}: feedback written for {len(report.written)}, unchanged for {len(report.unchanged)}, "
        f"none for {len(report.troubles)}."
    )
    if report.total == 0:
        yield "Nothing is in the folder of submissions for this assignment."
    if report.pages:
        yield f"The pages lie in {course.feedback}, in a folder for each student."
    if report.troubles:
        yield from ("", "Without a page:", *(f"  {name_of(student)}: {error}" for student, error in report.troubles))
