"""`genuinely portfolio`: what a learner wrote, on one page to take along."""

from __future__ import annotations

import argparse
import sys


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command. What is not said by an option is asked, and left out where nobody can be asked."""
    parser = subparsers.add_parser("portfolio", help="write one page with your reflections, plans and messages")
    parser.add_argument(
        "--names", action=argparse.BooleanOptionalAction, help="write out the people you mention, or put initials"
    )
    parser.add_argument(
        "--own", action=argparse.BooleanOptionalAction, help="include your own messages to real people, or leave them"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Ask what may be in it, write it, and say where it is."""
    from genuinely.lessons.taking_leave import make_portfolio

    names = ask("portfolio.ask_names") if args.names is None else args.names
    own = ask("portfolio.ask_own") if args.own is None else args.own
    print("\n".join(make_portfolio(names=names, own=own)))
    return 0


def ask(key: str) -> bool:
    """Ask a question of the wording file that is answered with yes or no. Silence is no."""
    from genuinely.lessons.course_wording import say

    if not sys.stdin.isatty():
        return False
    answer = input(f"{say(key)} ({say('portfolio.yes_or_no')}): ").strip().lower()
    return bool(answer) and say("portfolio.yes").startswith(answer)
