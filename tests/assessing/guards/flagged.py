"""A short way to ask which flags a message on a card gets."""

from __future__ import annotations

from genuinely.assessing.guards import raise_flags
from genuinely.assessing.text import read
from genuinely.scenarios import load_scenario


def flags(card: str, message: str) -> tuple[str, ...]:
    return raise_flags(read(message), load_scenario(card))
