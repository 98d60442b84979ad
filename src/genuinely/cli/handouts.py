"""`genuinely handouts [LESSON ...]`: what is printed for a room, as files to print from a browser."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("handouts", help="write the printable handouts for a workshop")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="such as 02; all lessons if none is named")
    parser.add_argument("--large", action="store_true", help="in large print")
    parser.add_argument("--paper", action="store_true", help="with everything that a room without devices needs")
    parser.add_argument("--to", type=Path, metavar="FOLDER", default=Path("handouts"), help="where to")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files, and say which and where."""
    from genuinely.lessons.reading import LessonDataError
    from genuinely.workshop.handouts import everything, write

    try:
        index, *others = write(args.to, everything(*args.lessons), large=args.large, paper=args.paper)
    except (LessonDataError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(f"  {file.name}" for file in others))
    print(f"{len(others)} handouts. Open this in a browser, and print from there: {index}")
    return 0
