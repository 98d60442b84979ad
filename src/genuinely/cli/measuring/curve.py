"""The learning curve: what agreement a reader reaches from a quarter, a half and all of the scenarios."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from genuinely.cli.measuring.held_out import CHECKERS, Row, held_out
from genuinely.cli.measuring.kappas import mean_with_interval
from genuinely.cli.measuring.ratings import RatedMessage

SHARES = {"a quarter": "quarter", "a half": "half", "all": ""}
"""How much of the scenarios that a fold may learn from."""


def curve(folder: Path, messages: Sequence[RatedMessage]) -> list[str]:
    """Return a line for each reader, with the mean kappa at each share; a dash where nothing is stored."""
    lines = [f"{'learned from':20}" + "".join(f"{share:>20}" for share in SHARES)]
    for reader, name in CHECKERS.items():
        said = [held_out(folder, reader, messages, share) for share in SHARES.values()]
        lines.append(f"{name:20}" + "".join(f"{_cell(rows):>20}" for rows in said))
    return lines


def _cell(rows: Sequence[Row] | None) -> str:
    return mean_with_interval(rows) if rows else "-"
