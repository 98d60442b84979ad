"""`genuinely measure`: how far the checker agrees with its raters on scenarios that it has not seen."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from genuinely.assessing.grounding import takes_up_card
from genuinely.assessing.levels import settle
from genuinely.assessing.rubric import at_most
from genuinely.assessing.settings import load_rubric
from genuinely.assessing.text import Text, read
from genuinely.cli.agreement import exact, interval, weighted_kappa
from genuinely.resources import data
from genuinely.scenarios import CRITERIA, Scenario, load_scenarios


@dataclass(frozen=True)
class Rated:
    """One message and criterion: the raters' median, what the checker said unseen, and how probable it held it."""

    scenario: str
    wave: int
    criterion: str
    raters: int
    checker: int
    certainty: float


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser("measure", help="print how right the checker is, on scenarios held out")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the table. Needs the rated messages of a checkout."""
    folder = data("ratings")
    if not isinstance(folder, Path) or not folder.is_dir():
        print("The rated messages are in the course's repository, not in the installed package.", file=sys.stderr)
        return 1
    print("\n".join(report(held_out(folder), raters(folder))))
    return 0


def report(rows: list[Rated], between: dict[str, list[tuple[int, int]]]) -> list[str]:
    """Return the table's lines: a row for each criterion, their mean, and each wave's mean."""
    lines = [
        "Agreement with the raters on scenarios held out of the fitting (five folds by scenario).",
        "The raters are language models that read the rubric; agreement with people has not been measured.",
        "",
        f"{'criterion':14} {'messages':>8} {'kappa':>6} {'95 % interval':>14} {'exact':>6} {'sure':>6} "
        f"{'exact when sure':>16} {'rater/rater':>12}",
    ]
    kappas = []
    for criterion in CRITERIA:
        own = [row for row in rows if row.criterion == criterion]
        pairs = _pairs(own)
        kappas.append(weighted_kappa(pairs))
        low, high = interval(_by_scenario(own))
        sure = [row for row in own if row.certainty >= load_rubric().sure]
        lines.append(
            f"{criterion:14} {len(own):8} {kappas[-1]:6.2f} {f'{low:.2f} to {high:.2f}':>14} {exact(pairs):6.0%} "
            f"{len(sure) / len(own):6.0%} {exact(_pairs(sure)):16.0%} "
            f"{weighted_kappa(between[criterion]):12.2f}"
        )
    sure = [row for row in rows if row.certainty >= load_rubric().sure]
    among_raters = statistics.mean(weighted_kappa(pairs) for pairs in between.values())
    lines.append(
        f"{'mean':14} {'':8} {statistics.mean(kappas):6.2f} {'':14} {exact(_pairs(rows)):6.0%} "
        f"{len(sure) / len(rows):6.0%} {exact(_pairs(sure)):16.0%} {among_raters:12.2f}"
    )
    lines += ["", "Mean kappa for each wave of messages: " + ", ".join(_waves(rows))]
    lines.append("kappa is quadratic weighted; sure means that the checker gives its level a probability of "
                 f"at least {load_rubric().sure}.")  # fmt: skip
    return lines


def _pairs(rows: list[Rated]) -> list[tuple[int, int]]:
    return [(row.raters, row.checker) for row in rows]


def _waves(rows: list[Rated]) -> Iterator[str]:
    for wave in sorted({row.wave for row in rows}):
        kappas = []
        for criterion in CRITERIA:
            pairs = _pairs([row for row in rows if row.criterion == criterion and row.wave == wave])
            if pairs:
                kappas.append(weighted_kappa(pairs))
        yield f"wave {wave} {statistics.mean(kappas):.2f}"


def _by_scenario(rows: list[Rated]) -> list[list[tuple[int, int]]]:
    groups: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        groups[row.scenario].append((row.raters, row.checker))
    return list(groups.values())


def held_out(folder: Path) -> list[Rated]:
    """Return what the checker said of every rated message while its scenario was held out."""
    said = {row["id"]: row["probabilities"] for row in _lines(folder / "held_out_light.jsonl")}
    given, cards = _ratings(folder), load_scenarios()
    rows = []
    for message in _lines(folder / "messages.jsonl"):
        text, card = read(message["message"]), cards[message["scenario"]]
        takes_up = takes_up_card(text, card)
        for criterion in CRITERIA:
            levels = [rated[criterion] for rated in given[message["id"]] if criterion in rated]
            if levels:
                if criterion == "concise":
                    level, certainty = _length(text, card)
                else:
                    probabilities = said[message["id"]][criterion]
                    level = at_most(criterion, settle(probabilities), takes_up)
                    certainty = probabilities[level]
                median = round(statistics.median(levels))
                rows.append(Rated(message["scenario"], message["wave"], criterion, median, level, certainty))
    return rows


def raters(folder: Path) -> dict[str, list[tuple[int, int]]]:
    """Return, for each criterion, the levels of every two raters of the same message."""
    pairs: dict[str, list[tuple[int, int]]] = {criterion: [] for criterion in CRITERIA}
    for rated in _ratings(folder).values():
        for one, two in combinations(rated, 2):
            for criterion in one.keys() & two.keys():
                pairs[criterion].append((one[criterion], two[criterion]))
    return pairs


def _length(text: Text, card: Scenario) -> tuple[int, float]:
    """The level of length follows from the bounds alone, and is never fitted."""
    rubric = load_rubric()
    bounds = rubric.length[card.channel]
    amount = text.words if bounds.unit == "words" else text.characters
    return bounds.level(amount), rubric.length_near if bounds.near(amount) else rubric.length_clear


def _ratings(folder: Path) -> dict[str, list[dict[str, int]]]:
    given: dict[str, list[dict[str, int]]] = defaultdict(list)
    for row in _lines(folder / "ratings.jsonl"):
        given[row["id"]].append(row["levels"])
    return given


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
