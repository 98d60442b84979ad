"""The way of a message: text, moves, grounding, levels with their evidence, advice."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict
from functools import lru_cache

from genuinely.assessing.advice import advise, reason
from genuinely.assessing.assessment import Assessment, ReaderName, Versions
from genuinely.assessing.doubts import find_doubts
from genuinely.assessing.expecting import expected_error
from genuinely.assessing.grammar import heard
from genuinely.assessing.guards import raise_flags
from genuinely.assessing.moves import readings_of
from genuinely.assessing.readers import Read, read_both
from genuinely.assessing.rubric import Message, Verdict, judge, judge_nothing, spans
from genuinely.assessing.settings import load_rubric
from genuinely.assessing.size import read_message
from genuinely.assessing.text import Text
from genuinely.scenarios import FrozenDict, Scenario


def assess(message: str, scenario: Scenario, *, reader: ReaderName | None = None) -> Assessment:
    """Read a message as the recipient on the card would read it.

    Deterministic: the same message, card and versions give the same assessment. `reader` asks for both readers
    ("full") or for the light one alone; without it both read where onnxruntime can be had.
    Raises TooLongError above 1,500 words, ReaderError if a reader is asked for that cannot be had.
    """
    text = read_message(message)
    read = read_both(text, scenario, reader)
    look = seen(text, scenario, read)
    attempted = bool(text.sentences)
    verdicts = judge(look) if attempted else judge_nothing(scenario)
    flags = raise_flags(text, scenario) if attempted else ()
    levels = {name: verdict.level for name, verdict in verdicts.items()}
    error = _expected_error(verdicts, scenario)
    return Assessment(
        attempted=attempted,
        levels=FrozenDict(levels),
        certainty=FrozenDict((name, round(verdict.certainty, 4)) for name, verdict in verdicts.items()),
        doubts=find_doubts(verdicts, look),
        flags=flags,
        needs_person=bool(flags) or error > look.rubric.certainty[read.reader].person,
        total=_total(levels, scenario),
        evidence=FrozenDict((name, spans(verdict.evidence)) for name, verdict in verdicts.items()),
        advice=FrozenDict(
            (name, advise(name, verdict, look)) for name, verdict in verdicts.items() if verdict.level < 2
        ),
        reasons=FrozenDict((flag, reason(flag, scenario)) for flag in flags),
        versions=Versions(read.version, look.rubric.version, card_version(scenario)),
        reader=read.reader,
        expected_error=round(error, 2),
    )


def seen(text: Text, scenario: Scenario, read: Read) -> Message:
    """Return a message as the rubric looks at it, from what the readers saw in it."""
    readings = tuple(map(heard, readings_of(text, read)))
    return Message(text, readings, scenario, load_rubric(), read.reader, read.witness)


def _total(levels: dict[str, int], scenario: Scenario) -> float:
    """The levels' share of what could be reached, 0 to 100, each weighted as the card says (`context` at least 1)."""
    weights = _weights(levels, scenario)
    reached = sum(weight * level for weight, level in zip(weights, levels.values(), strict=True))
    return round(100 * reached / (2 * sum(weights)), 4)


def _expected_error(verdicts: dict[str, Verdict], scenario: Scenario) -> float:
    levels = [(verdict.level, verdict.probabilities) for verdict in verdicts.values()]
    return expected_error(levels, _weights(verdicts, scenario))


def _weights(criteria: Iterable[str], scenario: Scenario) -> list[float]:
    return [float(scenario.criteria.get(name, 1)) for name in criteria]


@lru_cache(maxsize=256)
def card_version(scenario: Scenario) -> str:
    """Return eight digits that change whenever anything on the card changes."""
    told = json.dumps(asdict(scenario), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8")).hexdigest()[:8]
