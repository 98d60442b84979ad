"""`genuinely runsheet`: a workshop minute by minute, to print and to change."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    from genuinely.cli.asking import add_options

    parser = subparsers.add_parser("runsheet", help="write the run sheet of a workshop, minute by minute")
    add_options(parser)
    parser.add_argument("--to", type=Path, metavar="FOLDER", default=Path(), help="where to (this folder if not said)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files, and say which."""
    from genuinely.cli.asking import write_asked
    from genuinely.workshop.pack import write_run_sheet
    from genuinely.workshop.wording import say

    files = write_asked(args, lambda asked: write_run_sheet(asked, args.to))
    if not files:
        return 2
    print("\n".join(say("written.one", file=file) for file in files))
    print(say("written.sheet", file=files[0]))
    return 0
