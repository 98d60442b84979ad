"""Whether the checker knows when it is right: sure levels, calibration, messages for a person."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from genuinely.assessing.expecting import expected_error
from genuinely.cli.agreement import exact
from genuinely.cli.measuring.held_out import Row, criteria_in, of, pairs

BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0)
"""Bounds of stated certainty between which hits are counted."""

SHARE_SURE, EXACT_WHEN_SURE, SHARE_TO_A_PERSON = 0.70, 0.88, 0.10
"""Targets: at least, at least, at most."""


def sure_table(rows: Sequence[Row], sure: float) -> list[str]:
    """Return, for each criterion and all, how many levels are called sure, and how often each kind is the raters'."""
    lines = [f"{'criterion':14} {'sure':>6} {'exact when sure':>16} {'exact when not':>15} {'exact':>6}"]
    for criterion in criteria_in(rows):
        lines.append(_sure_line(criterion, of(rows, criterion), sure))
    lines.append(_sure_line("all", rows, sure))
    return [*lines, f"targets: at least {SHARE_SURE:.0%} sure, and at least {EXACT_WHEN_SURE:.0%} exact when sure"]


def _sure_line(name: str, rows: Sequence[Row], sure: float) -> str:
    yes = [row for row in rows if row.certainty >= sure]
    no = [row for row in rows if row.certainty < sure]
    return f"{name:14} {len(yes) / len(rows):6.0%} {_exact(yes):>16} {_exact(no):>15} {_exact(rows):>6}"


def _exact(rows: Sequence[Row]) -> str:
    return f"{exact(pairs(rows)):.0%}" if rows else "-"


def calibration_table(rows: Sequence[Row]) -> list[str]:
    """Return how often levels of a stated certainty are the raters', in bins, and the mean distance of the two."""
    lines = [f"{'certainty':>14} {'levels':>7} {'stated':>7} {'right':>7}"]
    apart = 0.0
    for low, high in pairwise(BINS):
        inside = [row for row in rows if low <= row.certainty < high or row.certainty == high == 1]
        if inside:
            stated, right = statistics.mean(row.certainty for row in inside), exact(pairs(inside))
            apart += abs(stated - right) * len(inside) / len(rows)
            lines.append(f"{f'{low:.2f} to {high:.2f}':>14} {len(inside):7} {stated:7.1%} {right:7.1%}")
    return [*lines, f"mean distance of what is stated from what is right: {apart:.1%}"]


@dataclass(frozen=True)
class Whole:
    """A message with all its rows: points of total by the checker and by the raters, and whether a person reads it.

    expected: the mean distance from the raters' total, in points, that the checker's own probabilities foretell.
    """

    flagged: bool
    expected: float
    error: float


def wholes(rows: Sequence[Row], flagged: Mapping[str, bool]) -> list[Whole]:
    """Return every message as a whole. `flagged` tells by id whether the guards stopped it."""
    by_message: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_message[row.message.id].append(row)
    return [_whole(own, flagged[id]) for id, own in by_message.items()]


def _whole(rows: Sequence[Row], flagged: bool) -> Whole:
    weights = [float(row.message.card.criteria.get(row.criterion, 1)) for row in rows]
    reach = 2 * sum(weights)
    off = sum(weight * (row.checker - row.raters) for weight, row in zip(weights, rows, strict=True))
    chances = expected_error([(row.checker, row.probabilities) for row in rows], weights)
    return Whole(flagged, chances, 100 * abs(off) / reach)


def person_table(messages: Sequence[Whole], threshold: float) -> list[str]:
    """Return how many messages go to a person at several thresholds of expected error, and the error in the rest."""
    steps = sorted({*range(6, 16), threshold})
    lines = [f"{'expected error over':>20} {'to a person':>12} {'mean error in the rest':>23} {'within 10 points':>17}"]
    for step in steps:
        rest = [one for one in messages if not one.flagged and one.expected <= step]
        mark = "  <- the threshold in use" if step == threshold else ""
        lines.append(f"{f'{step:g} points':>20} {1 - len(rest) / len(messages):12.1%} {_error(rest):>23}{mark}")
    flagged = sum(one.flagged for one in messages) / len(messages)
    whole = statistics.mean(one.error for one in messages)
    lines.append(f"flagged, and so with a person anyway: {flagged:.1%}; mean error of all: {whole:.1f} points of 100")
    return [*lines, f"target: at most {SHARE_TO_A_PERSON:.0%} of honest messages to a person"]


def _error(rest: Sequence[Whole]) -> str:
    if not rest:
        return "-"
    near = sum(one.error <= 10 for one in rest) / len(rest)
    return f"{statistics.mean(one.error for one in rest):16.1f} points {near:17.0%}"
