"""Assessments made by hand, so that what is shown is tested apart from how levels come about."""

from __future__ import annotations

from genuinely.assessing import Assessment, Doubt, Span
from genuinely.assessing.assessment import Versions
from genuinely.scenarios import CRITERIA, FrozenDict, Scenario, load_scenario

CARD: Scenario = load_scenario("coat-rack")
NAMES = tuple(name for name in CRITERIA if name in CARD.criteria or name == "context")


def assessment(
    *,
    levels: dict[str, int] | None = None,
    evidence: dict[str, tuple[Span, ...]] | None = None,
    flags: tuple[str, ...] = (),
    reasons: dict[str, str] | None = None,
    total: float = 50.0,
    attempted: bool = True,
    doubts: dict[str, Doubt] | None = None,
) -> Assessment:
    """Every criterion emerging with its advice, unless said otherwise."""
    all_levels = {name: (levels or {}).get(name, 1) for name in NAMES}
    return Assessment(
        attempted=attempted,
        levels=FrozenDict(all_levels),
        certainty=FrozenDict(dict.fromkeys(NAMES, 1.0)),
        doubts=FrozenDict(doubts or {}),
        flags=flags,
        needs_person=bool(flags),
        total=total,
        evidence=FrozenDict({name: (evidence or {}).get(name, ()) for name in NAMES}),
        advice=FrozenDict({name: f"Advice on {name}." for name, level in all_levels.items() if level < 2}),
        reasons=FrozenDict(reasons or {}),
        versions=Versions("0", "2", "0"),
    )


def span(message: str, words: str, move: str) -> Span:
    """The place of `words` in the message, with a move."""
    start = message.index(words)
    return Span(start, start + len(words), move)
