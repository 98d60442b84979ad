"""A scenario card: everything that a learner, a rater and the grader know about a situation."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from genuinely.scenarios.checks import Checked, ScenarioError
from genuinely.scenarios.frozen import FrozenDict

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["CRITERIA", "Person", "Scenario", "ScenarioError"]

CRITERIA = (
    "clear_ask",
    "mutual_value",
    "easy_no",
    "common_ground",
    "curiosity",
    "new_together",
    "context",
    "concise",
    "own_voice",
)
"""The rubric's criteria, in the order in which a learner meets them (rubric version 2)."""

THEMES = ("exchange", "interest", "create", "capstone")
KINDS = ("cold", "warm_intro", "reconnect", "follow_up", "thank_you", "referral", "community")
CHANNELS = ("email", "linkedin_note", "chat")


@dataclass(frozen=True)
class Person:
    """One side of a scenario. A sender's `goals` are empty: the situation tells them."""

    name: str
    role: str
    facts: tuple[str, ...]
    goals: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """A card. `criteria` maps each criterion that counts here to its weight, greater than 0."""

    id: str
    title: str
    theme: str
    kind: str
    channel: str
    situation: str
    draft: str
    sender: Person
    recipient: Person
    criteria: FrozenDict[str, float]

    @classmethod
    def from_toml(cls, path: str | Path | Traversable) -> Scenario:
        """Read a card from its file.

        Raises ScenarioError, which names file, key, what was found and what is expected.
        """
        file = Path(path) if isinstance(path, str) else path
        try:
            mapping = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise ScenarioError(f"{file}: cannot be read ({error}). Check name and place.") from error
        except UnicodeDecodeError as error:
            raise ScenarioError(f"{file}: is not UTF-8 text. Save it again as UTF-8.") from error
        except tomllib.TOMLDecodeError as error:
            raise ScenarioError(f"{file}: is not valid TOML: {error}. Mend that line.") from error
        card = cls.from_dict(mapping, source=str(file))
        if card.id != file.name.removesuffix(".toml"):
            raise ScenarioError(
                f"{file}: key 'id': found {card.id!r}, expected the file's name without .toml. "
                "Rename the file or change the id."
            )
        return card

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any], *, source: str = "scenario card") -> Scenario:
        """Make a card from a mapping shaped like the TOML file.

        `source` is named in errors. Raises ScenarioError as `from_toml` does.
        """
        card = Checked(mapping, source)
        card.only("id", "title", "theme", "kind", "channel", "situation", "draft", "sender", "recipient", "criteria")
        return cls(
            id=card.identifier("id"),
            title=card.text("title"),
            theme=card.one_of("theme", THEMES),
            kind=card.one_of("kind", KINDS),
            channel=card.one_of("channel", CHANNELS),
            situation=card.text("situation"),
            draft=card.text("draft"),
            sender=_person(card.table("sender")),
            recipient=_person(card.table("recipient"), has_goals=True),
            criteria=FrozenDict(card.table("criteria").weights(CRITERIA)),
        )


def _person(table: Checked, *, has_goals: bool = False) -> Person:
    table.only("name", "role", "facts", "goals")
    return Person(
        name=table.text("name"),
        role=table.text("role"),
        facts=table.texts("facts"),
        goals=table.texts("goals") if has_goals or table.has("goals") else (),
    )
