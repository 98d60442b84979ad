"""A card in the making: what has to be said, as questions and as a commented file that is filled in."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from genuinely.resources import data
from genuinely.scenarios.card import CHANNELS, CRITERIA, KINDS, THEMES, Person, Scenario
from genuinely.scenarios.checks import Checked, ScenarioError
from genuinely.scenarios.measured import spans, usual_weights

MEANT = {
    "exchange": "transactional is not bad: asking openly, with something in it for both",
    "interest": "being genuinely interested in this one person",
    "create": "creating something new together",
    "capstone": "all of it together",
    "cold": "to somebody who does not know the sender",
    "warm_intro": "somebody whom both know brings them together",
    "reconnect": "after a long silence",
    "follow_up": "soon after they met, or after a talk",
    "thank_you": "for help that was given",
    "referral": "asking to be recommended for a role",
    "community": "inside a group or a chat that both belong to",
    "email": "an e-mail",
    "linkedin_note": "a note of at most 300 characters",
    "chat": "a direct message",
}
"""What the options mean."""

Given = Mapping[str, Any]
"""What has been said, by `Part.key`: a text, a list of texts, or weights by criterion."""


@dataclass(frozen=True)
class Part:
    """Something that a card says. key: as in the file, with the table before a dot. ask: what is wanted."""

    key: str
    ask: str
    shape: Literal["text", "choice", "long", "list", "weights"] = "text"
    options: tuple[str, ...] = ()


def parts() -> tuple[Part, ...]:
    """Return all parts of a card in the order of its file, with how long they are in the cards of the course."""
    found = {name: str(span) for name, span in spans().items()}
    return (
        Part("title", f"A title: {found['words in a title']} words, such as: By the coat rack."),
        Part("theme", "Which part of the course does it belong to?", "choice", THEMES),
        Part("kind", "What kind of message is it?", "choice", KINDS),
        Part("channel", "How is it sent?", "choice", CHANNELS),
        Part(
            "situation",
            "The situation: what happened, and what does the sender hope for? Two or three sentences, "
            f"{found['words in the situation']} words.",
        ),
        Part(
            "draft",
            "The draft, as somebody in a hurry would send it: it wants something, and could go to anybody. "
            f"The learner rewrites it. {found['words in the draft']} words.",
            "long",
        ),
        Part("sender.name", "Who writes? An invented name."),
        Part("sender.role", f"What is the sender? {found['words in a role']} words."),
        Part(
            "sender.facts",
            f"What does the sender really have, know, do or wonder about? {found['facts about the sender']} facts, "
            f"each of {found['words in a fact']} words. Not all of them should be of use.",
            "list",
        ),
        Part("recipient.name", "Who reads it? An invented name."),
        Part("recipient.role", f"What is the recipient? {found['words in a role']} words."),
        Part(
            "recipient.goals",
            f"What is the recipient trying to get done? {found['goals of the recipient']} goals, each of "
            f"{found['words in a goal']} words.",
            "list",
        ),
        Part(
            "recipient.facts",
            "What can be known of the recipient: particular work, views, things said? "
            f"{found['facts about the recipient']} facts. One of them should meet a fact of the sender's.",
            "list",
        ),
        Part(
            "criteria",
            f"What counts, and how much? {found['criteria that count']} of the nine criteria, each with a weight "
            "from 1 to 3.",
            "weights",
        ),
    )


@cache
def criteria_titles() -> dict[str, str]:
    """Return what each criterion is called to learners."""
    words = tomllib.loads(data("wording", "en", "criteria.toml").read_text(encoding="utf-8"))
    return {name: words[name]["title"] for name in CRITERIA}


def as_toml(id: str, given: Given) -> str:
    """Return a card's file with what was given filled in, and what is wanted above each part."""
    return "\n".join(_lines(id, given)) + "\n"


def faults(mapping: Mapping[str, Any], source: str) -> list[str]:
    """Return a sentence for everything that keeps a mapping from being a card, not only for the first."""
    found: list[str] = []

    def held(do: Any, *words: Any, **named: Any) -> Any:
        try:
            return do(*words, **named)
        except ScenarioError as error:
            found.append(str(error))
            return None

    card = Checked(mapping, source)
    held(card.only, "id", *dict.fromkeys(part.key.partition(".")[0] for part in parts()))
    held(card.identifier, "id")
    tables = {name: held(card.table, name) for name in ("sender", "recipient", "criteria")}
    if tables["criteria"]:
        held(tables["criteria"].weights, CRITERIA)
    for part in parts():
        name, dot, key = part.key.partition(".")
        table = tables[name] if dot else card
        if table is None or part.shape == "weights":
            continue
        if part.shape == "choice":
            held(table.one_of, part.key, part.options)
        else:
            held(table.texts if part.shape == "list" else table.text, key or part.key)
    if not found:
        held(Scenario.from_dict, mapping, source=source)
    return found


def given_of(card: Scenario) -> dict[str, Any]:
    """Return what a card says, by the keys of its parts."""
    people: dict[str, Person] = {"sender": card.sender, "recipient": card.recipient}
    told: dict[str, Any] = {}
    for part in parts():
        name, _, key = part.key.partition(".")
        value = getattr(people[name], key) if name in people else getattr(card, name)
        told[part.key] = list(value) if isinstance(value, tuple) else value
    return told


def _lines(id: str, given: Given) -> Iterator[str]:
    yield "# A scenario of your own. Write between the quotation marks; lines that begin with # are for you alone."
    yield '# People and organisations are invented. A quotation mark inside a text is written \\".'
    yield f"# When it is filled in: python3 course.py check-scenario {id}"
    yield ""
    yield f"id = {_text(id)}"
    table = ""
    for part in parts():
        name, dot, key = part.key.partition(".")
        yield ""
        if (dot or part.shape == "weights") and name != table:
            table = name
            yield f"[{name}]"
        yield from _comment(part.ask)
        if part.options:
            yield from _comment(f"One of: {', '.join(part.options)}.")
            yield from (f"#   {option}: {MEANT[option]}" for option in part.options)
        if part.shape == "weights":
            yield from (f"#   {name}: {title}" for name, title in criteria_titles().items())
        yield from _value(part, key or name, given)


def _value(part: Part, key: str, given: Given) -> Iterator[str]:
    value = given.get(part.key)
    if part.shape == "weights":
        weights = value or usual_weights(given.get("kind", "")) or usual_weights(KINDS[0])
        yield from (f"{name} = {weights[name]:g}" for name in CRITERIA if name in weights)
    elif part.shape == "list":
        yield f"{key} = ["
        yield from (f"  {_text(item)}," for item in value or [""] * (2 if key == "goals" else 5))
        yield "]"
    elif part.shape == "long":
        inside = str(value or "").strip().replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
        yield from (f'{key} = """', inside, '"""')
    else:
        yield f"{key} = {_text(str(value or ''))}"


def _text(text: str) -> str:
    """As TOML writes a text in one line. JSON's escapes are among its own; a deleted sign is not."""
    return json.dumps(text.strip(), ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(text: str) -> Iterator[str]:
    line = "#"
    for word in text.split():
        if len(line) + len(word) > 110:
            yield line
            line = "#"
        line = f"{line} {word}"
    yield line
