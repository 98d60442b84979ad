"""The way of a message: text, moves, grounding, levels with their evidence, advice."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from functools import lru_cache

from genuinely.assessing.advice import advise, reason
from genuinely.assessing.assessment import Assessment, Versions
from genuinely.assessing.doubts import find_doubts
from genuinely.assessing.grammar import heard
from genuinely.assessing.guards import raise_flags
from genuinely.assessing.light import load_light
from genuinely.assessing.moves import read_moves
from genuinely.assessing.rubric import Message, judge, judge_nothing, spans
from genuinely.assessing.settings import load_rubric
from genuinely.assessing.size import read_message
from genuinely.scenarios import FrozenDict, Scenario


def assess(message: str, scenario: Scenario) -> Assessment:
    """Read a message as the recipient on the card would read it.

    Deterministic: the same message, card and versions give the same assessment.
    Raises TooLongError above 1,500 words.
    """
    text = read_message(message)
    rubric = load_rubric()
    reader = Message(text, tuple(map(heard, read_moves(text, scenario))), scenario, rubric)
    attempted = bool(text.sentences)
    verdicts = judge(reader) if attempted else judge_nothing(scenario)
    flags = raise_flags(text, scenario) if attempted else ()
    levels = {name: verdict.level for name, verdict in verdicts.items()}
    return Assessment(
        attempted=attempted,
        levels=FrozenDict(levels),
        certainty=FrozenDict((name, round(verdict.certainty, 4)) for name, verdict in verdicts.items()),
        doubts=find_doubts(verdicts, reader),
        flags=flags,
        needs_person=bool(flags),
        total=_total(levels, scenario),
        evidence=FrozenDict((name, spans(verdict.evidence)) for name, verdict in verdicts.items()),
        advice=FrozenDict(
            (name, advise(name, verdict, reader)) for name, verdict in verdicts.items() if verdict.level < 2
        ),
        reasons=FrozenDict((flag, reason(flag, scenario)) for flag in flags),
        versions=Versions(load_light().version, rubric.version, card_version(scenario)),
    )


def _total(levels: dict[str, int], scenario: Scenario) -> float:
    """The levels' share of what could be reached, 0 to 100, each weighted as the card says (`context` at least 1)."""
    weights = {name: float(scenario.criteria.get(name, 1)) for name in levels}
    reached = sum(weights[name] * level for name, level in levels.items())
    return round(100 * reached / (2 * sum(weights.values())), 4)


@lru_cache(maxsize=256)
def card_version(scenario: Scenario) -> str:
    """Return eight digits that change whenever anything on the card changes."""
    told = json.dumps(asdict(scenario), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:8]
