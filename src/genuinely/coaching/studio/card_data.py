"""A card as plain data for the page beside the editor."""

from __future__ import annotations

from genuinely.coaching.studio.telling import Told
from genuinely.coaching.studio.words import say as studio_say
from genuinely.coaching.wording import say, words
from genuinely.scenarios import Person, Scenario


def card_data(card: Scenario) -> Told:
    """Return what is known of a card, under the headings of the course's card page."""
    channel = words("channels")[card.channel]
    return {
        "title": card.title,
        "channel": say("card.channel_length", name=channel["name"], length=channel["length"]),
        "situation": {"heading": say("card.situation"), "text": card.situation},
        "people": [_person(say("card.writes"), card.sender), _person(say("card.reads"), card.recipient)],
        "draft": {"heading": say("card.draft"), "text": card.draft},
    }


def _person(heading: str, person: Person) -> Told:
    lists = [{"label": say("card.facts"), "items": list(person.facts)}]
    if person.goals:
        lists.insert(0, {"label": say("card.goals", name=person.name), "items": list(person.goals)})
    unknown = (studio_say("own.me"), studio_say("own.them"))  # of an own message: the heading says as much
    role = "" if person.role in unknown else person.role
    return {"heading": heading, "name": person.name, "role": role, "lists": lists}
