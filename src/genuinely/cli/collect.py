"""`genuinely collect SOURCE ASSIGNMENT`: what an LMS or a drive handed over, into nbgrader's tree."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "collect",
        help="collect what was handed in from Moodle, Canvas or a drive: collect ZIP ps2-interest",
        description="Put the notebooks in a folder or zip, as Moodle, Canvas or a shared drive gives it, where "
        "nbgrader looks for them. Names are matched to a roster. Nothing is run, nothing is unpacked by its own name, "
        "and a submission that is there is replaced by a later one alone.",
    )
    parser.add_argument("source", type=Path, help="the folder or zip")
    parser.add_argument("assignment", help="the assignment's name, e.g. ps2-interest")
    parser.add_argument("--roster", type=Path, metavar="CSV", help="who is who; left out, gradebook/roster.csv")
    parser.add_argument(
        "--from",
        dest="lms",
        choices=("moodle", "canvas", "drive"),
        help="whose names the files have; left out, what they look like",
    )
    parser.add_argument(
        "--worksheet", type=Path, metavar="CSV", help="Moodle's grading worksheet, for names and times of submission"
    )
    parser.add_argument("--times", action="store_true", help="take the files' own dates for the times of submission")
    parser.add_argument(
        "--replace", action="store_true", help="take the place of what is there, also where that may be the later one"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would come of it, and write nothing")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Collect, and return 0 unless something could not be matched."""
    from genuinely.grading.course import find_course
    from genuinely.grading.lms.collecting import Options, collect
    from genuinely.grading.lms.reporting import summary
    from genuinely.grading.lms.roster import FILE, read_roster
    from genuinely.grading.trouble import GradingError

    try:
        course = find_course(Path.cwd())
        roster = read_roster(args.roster or course.kept / FILE)
        options = Options(args.lms, args.worksheet, args.times, args.replace, args.dry_run)
        report = collect(course, args.source, args.assignment, roster, options)
    except GradingError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(summary(args.assignment, report, dry_run=args.dry_run)))
    return 1 if report.unmatched else 0
