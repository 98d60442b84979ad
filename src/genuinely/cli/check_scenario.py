"""`genuinely check-scenario FILE|ID`: whether a card can be used, and whether the checker was measured on its like."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from genuinely.grading.own_cards import Looked


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "check-scenario",
        help="say whether a scenario of your own can be used and is like those measured",
        description="Say what keeps a card from being used, what makes it a poor task, and in what it differs from "
        "the cards on which the checker was measured.",
    )
    parser.add_argument("card", help="its id, or the path of its file")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Say it, and return 0 if the card can be used."""
    from genuinely.grading.own_cards import look_at
    from genuinely.scenarios import load_scenarios, own_scenarios

    own = own_scenarios()
    file = own.get(args.card) or Path(args.card)
    if args.card in load_scenarios():
        print(f"{args.card} is a card of the course. Its like are what the checker was measured on.")
        return 0
    if not file.is_file():
        listed = ", ".join(own) or "none"
        print(f"There is no card {args.card!r}. Those of your own are: {listed}.", file=sys.stderr)
        return 1
    looked = look_at(file)
    print("\n".join(lines(looked)))
    return 0 if looked.card else 1


def lines(looked: Looked) -> Iterator[str]:
    """Yield what was found, and what to do next."""
    from genuinely.scenarios import load_scenarios

    if looked.card is None:
        yield f"It cannot be used yet ({len(looked.wrong)} to mend):"
        yield from (f"  {fault}" for fault in looked.wrong)
        return
    yield f"{looked.card.id}: it can be used."
    if looked.weak:
        yield from ("", "Worth another look:", *(f"  {each}" for each in looked.weak))
    yield ""
    if looked.outside:
        yield f"Outside of the {len(load_scenarios())} cards on which the checker was measured:"
        yield from (f"  {each}" for each in looked.outside)
        yield "How right the checker is on such a card is not known: read more of the answers yourself."
    else:
        yield (
            f"In kind, channel, length and language it is like the {len(load_scenarios())} cards on which the checker "
            "was measured."
        )
    yield from (
        "",
        f"Next: python3 course.py scenarios {looked.card.id}",
        "      python3 course.py new-problem-set NAME ID",
    )
