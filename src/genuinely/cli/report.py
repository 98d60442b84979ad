"""`genuinely report ASSIGNMENT`: one page on a class, made of what was graded."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "report",
        help="make one page on a class from what was graded: report ps2-interest",
        description="Make one HTML page on a class, for the instructor: scores, levels, common weaknesses, items, "
        "those to read first, answers that are nearly identical. It is made of what was graded, and runs nothing.",
    )
    parser.add_argument("assignment", help="the assignment's name, e.g. ps2-interest")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write it; left out, beside the gradebook")
    parser.add_argument("--db", metavar="URL", help="another gradebook, e.g. postgresql://user@host/gradebook")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the page, say where it is, and return 0 unless there was nothing to make it of."""
    from genuinely.grading.class_report_page import as_html
    from genuinely.grading.class_report_reading import read_class
    from genuinely.grading.course import find_course
    from genuinely.grading.trouble import GradingError
    from genuinely.keeping.files import write_whole

    try:
        course = find_course(Path.cwd(), args.db)
        work = read_class(course, args.assignment)
    except GradingError as error:
        print(error, file=sys.stderr)
        return 1
    if work.trouble:
        print(work.trouble, file=sys.stderr)
        return 1
    file = args.out or course.kept / f"report-{args.assignment}.html"
    try:
        write_whole(file, as_html(work))
    except OSError as error:
        print(f"{file} cannot be written ({error.strerror}). Give another place with --out.", file=sys.stderr)
        return 1
    print(f"{work!r}\n{file}")
    return 0
