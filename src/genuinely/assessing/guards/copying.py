"""The card's own words in place of the learner's."""

from __future__ import annotations

from difflib import SequenceMatcher

from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.text import words

_MOST = 1000
"""Words of a message that are held against the draft."""


def copied_draft(seen: Seen) -> bool:
    """The draft, nearly unchanged: the same words in the same order (Ratcliff and Obershelp's measure)."""
    draft = [word.casefold() for word in words(seen.scenario.draft)]
    matcher = SequenceMatcher(None, seen.row[:_MOST], draft, autojunk=False)
    return matcher.real_quick_ratio() >= 0.85 and matcher.quick_ratio() >= 0.85 and matcher.ratio() >= 0.85


def copied_brief(seen: Seen) -> bool:
    """More than half of the message's runs of five words stand on the card."""
    runs = _runs(seen.row)
    sides = (seen.scenario.sender, seen.scenario.recipient)
    texts = [seen.scenario.situation, *(text for side in sides for text in (*side.facts, *side.goals))]
    card = {run for text in texts for run in _runs([word.casefold() for word in words(text)])}
    return len(runs) >= 15 and sum(run in card for run in runs) / len(runs) > 0.5


def _runs(row: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(row[i:] for i in range(5)), strict=False))
