"""`genuinely new-problem-set NAME ID...`: a problem set of one's own, with all its cells."""

from __future__ import annotations

import argparse
import math
import re
import sys
from pathlib import Path

_POINTS = 30.0


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "new-problem-set",
        help="make a problem set of scenarios, e.g. new-problem-set ps6-tides tide-tables",
        description="Make the notebook of a problem set in solutions, with all cells that nbgrader and grade need. One "
        "that is there stays as it is; the copies of your cards that travel with it are made anew.",
    )
    parser.add_argument("name", help="its name, e.g. ps6-tides")
    parser.add_argument(
        "scenario", nargs="+", type=_worth, metavar="ID[=POINTS]", help=f"scenarios; {_POINTS:g} points if not said"
    )
    parser.add_argument("--title", help="what stands at its top; left out, its name")
    parser.add_argument("--reflection", type=_points, default=10.0, metavar="POINTS", help="10 if not said; 0 for none")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make it, and say what comes next."""
    from genuinely.grading.course import find_course
    from genuinely.grading.own_problem_sets import Plan, make
    from genuinely.grading.trouble import GradingError

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", args.name):
        print(f"{args.name!r} is no name: take small letters, digits and single hyphens.", file=sys.stderr)
        return 1
    try:
        plan = Plan(args.name, args.title or args.name, dict(args.scenario), args.reflection)
        files = make(find_course(Path.cwd()), plan)
    except GradingError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(str(file) for file in files))
    print(
        f"Look at it in JupyterLab, and write your own answers into it. Then: nbgrader generate_assignment {args.name}"
    )
    return 0


def _worth(text: str) -> tuple[str, float]:
    id, equals, points = text.partition("=")
    return id, _points(points, least=0.01) if equals else _POINTS


def _points(text: str, least: float = 0.0) -> float:
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not (math.isfinite(found) and found >= least):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of points")
    return found
