"""Scenario ids as people type them."""

from __future__ import annotations

import difflib
import re

from genuinely.coaching.drafts import used
from genuinely.coaching.wording import say
from genuinely.scenarios import UnknownScenarioError, load_scenario, load_scenarios

_AROUND = " \t\r\n\ufeff\u200b\u00a0`'\"“”„‟‘’‚‛«»‹›＂＇()[]{}<>.,;:"
_HYPHENS = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")


def tidy(typed: str) -> str:
    """Return what was typed as an id is written: no quotes around it, small letters, plain hyphens."""
    return _HYPHENS.sub("-", typed.strip(_AROUND)).lower()


def known(id: str) -> bool:
    """Whether a card of the course has this id."""
    try:
        load_scenario(id)
    except UnknownScenarioError:
        return False
    return True


def shape(id: str = "") -> str:
    """Return the first line of a rewrite, for this scenario or else for the one used last."""
    return f"%%rewrite {id or next(reversed(used()), 'SCENARIO-ID')}"


def used_so_far() -> str:
    """Return the sentence that names the ids of this notebook."""
    return say("accident.used", ids=", ".join(used())) if used() else say("accident.used_none")


def wrong_id(id: str) -> tuple[str, ...]:
    """Return the sentences for an id that no card has: the nearest, each with its title."""
    near = nearest(id)
    if not near:
        return (say("accident.wrong_id", id=id, near=used_so_far()),)
    cards = load_scenarios()
    listed = (f"`{each}` – {cards[each].title}" for each in near)
    return (say("accident.wrong_id", id=id, near=say("accident.near")), *listed)


def nearest(id: str) -> tuple[str, ...]:
    """Return up to three ids that look like `id` or share a telling word with it or with its title."""
    cards = load_scenarios()
    alike = difflib.get_close_matches(id, cards, n=3, cutoff=0.55)
    typed = {word for word in id.split("-") if len(word) > 3}
    sharing = [key for key, card in cards.items() if typed & ({*key.split("-")} | {*card.title.lower().split()})]
    return tuple(dict.fromkeys([*alike, *sharing]))[:3]
