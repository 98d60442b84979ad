"""`genuinely new-scenario ID`: a card of one's own, by questions or as a file to fill in."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "new-scenario",
        help="make a scenario of your own, by questions or as a file to fill in",
        description="Make a scenario card of your own in the folder scenarios of your course. On a terminal it asks "
        "for one thing after the other; with --file it writes a commented file that you fill in.",
    )
    parser.add_argument("id", help="its name: small letters, digits and hyphens")
    parser.add_argument("--file", action="store_true", help="ask nothing, and write a file to fill in")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make the file, unless there is one."""
    from genuinely.cli.interview import Interrupted, interview
    from genuinely.scenarios import load_scenarios
    from genuinely.scenarios.making import as_toml

    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", args.id):
        print(f"{args.id!r} is no id: take small letters, digits and single hyphens.", file=sys.stderr)
        return 1
    if args.id in load_scenarios():
        print(f"The course has a card {args.id!r} already. Take another id.", file=sys.stderr)
        return 1
    file = own_folder(Path.cwd()) / f"{args.id}.toml"
    if file.exists():
        print(f"{file} is there already. Fill it in, then run check-scenario {args.id}.", file=sys.stderr)
        return 1
    given, stopped = {}, args.file or not sys.stdin.isatty()
    if not stopped:
        try:
            given = interview(input, print)
        except Interrupted as interrupted:
            given, stopped = interrupted.given, True
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(as_toml(args.id, given), encoding="utf-8", newline="\n")
    print(f"\n{file}")
    if stopped:
        print(f"Fill it in with any editor of plain text. Then run check-scenario {args.id}.")
        return 0
    from genuinely.cli.check_scenario import lines
    from genuinely.grading.own_cards import look_at

    print("\n".join(lines(look_at(file))))
    return 0


def own_folder(here: Path) -> Path:
    """Return the folder for own cards: beside nbgrader_config.py, here or above, or else here."""
    root = next((up for up in (here, *here.parents) if (up / "nbgrader_config.py").is_file()), here)
    return root / "scenarios"
