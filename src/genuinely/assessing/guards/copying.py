"""The card's own words in place of the learner's."""

from __future__ import annotations

from difflib import SequenceMatcher

from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words

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
    matcher = SequenceMatcher(None, row, draft, autojunk=False)
    if 2 * len(set(row) & set(draft)) < len(set(draft)):
        return False
    kept = sum(block.size for block in matcher.get_matching_blocks() if block.size >= _STRETCH)
    return matcher.ratio() >= 0.85 or (kept >= 0.75 * len(draft) and kept >= 0.4 * len(row))


def copied_brief(seen: Seen) -> bool:
    """More than half of the message's runs of five words stand on the card, or two of its facts stand there whole."""
    runs = _runs(seen.row, 5)
    scenario = seen.scenario
    facts = [text for side in (scenario.sender, scenario.recipient) for text in (*side.facts, *side.goals)]
    card = {run for text in (scenario.situation, *facts) for run in _runs(_row(text), 5)}
    if len(runs) >= 15 and sum(run in card for run in runs) > 0.5 * len(runs):
        return True
    said = set(_runs(seen.row, _STRETCH))
    whole = [size for fact in facts if (size := _said_whole(_runs(_row(fact), _STRETCH), said))]
    return len(whole) >= 2 and sum(whole) >= _WHOLE


def _said_whole(fact: list[tuple[str, ...]], said: set[tuple[str, ...]]) -> int:
    """The runs of a fact of which four fifths or more are said word for word; 0 if fewer are."""
    return len(fact) if sum(run in said for run in fact) >= 0.8 * len(fact) else 0


def _row(text: str) -> list[str]:
    return [word.casefold() for word in words(text)]


def _runs(row: list[str], size: int) -> list[tuple[str, ...]]:
    return list(zip(*(row[i:] for i in range(size)), strict=False))
