"""What a form asks: a label and its fields, as checked values from `data/reflections/`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.fields import Field, Option, field_from
from genuinely.lessons.reading import LessonDataError, Table, read_all

__all__ = ["COMPARED", "Field", "FormSpec", "Option", "form", "form_from", "forms"]

COMPARED = "compared"
"""Beside the answers to its fields, a form keeps under this name which fields were compared with our reading."""


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
    fields = tuple(map(field_from, table.tables("fields")))
    names = [field.name for field in fields]
    for name in names:
        if name == COMPARED:
            table.refuse("fields", f"the name '{COMPARED}' is taken by the form itself. Choose another.")
        if names.count(name) > 1:
            table.refuse("fields", f"two fields are called '{name}'. Rename one of them.")
    sentence = table.text("sentence", "")
    try:
        sentence.format_map(dict.fromkeys(names, ""))
    except (KeyError, ValueError, IndexError) as error:
        table.refuse("sentence", f"a brace cannot be filled in ({error}). Use the names of fields: {', '.join(names)}.")
    return FormSpec(id, table.text("label"), table.text("hint", ""), fields, table.flag("columns"), sentence)
