"""A card as a rater reads it: everything but the draft, which may itself be among the messages."""

from __future__ import annotations

from genuinely.coaching.wording import say, words
from genuinely.scenarios import Person, Scenario


def sections(card: Scenario) -> list[tuple[str, list[str]]]:
    """Return the card's parts: a heading, and what stands under it."""
    channel = words("channels")[card.channel]
    return [
        (say("card.channel"), [say("card.channel_length", name=channel["name"], length=channel["length"])]),
        (say("card.situation"), [card.situation]),
        *_person(say("card.writes"), card.sender),
        *_person(say("card.reads"), card.recipient),
    ]


def _person(role: str, person: Person) -> list[tuple[str, list[str]]]:
    found = [(f"{role}: {person.name}, {person.role}", list(person.facts))]
    if person.goals:
        found.append((say("card.goals", name=person.name), list(person.goals)))
    return found
