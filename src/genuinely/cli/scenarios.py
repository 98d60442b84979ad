"""`genuinely scenarios [ID]`: the cards as a list, or one as a page of text."""

from __future__ import annotations

import argparse
import sys

from genuinely.scenarios import (
    Scenario,
    ScenarioError,
    UnknownScenarioError,
    load_scenario,
    load_scenarios,
    own_scenarios,
)


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("scenarios", help="list the scenarios, or show one: scenarios ID")
    parser.add_argument("id", nargs="?", help="the scenario to show")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print one card, or a line for each."""
    try:
        if args.id is None:
            own = [load_scenario(id) for id in own_scenarios()]
            print("\n".join(lines([*load_scenarios().values(), *own])))
            return 0
        from genuinely.coaching.card_page import CardPage

        print(CardPage(load_scenario(args.id)).plain())
    except (UnknownScenarioError, ScenarioError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def lines(cards: list[Scenario]) -> list[str]:
    """Return a line for each card: id, theme, kind, channel, title."""
    rows = [(card.id, card.theme, card.kind, card.channel) for card in cards]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    return [
        "  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)) + f"  {card.title}"
        for row, card in zip(rows, cards, strict=True)
    ]
