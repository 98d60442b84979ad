"""`genuinely where`: the folder with what the learner wrote."""

from __future__ import annotations

import argparse

from genuinely.keeping import work_folder


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("where", help="print the folder in which what you write is kept")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the folder, whether or not it exists yet."""
    print(work_folder())
    return 0
