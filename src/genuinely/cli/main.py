"""The command line: which commands there are, and which module runs each."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from functools import partial
from importlib import import_module

from genuinely import __version__

COMMANDS = (
    "lab",
    "scenarios",
    "new-scenario",
    "check-scenario",
    "new-problem-set",
    "assess",
    "where",
    "portfolio",
    "fresh",
    "pages",
    "forget",
    "nbgrader",
    "release",
    "collect",
    "grade",
    "regrade",
    "feedback",
    "export",
    "report",
    "runsheet",
    "pack",
    "handouts",
    "slides",
    "measure",
    "rate",
    "bench",
)
"""In the order of `--help`. Each is a module here with `add_parser(subparsers)`, which sets `run(args) -> int`."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a console that lacks a letter shows a question mark
            stream.reconfigure(errors="replace")
    parser = make_parser([name for name in COMMANDS if words[:1] == [name]] or COMMANDS)
    args = parser.parse_args(words)
    if not hasattr(args, "run"):
        parser.print_help()
        return 0
    return int(args.run(args))


def make_parser(names: Sequence[str]) -> argparse.ArgumentParser:
    """Return a parser for these commands alone, so that no command pays for another's imports."""
    parser = argparse.ArgumentParser(
        prog="genuinely",
        usage="genuinely COMMAND ...",
        description="A course on networking that does not feel transactional, with feedback on your own messages.",
        formatter_class=partial(argparse.HelpFormatter, max_help_position=24, width=112),
        epilog="python3 course.py COMMAND ... runs the same commands, after setting the course up.",
    )
    parser.add_argument("--version", action="version", version=f"genuinely {__version__}")
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND ARGUMENT ...", prog="genuinely")
    for name in names:
        import_module(f"genuinely.cli.{name.replace('-', '_')}").add_parser(subparsers)
    return parser
