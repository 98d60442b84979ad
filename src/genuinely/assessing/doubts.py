"""Doubts: for an unsure level the other reading, its words, and a question by which a learner decides.

The questions are in `data/wording/en/doubts.toml`. A yes to one means the higher of its two levels.
"""

from __future__ import annotations

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from genuinely.assessing.advice import first_name, measured
from genuinely.assessing.assessment import Doubt
from genuinely.assessing.quoting import quoted
from genuinely.assessing.rubric import Message, Moves, Verdict, case, spans
from genuinely.resources import data
from genuinely.scenarios import CRITERIA, FrozenDict

Questions = Mapping[str, Mapping[str, Mapping[str, str]]]
"""By criterion, pair of levels, and `quoting` or `plain`."""

PAIRS = ("0-1", "1-2", "0-2")
_BRACES = {"quoting": {"quote", "quotes", "recipient"}, "plain": {"recipient", "count", "unit"}}

_OF_LOWER = frozenset({("easy_no", "0-1"), ("own_voice", "0-1")})
"""Where the words at issue are those that would make it the lower level: pressure, and worn phrases."""

_LONGEST_QUOTE = 60


class DoubtsError(ValueError):
    """The questions cannot be used. The message names file, key and remedy."""


def find_doubts(verdicts: Mapping[str, Verdict], message: Message) -> FrozenDict[str, Doubt]:
    """Return the doubt about each level whose probability is too low to call it sure.

    Raises DoubtsError if the questions cannot be used.
    """
    return FrozenDict(
        (criterion, doubt(criterion, verdict, message))
        for criterion, verdict in verdicts.items()
        if verdict.certainty < message.sure
    )


def doubt(criterion: str, verdict: Verdict, message: Message) -> Doubt:
    """Return the other reading of a criterion with the question that decides."""
    _, evidence = case(criterion, verdict.other, message)
    pair = f"{min(verdict.level, verdict.other)}-{max(verdict.level, verdict.other)}"
    lower, higher = (verdict.evidence, evidence) if verdict.level < verdict.other else (evidence, verdict.evidence)
    at_issue = lower or higher if (criterion, pair) in _OF_LOWER else higher or lower
    return Doubt(verdict.other, spans(evidence), _question(criterion, pair, at_issue, message))


def _question(criterion: str, pair: str, at_issue: Moves, message: Message) -> str:
    entry = questions()[criterion][pair]
    recipient = first_name(message.scenario)
    if at_issue and "quoting" in entry:
        quotes = _quotes(at_issue, message)
        return entry["quoting"].format(
            quote=quotes[0], quotes=" and ".join(f"“{q}”" for q in quotes), recipient=recipient
        )
    count, unit = measured(message)
    return entry["plain"].format(recipient=recipient, count=count, unit=unit)


def _quotes(moves: Moves, message: Message) -> list[str]:
    """The words of the first move of each name, each stretch once, two at most."""
    first = {move.name: (move.start, move.end) for move in reversed(moves)}
    stretches = dict.fromkeys(first[move.name] for move in moves)
    return [quoted(message.text.message[start:end], _LONGEST_QUOTE) for start, end in list(stretches)[:2]]


@cache
def questions() -> Questions:
    """Return the questions of the wording. Raises DoubtsError."""
    return check(tomllib.loads(data("wording", "en", "doubts.toml").read_text(encoding="utf-8")))


def check(found: Mapping[str, Any]) -> Questions:
    """Return the questions if each criterion has its own for each pair of levels. Raises DoubtsError."""
    for criterion in CRITERIA:
        for pair in PAIRS:
            key = f'{criterion}."{pair}"'
            entry = found.get(criterion, {}).get(pair)
            if not isinstance(entry, dict) or "plain" not in entry:
                raise _error(f"{key}.plain", "is missing. Add a question for these two levels.")
            for kind, text in entry.items():
                _check_question(f"{key}.{kind}", kind, text)
    return found


def _check_question(key: str, kind: str, text: object) -> None:
    if kind not in _BRACES:
        raise _error(key, "is not known. Take it out, or spell it as one of: quoting, plain.")
    if not isinstance(text, str) or not text.strip().endswith("?"):
        raise _error(key, f"found {text!r}, expected a question that ends with a question mark.")
    used = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    if not used <= _BRACES[kind]:
        allowed = ", ".join(sorted(_BRACES[kind]))
        raise _error(key, f"{', '.join(sorted(used - _BRACES[kind]))} cannot be filled in. What can: {allowed}.")


def _error(key: str, said: str) -> DoubtsError:
    return DoubtsError(f"data/wording/en/doubts.toml: key '{key}' {said}")
