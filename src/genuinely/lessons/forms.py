"""What a form asks: its fields, as checked values from `data/reflections/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import LessonDataError, Table, read_all

KINDS = ("text", "choice", "ticks", "scale")


@dataclass(frozen=True)
class Option:
    """Something to choose or to tick, and what is said about it afterwards ("" if nothing is)."""

    name: str
    text: str
    reply: str = ""


@dataclass(frozen=True)
class Field:
    """One thing to answer.

    kind: "text" (words, in `rows` lines), "choice" (one of `options`), "ticks" (any of `options`), or "scale"
    (a whole number from `low` to `high`, whose ends are called `low_label` and `high_label`).
    in_row: the options of a choice stand beside each other.
    """

    name: str
    kind: str
    label: str
    rows: int = 3
    options: tuple[Option, ...] = ()
    in_row: bool = False
    low: int = 0
    high: int = 100
    low_label: str = ""
    high_label: str = ""

    def as_plain(self) -> dict[str, Any]:
        """Return it as the page reads it."""
        return asdict(self)


@dataclass(frozen=True)
class FormSpec:
    """A form: what it is called, what it says first, its fields.

    columns: the fields stand beside each other where there is room.
    sentence: a sentence with the names of text fields in {braces}, filled in as the learner types; "" for none.
    """

    id: str
    label: str
    hint: str
    fields: tuple[Field, ...]
    columns: bool = False
    sentence: str = ""


def form(id: str) -> FormSpec:
    """Return the form of this id. Raises LessonDataError, which lists the ids there are."""
    try:
        return forms()[id]
    except KeyError:
        known = ", ".join(forms())
        raise LessonDataError(f"There is no reflection called '{id}'. There are: {known}.") from None


@cache
def forms() -> Mapping[str, FormSpec]:
    """Return every form in `data/reflections/`, by id. Raises LessonDataError."""
    found: dict[str, FormSpec] = {}
    for file in read_all("reflections", LANGUAGE):
        for id, table in file.each():
            if id in found:
                file.refuse(id, "another file has a reflection of this name. Rename one of the two.")
            found[id] = form_from(id, table)
    return found


def form_from(id: str, table: Table) -> FormSpec:
    """Return the form in a table. Raises LessonDataError."""
    table.only("label", "hint", "columns", "sentence", "fields")
    fields = tuple(map(_field, table.tables("fields")))
    names = [field.name for field in fields]
    for name in names:
        if names.count(name) > 1:
            table.refuse("fields", f"two fields are called '{name}'. Rename one of them.")
    sentence = table.text("sentence", "")
    try:
        sentence.format_map(dict.fromkeys(names, ""))
    except (KeyError, ValueError, IndexError) as error:
        table.refuse("sentence", f"a brace cannot be filled in ({error}). Use the names of fields: {', '.join(names)}.")
    return FormSpec(id, table.text("label"), table.text("hint", ""), fields, table.flag("columns"), sentence)


def _field(table: Table) -> Field:
    kind = table.text("kind")
    own = {
        "text": ("rows",),
        "choice": ("options", "in_row"),
        "ticks": ("options",),
        "scale": ("low", "high", "low_label", "high_label"),
    }
    if kind not in own:
        table.refuse("kind", f"found {kind!r}, expected one of: {', '.join(KINDS)}.")
    table.only("name", "kind", "label", *own[kind])
    name, label = table.text("name"), table.text("label")
    if kind == "text":
        return Field(name, kind, label, rows=table.number("rows", 3))
    if kind == "scale":
        low, high = table.number("low", 0), table.number("high", 100)
        if low >= high:
            table.refuse("high", f"found {high}, expected more than 'low', which is {low}.")
        ends = table.text("low_label"), table.text("high_label")
        return Field(name, kind, label, low=low, high=high, low_label=ends[0], high_label=ends[1])
    options = tuple(map(_option, table.tables("options")))
    return Field(name, kind, label, options=options, in_row=kind == "choice" and table.flag("in_row"))


def _option(table: Table) -> Option:
    table.only("name", "text", "reply")
    return Option(table.text("name"), table.text("text"), table.text("reply", ""))
