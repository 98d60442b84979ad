"""`genuinely slides LESSON ...`: a lesson as slides, in one HTML file that needs nothing else."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("slides", help="write the slides of a lesson, with notes for whoever leads")
    parser.add_argument("lessons", nargs="+", metavar="LESSON", help="such as 02 or 02_genuinely_interested")
    parser.add_argument("--to", type=Path, metavar="FOLDER", default=Path("slides"), help="where to")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files, and say where they are."""
    from genuinely.lessons.reading import LessonDataError
    from genuinely.workshop.slides import write

    try:
        made = write(args.to, args.lessons)
    except (LessonDataError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(f"Open this in a browser: {file}" for file in made))
    return 0
