"""The card's own words in place of the learner's."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words
from genuinely.scenarios import Scenario

Run = tuple[str, ...]
"""Words in a row, in small letters."""

_MOST = 1000
"""Words of a message that are held against the draft."""
_STRETCH = 4
"""Words in the same order that are a copy and no accident."""
_WHOLE = 8
"""Runs of words in whole facts from which they are pasted; none of the rated messages holds two whole facts."""


def copied_draft(seen: Seen) -> bool:
    """The draft, nearly unchanged, or all of it with something put in or added."""
    draft = _row(seen.scenario.draft)
    row = seen.row[:_MOST]
    if 2 * len(set(row) & set(draft)) < len(set(draft)):
        return False
    matcher = SequenceMatcher(None, row, draft, autojunk=False)
    kept = sum(block.size for block in matcher.get_matching_blocks() if block.size >= _STRETCH)
    return matcher.ratio() >= 0.85 or (kept >= 0.75 * len(draft) and kept >= 0.4 * len(row))


def copied_brief(seen: Seen) -> bool:
    """More than half of the message's runs of five words stand on the card, or two of its facts stand there whole."""
    runs, card = _runs(seen.row, 5), _card(seen.scenario)
    if len(runs) >= 15 and sum(run in card.runs for run in runs) > 0.5 * len(runs):
        return True
    said = set(_runs(seen.row, _STRETCH))
    whole = [size for fact in card.facts if (size := _said_whole(fact, said))]
    return len(whole) >= 2 and sum(whole) >= _WHOLE


@dataclass(frozen=True)
class _Card:
    """A card's runs of five words, and those of four of each fact and goal."""

    runs: frozenset[Run]
    facts: tuple[list[Run], ...]


@lru_cache(maxsize=256)
def _card(scenario: Scenario) -> _Card:
    facts = [text for side in (scenario.sender, scenario.recipient) for text in (*side.facts, *side.goals)]
    runs = frozenset(run for text in (scenario.situation, *facts) for run in _runs(_row(text), 5))
    return _Card(runs, tuple(_runs(_row(fact), _STRETCH) for fact in facts))


def _said_whole(fact: list[Run], said: set[Run]) -> int:
    """The runs of a fact of which four fifths or more are said word for word; 0 if fewer are."""
    return len(fact) if sum(run in said for run in fact) >= 0.8 * len(fact) else 0


def _row(text: str) -> list[str]:
    return [word.casefold() for word in words(text)]


def _runs(row: list[str], size: int) -> list[Run]:
    return list(zip(*(row[i:] for i in range(size)), strict=False))
