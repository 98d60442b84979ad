"""Texts that hold for some workshops and not for others: the lines of a checklist, the paragraphs of a letter."""

from __future__ import annotations

import string
from collections.abc import Mapping
from dataclasses import dataclass

from genuinely.lessons.reading import Table
from genuinely.workshop.asked import DEVICES, Asked

PLACES = ("room", "call")


@dataclass(frozen=True)
class Text:
    """Words, and for which devices and which of `PLACES` they hold."""

    words: str
    devices: tuple[str, ...]
    places: tuple[str, ...]

    def holds(self, asked: Asked) -> bool:
        """Whether it is for this workshop."""
        return asked.devices in self.devices and ("call" if asked.online else "room") in self.places


def text_from(table: Table, filled_in: Mapping[str, object]) -> Text:
    """Return the text in a table, with its braces filled in. Raises LessonDataError, with file, key and remedy."""
    table.only("text", "devices", "where")
    devices = table.found.get("devices", list(DEVICES))
    if not isinstance(devices, list) or not devices or not all(each in DEVICES for each in devices):
        table.refuse("devices", f"found {devices!r}, expected a list of these: {', '.join(DEVICES)}.")
    where = table.text("where", default="")
    if where and where not in PLACES:
        table.refuse("where", f"found {where!r}, expected one of: {', '.join(PLACES)}.")
    return Text(filled(table, "text", filled_in), tuple(devices), (where,) if where else PLACES)


def filled(table: Table, key: str, filled_in: Mapping[str, object]) -> str:
    """Return words with their braces filled in. Raises LessonDataError where that is not possible."""
    words = table.text(key)
    try:
        used = {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}
    except ValueError as error:
        table.refuse(key, f"a brace is left open ({error}). Close it or take it out.")
    if strange := used - set(filled_in):
        allowed = ", ".join(f"{{{name}}}" for name in filled_in)
        table.refuse(key, f"{{{min(strange)}}} cannot be filled in. Braces that can: {allowed}.")
    return words.format(**filled_in)
