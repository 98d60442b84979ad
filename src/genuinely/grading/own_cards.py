"""A card of an instructor's own, looked at before learners see it: is it sound, a task, and like those rated?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from genuinely.assessing import assess
from genuinely.assessing.languages import foreign
from genuinely.scenarios import Scenario, ScenarioError, load_scenarios
from genuinely.scenarios.making import faults
from genuinely.scenarios.measured import outside

HIGHEST_DRAFT = 35
"""The points of 100 that the draft of a card of the course has at most."""


@dataclass(frozen=True)
class Looked:
    """What was found. card: None if its file is no card, for the reasons in `wrong`.

    weak: what makes it a poor task. outside: in what it differs from all that the checker was measured on.
    """

    card: Scenario | None
    wrong: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


def look_at(file: Path) -> Looked:
    """Look at a card's file."""
    try:
        mapping = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        mapping = None
    if mapping is not None and (wrong := faults(mapping, file.name)):
        return Looked(None, tuple(wrong))
    try:
        card = Scenario.from_toml(file)
    except ScenarioError as error:
        return Looked(None, (str(error),))
    if card.id in load_scenarios() and card != load_scenarios()[card.id]:
        return Looked(
            None, (f"{file.name}: the course has a card {card.id!r}, which would be used. Choose another id.",)
        )
    return Looked(card, (), tuple(_weak(card)), tuple(_outside(card)))


def _weak(card: Scenario) -> list[str]:
    found = []
    draft = assess(card.draft, card)
    if draft.total > HIGHEST_DRAFT:
        good = ", ".join(name for name, level in draft.levels.items() if level == 2)
        found.append(
            f"The draft has {draft.total:.0f} of 100 points as it stands, and should have {HIGHEST_DRAFT} at most, so "
            f"that there is something to do. It does well already: {good or 'a little of everything'}."
        )
    if not _in_common(card):
        found.append(
            "No word of five letters or more of the sender's facts comes again in the recipient's facts or "
            "goals: is there something that the two really share?"
        )
    return found


def _outside(card: Scenario) -> list[str]:
    found = list(outside(card))
    texts = " ".join((card.situation, card.draft, *card.sender.facts, *card.recipient.facts, *card.recipient.goals))
    if foreign(re.findall(r"\b[^\W\d_]+\b", texts.lower())):
        found.append("It is not in English, and the checker reads English alone: every message would wait for you.")
    return found


def _in_common(card: Scenario) -> set[str]:
    sender = _stems(card.sender.facts)
    return sender & _stems((*card.recipient.facts, *card.recipient.goals, card.recipient.role))


def _stems(texts: tuple[str, ...]) -> set[str]:
    return {word[:6] for text in texts for word in re.findall(r"[^\W\d_]{5,}", text.lower())}
