"""The learner's own people: the graph that they make, and whom to write to first, by a rule that can be read.

The rule sorts everybody into four groups, and tells the groups in this order:

1. existing: close or friendly, and in touch within the last three years. One such tie is more likely to help than any
   one slight tie (Gee, Jones and Burke 2017, E21), and friends say yes more readily (Roghanizad and Bohns 2022, E10).
2. dormant: once close or friendly, silent for three years or more. What they know is newer than what the people around
   one know, and the trust is still there (Levin, Walter and Murnighan 2011, E25); a sign of life is more welcome than
   its sender expects (Liu and others 2023, E27).
3. bridge: a slight tie that is the only way into a world. Moderately weak ties led to more jobs than strong ones in a
   large randomised study (Rajkumar and others 2022, E20).
4. later: everybody else.

Within a group the only way into a world comes first, then whoever knows another world too, then the closer, then the
longer silent, then the order of the table. It is a rule of thumb made from group averages: it knows nothing of who can
safely be asked, nor who would enjoy to hear.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from genuinely.lessons.network import Graph, Tie, bridges

YOU = "\u2022you"
"""The learner's own node; no name that is typed begins like this, since names are stripped to letters first."""

STRENGTHS = ("slight", "friendly", "close")
RECENCIES = ("year", "three_years", "longer")
GROUPS = ("existing", "dormant", "bridge", "later")
MOST = 40
"""People in the table; the arithmetic would bear 60."""


@dataclass(frozen=True)
class Contact:
    """Somebody whom the learner knows.

    strength: "slight", "friendly" or "close". recency: when there was last contact: within a "year", within
    "three_years", or "longer" ago. world: where they belong, in the learner's words ("" if not said). knows: names of
    others in the table, beyond their own world, whom they know as well.
    """

    name: str
    strength: str = "slight"
    recency: str = "year"
    world: str = ""
    knows: tuple[str, ...] = ()

    @property
    def is_dormant(self) -> bool:
        return self.recency == "longer"


@dataclass(frozen=True)
class Suggestion:
    """Somebody to write to: the group, and the reasons as keys of the wording file, the weightiest first."""

    contact: Contact
    group: str
    reasons: tuple[str, ...]
    opens: str = ""
    joins: tuple[str, ...] = ()


def contacts_from(rows: Iterable[Mapping[str, Any]]) -> tuple[Contact, ...]:
    """Return the people in rows as the page sends them: unnamed rows left out, equal names told apart by a number.

    Whatever does not fit a column counts as its first choice, so that an old or mended file never stops a lesson.
    """
    found: list[Contact] = []
    for row in list(rows)[:MOST]:
        name = " ".join(str(row.get("name") or "").split()).lstrip(YOU[0]).strip()[:30]
        if not name:
            continue
        found.append(
            Contact(
                _unlike(name, {each.name for each in found}),
                _one_of(row.get("strength"), STRENGTHS),
                _one_of(row.get("recency"), RECENCIES),
                " ".join(str(row.get("world") or "").split())[:30],
                tuple(part.strip() for part in str(row.get("knows") or "").split(",") if part.strip()),
            )
        )
    return tuple(found)


def own_graph(contacts: tuple[Contact, ...]) -> Graph:
    """Return the graph of the learner and their people.

    A tie from the learner to each, 1 (slight), 2 (friendly) or 3 (close) strong. People of one world are taken to know
    each other, and so are those who are said to; these ties count as 1, since nobody was asked how strong they are.
    """
    ties = [Tie(YOU, each.name, STRENGTHS.index(each.strength) + 1.0) for each in contacts]
    for number, one in enumerate(contacts):
        ties += [Tie(one.name, other.name) for other in contacts[number + 1 :] if _know_each_other(one, other)]
    return Graph((YOU, *(each.name for each in contacts)), tuple(ties))


def suggestions(contacts: tuple[Contact, ...]) -> tuple[Suggestion, ...]:
    """Return everybody in the order in which to write to them, by the rule at the head of this module."""
    graph = own_graph(contacts)
    only_ways = {tie.other for tie in bridges(graph) if tie.one == YOU}
    found = [_suggestion(each, each.name in only_ways, _joins(each, contacts)) for each in contacts]
    return tuple(sorted(found, key=_turn))


def first_of_each(told: tuple[Suggestion, ...]) -> tuple[Suggestion, ...]:
    """Return the first of each group but the last: at most three people to begin with."""
    return tuple(
        next(each for each in told if each.group == group)
        for group in GROUPS[:-1]
        if any(each.group == group for each in told)
    )


def worlds(contacts: Iterable[Contact]) -> dict[str, tuple[Contact, ...]]:
    """Return the people by world, as first written, in the order in which the worlds come up."""
    found: dict[str, list[Contact]] = {}
    spelt: dict[str, str] = {}
    for each in contacts:
        found.setdefault(spelt.setdefault(each.world.casefold(), each.world), []).append(each)
    return {world: tuple(people) for world, people in found.items()}


def _suggestion(contact: Contact, only_way: bool, joins: tuple[str, ...]) -> Suggestion:
    strong = contact.strength != "slight"
    group = ("dormant" if contact.is_dormant else "existing") if strong else "bridge" if only_way else "later"
    reasons = [f"group_{group}"]
    if only_way:
        reasons.append("only_way" if contact.world else "only_way_unnamed")
    if joins:
        reasons.append("joins")
    if contact.is_dormant and not strong:
        reasons.append("slight_silent")
    if contact.recency == "three_years":
        reasons.append("silent")
    return Suggestion(contact, group, tuple(reasons), contact.world if only_way else "", joins)


def _turn(told: Suggestion) -> tuple[int, bool, bool, int, int]:
    return (
        GROUPS.index(told.group),
        not any(reason.startswith("only_way") for reason in told.reasons),
        not told.joins,
        -STRENGTHS.index(told.contact.strength),
        -RECENCIES.index(told.contact.recency),
    )


def _joins(contact: Contact, contacts: tuple[Contact, ...]) -> tuple[str, ...]:
    """The other worlds in which somebody is known to this one."""
    there = [
        each.world
        for each in contacts
        if each != contact and each.world and not _same_world(each, contact) and _know_each_other(each, contact)
    ]
    return tuple(dict.fromkeys(there))


def _know_each_other(one: Contact, other: Contact) -> bool:
    return _same_world(one, other) or _said(one, other) or _said(other, one)


def _same_world(one: Contact, other: Contact) -> bool:
    return bool(one.world) and one.world.casefold() == other.world.casefold()


def _said(one: Contact, other: Contact) -> bool:
    return other.name.casefold() in {name.casefold() for name in one.knows}


def _one_of(value: Any, known: tuple[str, ...]) -> str:
    return value if value in known else known[0]


def _unlike(name: str, taken: set[str]) -> str:
    number, unlike = 1, name
    while unlike.casefold() in {each.casefold() for each in taken}:
        number += 1
        unlike = f"{name} ({number})"
    return unlike
