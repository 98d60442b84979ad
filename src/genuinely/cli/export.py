"""`genuinely export --to moodle|canvas|csv`: grades as an LMS takes them."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "export",
        help="write grades for Moodle, Canvas or a spreadsheet: export --to canvas ps2-interest",
        description="Write grades as a CSV file, or fill a gradebook that the LMS exported and leave all else in it as "
        "it is. Scores are those of the gradebook, rounded to two decimals.",
    )
    parser.add_argument("assignment", nargs="*", help="assignments; left out, all in the gradebook")
    parser.add_argument("--to", required=True, choices=("moodle", "canvas", "csv"), help="who will read it")
    parser.add_argument("--template", type=Path, metavar="CSV", help="a gradebook that the LMS exported, to be filled")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to; left out, a name that says what it is")
    parser.add_argument("--roster", type=Path, metavar="CSV", help="who is who; left out, gradebook/roster.csv")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="NAME=HEADING",
        help="which column of the template is this assignment's",
    )
    parser.add_argument("--scale", action="store_true", help="bring points to what the template is worth")
    parser.add_argument("--force", action="store_true", help="write over a file that is there")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Export, and return 0 unless it could not be."""
    from genuinely.grading.course import find_course
    from genuinely.grading.lms.exporting import Choices, export
    from genuinely.grading.lms.outgoing import write_new
    from genuinely.grading.trouble import GradingError

    name = f"{args.template.stem}-filled.csv" if args.template else f"grades-{args.to}.csv"
    out = args.out or Path(name)
    try:
        choices = Choices(args.assignment, args.template, args.roster, dict(args.column), args.scale)
        done = export(find_course(Path.cwd()), args.to, choices)
        write_new(out, done.raw, force=args.force, never=args.template)
    except GradingError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{out}: {done.filled} scores.")
    if done.notes:
        print("\n".join(["", "To be known:", *(f"  {note}" for note in done.notes)]))
    return 0


def _column(text: str) -> tuple[str, str]:
    name, equals, heading = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} has no =; write it as ps2-interest='Problem set 2 (4711)'")
    return name.strip(), heading.strip()
