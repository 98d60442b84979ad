"""The learner's own message to a real person: a short form as a card, and what cannot be judged from it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from genuinely.coaching.studio.words import say
from genuinely.scenarios import CRITERIA, FrozenDict, Person, Scenario

KINDS = ("cold", "warm_intro", "follow_up", "reconnect", "thank_you")
CHANNELS = ("email", "linkedin_note", "chat")
LINES = ("my_facts", "their_facts", "their_goals")
"""The fields in which each line is a fact."""
NEEDED = ("their_name", "their_facts", "my_facts")
FIELDS = (
    "their_name",
    "their_role",
    "their_facts",
    "their_goals",
    "my_name",
    "my_role",
    "my_facts",
    "kind",
    "channel",
    "situation",
)
"""In the order of the form: the other side comes first."""

FEW_FACTS = 2
"""Facts below which a 0 may say more about the form than about the message."""

FEW_WORDS = 3
"""Words below which a fact says too little to be taken up."""

_INITIALS = re.compile(r"(?:\w\.?[\s\-]*){1,4}")
_MARK = re.compile(r"^\s*[-*•]\s*")


class MissingError(ValueError):
    """The form does not make a card yet. `fields` are the names of those that are needed."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        self.fields = fields
        super().__init__(", ".join(fields))


def tidy_form(found: object) -> dict[str, str]:
    """Return every field as text, whatever was kept or sent."""
    given: Mapping[str, Any] = found if isinstance(found, Mapping) else {}
    form = {name: str(given.get(name) or "").strip() for name in FIELDS}
    form["kind"] = form["kind"] if form["kind"] in KINDS else "cold"
    form["channel"] = form["channel"] if form["channel"] in CHANNELS else "email"
    return form


def card_from(form: Mapping[str, str], id: str) -> Scenario:
    """Make a card of a tidy form, in which every criterion counts alike. Raises MissingError."""
    missing = tuple(name for name in NEEDED if not (lines(form[name]) if name in LINES else form[name]))
    if missing:
        raise MissingError(missing)
    recipient = form["their_name"]
    return Scenario(
        id=id,
        title=say("own.title", recipient=recipient),
        theme="capstone",
        kind=form["kind"],
        channel=form["channel"],
        situation=form["situation"] or say("own.no_situation"),
        draft="",
        sender=Person(form["my_name"] or say("own.me"), form["my_role"] or say("own.me"), lines(form["my_facts"])),
        recipient=Person(
            recipient, form["their_role"] or say("own.them"), lines(form["their_facts"]), lines(form["their_goals"])
        ),
        criteria=FrozenDict(dict.fromkeys(CRITERIA, 1.0)),
    )


def lines(text: str) -> tuple[str, ...]:
    """Return the facts in a field: its lines, without list marks and blanks."""
    return tuple(line for line in (_MARK.sub("", each).strip() for each in text.splitlines()) if line)


def unjudged(card: Scenario, levels: Mapping[str, int]) -> dict[str, str]:
    """Return for each criterion that cannot be judged from such a card the name of the reason.

    A missing side makes it impossible. A thin side makes a 0 worthless: the message may take up what is not on the
    card; what was found above 0 stands.
    """
    theirs, mine = _telling(card.recipient.facts), _telling(card.sender.facts)
    reasons: dict[str, str] = {}
    for criterion, level in levels.items():
        if criterion == "mutual_value" and not card.recipient.goals and level < 2:
            reasons[criterion] = "no_goals"
        elif criterion in ("common_ground", "curiosity", "new_together") and _thin(theirs, level):
            reasons[criterion] = "few_theirs"
        elif criterion in ("common_ground", "mutual_value", "new_together") and _thin(mine, level):
            reasons[criterion] = "few_mine"
    return reasons


def shown_flags(flags: tuple[str, ...], card: Scenario) -> tuple[str, ...]:
    """Return the flags that mean something for a real message: nobody is examined against a form.

    A name is wrong only where a whole name was given.
    """
    whole_name = _INITIALS.fullmatch(card.recipient.name) is None
    return tuple(f for f in flags if f in ("placeholder", "hostile", "stuffed") or (f == "wrong_name" and whole_name))


def _telling(facts: tuple[str, ...]) -> int:
    return sum(len(fact.split()) >= FEW_WORDS for fact in facts)


def _thin(telling: int, level: int) -> bool:
    return telling == 0 or (telling < FEW_FACTS and level == 0)
