"""`genuinely pages`: write the pages of `docs/` that are made from the course itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from genuinely.cli.repository import repository

COMMAND = "python3 course.py pages"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("pages", help="write the pages of docs/ that are made from the course itself")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write each page, and say where."""
    from genuinely.keeping.files import write_whole

    root = repository(Path.cwd())
    if root is None:
        print("The pages are made in the course's own folder: go to the folder with course.py.", file=sys.stderr)
        return 1
    for name, make in makers().items():
        write_whole(root / "docs" / name, make(root))
        print(f"docs/{name}")
    return 0


def makers() -> Mapping[str, Callable[[Path], str]]:
    """Return for each page what makes it from the course in a folder."""
    from genuinely.lessons.course_page import course_page
    from genuinely.lessons.findings_page import sources_page
    from genuinely.lessons.glossary_page import glossary_page

    return {
        "course.md": lambda root: course_page(root, COMMAND),
        "glossary.md": lambda root: glossary_page(COMMAND),
        "sources.md": lambda root: sources_page(COMMAND),
    }
