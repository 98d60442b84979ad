"""`genuinely assess SCENARIO FILE`: the feedback on a message, as text or as JSON."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from genuinely.assessing import TooLongError, assess
from genuinely.scenarios import UnknownScenarioError, load_scenario


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("assess", help="give feedback on a message in a file: assess SCENARIO FILE")
    parser.add_argument("scenario", help="the scenario's id; `genuinely scenarios` lists them")
    parser.add_argument("file", help="a UTF-8 text file with the message, or - for the standard input")
    parser.add_argument("--json", action="store_true", help="print the whole assessment as JSON")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what the message does, and what it lacks."""
    try:
        scenario = load_scenario(args.scenario)
        message = read(args.file)
    except UnknownScenarioError as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"{args.file} cannot be read as UTF-8 text: {error}", file=sys.stderr)
        return 1
    try:
        assessment = assess(message, scenario)
    except TooLongError as error:
        print(error, file=sys.stderr)
        return 1
    if args.json:
        print(assessment.to_json())
        return 0
    from genuinely.coaching.feedback import plain

    print(plain(message, scenario, assessment))
    return 0


def read(file: str) -> str:
    """Return the text of a file, without the mark that some editors put first."""
    raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    return raw.decode("utf-8-sig").replace("\r\n", "\n")
