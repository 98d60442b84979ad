"""A card made by hand, small and whole, to be damaged one key at a time."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

_CARD: dict[str, Any] = {
    "id": "tide-tables",
    "title": "Tide tables",
    "theme": "interest",
    "kind": "cold",
    "channel": "email",
    "situation": "Ana read a report by Tom and writes to him.",
    "draft": "Dear Tom, any advice? Ana",
    "sender": {"name": "Ana Reis", "role": "Student of oceanography", "facts": ["Keeps a tide log"]},
    "recipient": {
        "name": "Tom Okafor",
        "role": "Harbour master",
        "goals": ["Fewer groundings"],
        "facts": ["Wrote a report on the spring tide of 2019"],
    },
    "criteria": {"clear_ask": 2, "own_voice": 1},
}

TOML = """\
id = "tide-tables"
title = "Tide tables"
theme = "interest"
kind = "cold"
channel = "email"
situation = "Ana read a report by Tom and writes to him."
draft = "Dear Tom, any advice? Ana"
[sender]
name = "Ana Reis"
role = "Student of oceanography"
facts = ["Keeps a tide log"]
[recipient]
name = "Tom Okafor"
role = "Harbour master"
goals = ["Fewer groundings"]
facts = ["Wrote a report on the spring tide of 2019"]
[criteria]
clear_ask = 2
own_voice = 1
"""


def card(**changes: Any) -> dict[str, Any]:
    """A good card's mapping; `sender__name=...` changes a key of a table."""
    made = deepcopy(_CARD)
    for path, value in changes.items():
        *tables, key = path.split("__")
        table = made
        for name in tables:
            table = table[name]
        table[key] = value
    return made


def card_without(path: str) -> dict[str, Any]:
    """A good card's mapping that lacks one key, such as `sender.name`."""
    made = deepcopy(_CARD)
    *tables, key = path.split(".")
    table = made
    for name in tables:
        table = table[name]
    del table[key]
    return made
