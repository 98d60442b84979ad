"""`genuinely regrade ASSIGNMENT`: what the installed version changes of a class's scores, before or while it does."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from genuinely.cli.grade import Progress, name_of, processes, summary

if TYPE_CHECKING:
    from genuinely.grading.changes import Change


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "regrade",
        help="grade all anew with what is installed now, and list what changes: regrade ps2-interest",
        description="Grade everything that was handed in anew with the installed version, whatever the assignment is "
        "pinned to, and list each score that changes. What a person entered stays, and needs another look where the "
        "answer changes. Without --dry-run the assignment is then pinned to the installed version.",
    )
    parser.add_argument("assignment", help="the assignment's name, e.g. ps2-interest")
    parser.add_argument("--student", nargs="+", default=[], metavar="ID", help="only these students; pins nothing")
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--dask", default="", metavar="ADDRESS", help="grade on the Dask cluster with this scheduler")
    where.add_argument("--workers", type=processes, metavar="N", help="processes that grade at once")
    parser.add_argument("--db", metavar="URL", help="another gradebook, e.g. postgresql://user@host/gradebook")
    parser.add_argument("--dry-run", action="store_true", help="list what would change, and write nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Regrade, and return 0 unless something could not be graded."""
    from genuinely.grading.course import find_course
    from genuinely.grading.run import grade_assignment, pin_installed
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
            anew=True,
            progress=progress,
        )
        if not args.dry_run and not args.student:
            pin_installed(course, args.assignment, f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC")
    except GradingError as error:
        progress.end()
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        progress.end()
        print("Stopped. What was written is whole. Regrade again, so that all is of one version.", file=sys.stderr)
        return 130
    progress.end()
    print("\n".join(changed(report.changes, dry_run=args.dry_run)))
    print("\n".join(summary(args.assignment, report, dry_run=args.dry_run)))
    return 1 if report.troubles else 0


def changed(changes: Sequence[Change], *, dry_run: bool) -> Iterator[str]:
    """Yield the lines that say what changes, the largest difference first."""
    if not changes:
        yield "Every score stays as it is."
        yield ""
        return
    yield f"{len(changes)} scores {'would change' if dry_run else 'changed'}:"
    for each in sorted(changes, key=lambda each: (-abs(each.difference), each.student, each.grade_id)):
        after = f"{_points(each.before)} -> {_points(each.after)} ({each.difference:+g})"
        yield f"  {name_of(each.student)}, {each.grade_id}: {after if each.difference else 'goes to a person'}"
        for why in each.why:
            yield f"      {why}"
        if each.by_person:
            yield "      points of a person's stand over it, and need another look"
    yield ""


def _points(points: float | None) -> str:
    return "none yet" if points is None else f"{points:g}"
