"""The rated messages of the repository, as material for tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from genuinely.assessing import Assessment, assess
from genuinely.resources import data
from genuinely.scenarios import Scenario, load_scenarios


@dataclass(frozen=True)
class RatedMessage:
    """A message, its card, and whether one of its raters found it hostile."""

    id: str
    card: Scenario
    message: str
    hostile: bool


@cache
def rated() -> tuple[RatedMessage, ...]:
    """Every rated message that a writer wrote; the cards' own drafts are left out."""
    hostile = {row["id"] for row in _lines("ratings.jsonl") if "hostile" in row["flags"]}
    return tuple(
        RatedMessage(row["id"], load_scenarios()[row["scenario"]], row["message"], row["id"] in hostile)
        for row in _lines("messages.jsonl")
        if not row["id"].startswith("draft-")
    )


@cache
def some_assessed() -> tuple[tuple[RatedMessage, Assessment], ...]:
    """A message in nine, with what is said of it: enough of each card for a quick test."""
    return tuple((one, assess(one.message, one.card)) for one in rated()[::9])


@cache
def all_assessed() -> tuple[tuple[RatedMessage, Assessment], ...]:
    """Every message with what is said of it; takes about a minute."""
    return tuple((one, assess(one.message, one.card)) for one in rated())


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in data("ratings", name).read_text(encoding="utf-8").splitlines()]
