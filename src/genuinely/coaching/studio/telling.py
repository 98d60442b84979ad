"""An assessment as plain data for the page: it lays out and decides nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from genuinely.assessing import Assessment
from genuinely.assessing.settings import load_rubric
from genuinely.assessing.text import read
from genuinely.coaching.look import mark_classes
from genuinely.coaching.marks import Mark, marks, numbers
from genuinely.coaching.rows import Row, rows
from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import words
from genuinely.scenarios import CRITERIA, Scenario

Told = dict[str, Any]

NO_MORE = {"linkedin_note": 300}
"""What a channel takes at most: readers forgive ten characters more, the channel does not."""


@dataclass(frozen=True)
class Limits:
    """What an own message changes. `unjudged`: criterion to sentence. `flags`: those shown, None for all.

    private: whether a flag is a hint to the sender, since nobody else will read the message first.
    """

    unjudged: Mapping[str, str] = field(default_factory=dict)
    flags: tuple[str, ...] | None = None
    private: bool = False


def tell(text: str, card: Scenario, assessment: Assessment, *, levels: bool, limits: Limits) -> Told:
    """Return marks, legend, counter, flags and, if `levels` may be seen, the rows and what they ask in a legend."""
    marked = marks(assessment, text)
    foreign = limits.private and "not_english" in assessment.flags
    return {
        "marks": [] if foreign else place_marks(text, marked),
        "legend": [] if foreign else legend(assessment, marked),
        "counter": counter(text, card),
        "flags": _flags(assessment, limits),
        "questions": questions(assessment) if foreign else [],
        "rows": [_row(row, limits) for row in in_order(text, card, assessment)] if levels and not foreign else [],
    }


def place_marks(text: str, marked: tuple[Mark, ...]) -> list[Told]:
    """Return the marks with places as a browser counts them: in UTF-16 units."""
    units = list(accumulate((2 if ord(letter) > 0xFFFF else 1 for letter in text), initial=0))
    return [
        {"start": units[m.start], "end": units[m.end], "move": m.move, "classes": mark_classes(m.move)} for m in marked
    ]


def legend(assessment: Assessment, marked: tuple[Mark, ...]) -> list[Told]:
    """Return for each criterion that has marks the moves that speak for it, in the order of reading."""
    known = numbers(marked)
    found = {name: {span.move for span in assessment.evidence.get(name, ())} for name in CRITERIA}
    return [
        {
            "title": words("criteria")[criterion]["title"],
            "moves": [
                {"move": move, "label": words("moves")[move]["label"], "classes": mark_classes(move)}
                for move in known
                if move in moves
            ],
        }
        for criterion, moves in found.items()
        if moves & known.keys()
    ]


def unreadable() -> Told:
    """Return what there is to tell of a text that is too long to be a message."""
    empty: list[Told] = []
    return {
        "marks": empty,
        "legend": empty,
        "flags": empty,
        "questions": empty,
        "rows": empty,
        "counter": None,
        "trouble": say("status.too_long"),
    }


def counter(text: str, card: Scenario) -> Told:
    """Return the length in the channel's unit, held against what is right for it."""
    channel = words("channels")[card.channel]
    bounds = load_rubric().length[card.channel]
    seen = read(text)
    amount = seen.words if bounds.unit == "words" else seen.characters
    if not amount:
        return {"text": say("counter.none", name=channel["name"], length=channel["length"]), "share": 0.0, "fits": True}
    low, high = bounds.strong
    high = min(high, NO_MORE.get(card.channel, high))
    verdict = "right" if low <= amount <= high else "short" if amount < low else "long"
    unit = bounds.unit if amount != 1 else bounds.unit.removesuffix("s")
    said = say(f"counter.{unit}", count=amount, verdict=say(f"counter.{verdict}", length=channel["length"]))
    return {"text": said, "share": round(min(1.0, amount / high), 3), "fits": verdict == "right"}


def in_order(text: str, card: Scenario, assessment: Assessment) -> tuple[Row, ...]:
    """Return the rows as a rubric has them, so that none changes its place while somebody types."""
    return tuple(sorted(rows(text, card, assessment), key=lambda row: CRITERIA.index(row.criterion)))


def questions(assessment: Assessment) -> list[str]:
    """Return the rubric as questions to ask oneself."""
    return [words("criteria")[criterion]["question"] for criterion in assessment.levels]


def _row(row: Row, limits: Limits) -> Told:
    told = {"criterion": row.criterion, "title": row.title}
    if why := limits.unjudged.get(row.criterion):
        return {**told, "level": None, "symbol": "–", "word": say("rows.not_judged"), "meaning": why}
    return {**told, "level": row.level, "symbol": row.symbol, "word": row.word, "meaning": row.meaning}


def _flags(assessment: Assessment, limits: Limits) -> list[Told]:
    shown = assessment.flags if limits.flags is None else limits.flags
    heading = say("flags.own_waits" if limits.private else "flags.waits")
    return [
        {
            "heading": heading,
            "title": words("flags")[flag]["title"],
            "reason": assessment.reasons.get(flag) or words("flags")[flag]["reason"],
        }
        for flag in shown
    ]
