"""Advice: the one next thing to do for a criterion, as a finished sentence from `data/wording/en/advice.toml`."""

from __future__ import annotations

import tomllib
from functools import cache

from genuinely.assessing.quoting import quoted
from genuinely.assessing.rubric import Message, Verdict, places
from genuinely.assessing.text import words
from genuinely.resources import data
from genuinely.scenarios import Scenario

_TITLES = frozenset({"dr", "prof", "professor", "mr", "mrs", "ms", "sir"})


class AdviceError(ValueError):
    """The wording has no sentence for a case. The message names file, key and remedy."""


def advise(criterion: str, verdict: Verdict, message: Message) -> str:
    """Return the next thing to do for a criterion whose level is below 2.

    Raises AdviceError if the wording lacks a sentence for the case.
    """
    bounds = message.rubric.length[message.scenario.channel]
    length, unit = measured(message)
    return _sentence(criterion, verdict.why).format(
        quote=_quote(verdict, message),
        recipient=first_name(message.scenario),
        count=length if criterion == "concise" else len(places(verdict.evidence)),
        unit=unit,
        low=bounds.strong[0],
        high=bounds.strong[1],
    )


def reason(flag: str, scenario: Scenario) -> str:
    """Return the sentence that says why a message with this flag goes to a person."""
    return _sentence("flags", flag).format(recipient=first_name(scenario))


def measured(message: Message) -> tuple[int, str]:
    """Return a message's length and the unit in which its channel counts, in the singular for one."""
    unit = message.rubric.length[message.scenario.channel].unit
    length = message.text.words if unit == "words" else message.text.characters
    return length, unit if length != 1 else unit.removesuffix("s")


def first_name(scenario: Scenario) -> str:
    """Return the recipient's name without titles, up to the first blank."""
    parts = [word for word in words(scenario.recipient.name) if word.casefold() not in _TITLES]
    return parts[0] if parts else scenario.recipient.name


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Return every sentence of the wording, by criterion (or `flags`) and case."""
    return tomllib.loads(data("wording", "en", "advice.toml").read_text(encoding="utf-8"))


def _sentence(table: str, key: str) -> str:
    found = sentences().get(table, {}).get(key)
    if not isinstance(found, str) or not found.strip():
        raise AdviceError(f"data/wording/en/advice.toml: key '{table}.{key}' is missing. Add a sentence for this case.")
    return found


def _quote(verdict: Verdict, message: Message) -> str:
    """The words of the first move of the evidence."""
    if not verdict.evidence:
        return ""
    move = verdict.evidence[0]
    return quoted(message.text.message[move.start : move.end])
