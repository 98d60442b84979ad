"""`genuinely pack`: everything for one workshop in one folder: run sheet, handouts, slides, checklists and letters."""

from __future__ import annotations

import argparse
from pathlib import Path


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    from genuinely.cli.asking import add_options

    parser = subparsers.add_parser("pack", help="write all that a workshop needs into one folder")
    add_options(parser)
    parser.add_argument("--to", type=Path, metavar="FOLDER", help="where to (workshop-90-minutes and the like)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the files, and say which and where to begin."""
    from genuinely.cli.asking import write_asked
    from genuinely.workshop.pack import write_pack
    from genuinely.workshop.wording import say

    folder = args.to or Path(f"workshop-{args.minutes}-minutes")
    files = write_asked(args, lambda asked: write_pack(asked, folder))
    if not files:
        return 2
    print("\n".join(say("written.one", file=file) for file in files))
    print(say("written.pack", count=len(files), file=files[0]))
    return 0
