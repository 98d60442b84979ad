"""`genuinely lab ...`: JupyterLab at the first lesson."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from genuinely.cli.repository import FIRST_LESSON, repository


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, which takes every word after it for JupyterLab, `--help` included."""
    parser = subparsers.add_parser(
        "lab",
        help="open the lessons in JupyterLab; what follows goes to JupyterLab, e.g. lab --no-browser",
        add_help=False,
        prefix_chars="\0",  # so that nothing looks like an option of ours
    )
    parser.add_argument("words", nargs="*")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run JupyterLab until it is stopped."""
    root = repository(Path.cwd())
    if root is None:
        print("The lessons are not here: they come with the course's folder. Start inside it.", file=sys.stderr)
        return 1
    from jupyterlab.labapp import main

    main(arguments(root, args.words))
    return 0


def arguments(root: Path, words: list[str]) -> list[str]:
    """Return JupyterLab's arguments. A file among `words` is opened in place of the first lesson."""
    return [f"--ServerApp.root_dir={root}", *words, str(root / FIRST_LESSON)]
