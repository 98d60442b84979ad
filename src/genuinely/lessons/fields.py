"""One thing to answer: the parts of which every form is made, as checked values from the data files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from genuinely.lessons.reading import Table


@dataclass(frozen=True)
class Option:
    """Something to choose, to tick or to put in order, and what is said about it afterwards ("" if nothing is)."""

    name: str
    text: str
    reply: str = ""


@dataclass(frozen=True)
class Column:
    """A column of a table, or one of two lists. `options`: what may be chosen there; none where words are typed.

    names: people are named in it, so that a portfolio asks before it shows them.
    """

    name: str
    label: str
    options: tuple[Option, ...] = ()
    names: bool = False


@dataclass(frozen=True)
class Field:
    """One thing to answer.

    kind and its answer:
    - "text": words, in `rows` lines
    - "choice": the name of one of `options`, which stand beside each other if `in_row`
    - "ticks": the names of any of `options`
    - "scale": a whole number from `low` to `high`, whose ends are called `low_label` and `high_label`
    - "order": the names of all `options`, put in order
    - "table": rows, each a mapping of a column's name to words or to an option's name; `rows` are there at first
    - "lists": for the name of each of two `columns`, a list of words
    - "match": for the name of each option, the name of one of `targets`
    - "short": "words" typed, and under "nearest" the option that came nearest to them

    replies: what is said of an option once it is compared, by its place ("order", from "0") or its target ("match").
    add: what the button says that adds a row.
    names: people are named in the answer.
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
    columns: tuple[Column, ...] = ()
    targets: tuple[Option, ...] = ()
    replies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    add: str = ""
    names: bool = False

    def as_plain(self) -> dict[str, Any]:
        """Return it as the page reads it."""
        return asdict(self)


def field_from(table: Table) -> Field:
    """Return the field in a table. Raises LessonDataError."""
    kind = table.text("kind")
    if kind not in _KINDS:
        table.refuse("kind", f"found {kind!r}, expected one of: {', '.join(_KINDS)}.")
    keys, make = _KINDS[kind]
    table.only("name", "kind", "label", *keys)
    return Field(table.text("name"), kind, table.text("label"), **make(table))


def _text(table: Table) -> dict[str, Any]:
    return {"rows": table.number("rows", 3), "names": table.flag("names")}


def _choice(table: Table) -> dict[str, Any]:
    return {"options": _options(table), "in_row": table.flag("in_row")}


def _ticks(table: Table) -> dict[str, Any]:
    return {"options": _options(table)}


def _scale(table: Table) -> dict[str, Any]:
    low, high = table.number("low", 0), table.number("high", 100)
    if low >= high:
        table.refuse("high", f"found {high}, expected more than 'low', which is {low}.")
    return {"low": low, "high": high, "low_label": table.text("low_label"), "high_label": table.text("high_label")}


def _order(table: Table) -> dict[str, Any]:
    options = _options(table)
    if len(options) < 2:
        table.refuse("options", "expected two or more, since one alone has no order.")
    return {"options": options}


def _table(table: Table) -> dict[str, Any]:
    return {"columns": _columns(table, "columns"), "rows": table.number("rows", 3), "add": table.text("add")}


def _lists(table: Table) -> dict[str, Any]:
    columns = _columns(table, "lists")
    if len(columns) != 2:
        table.refuse("lists", f"found {len(columns)}, expected two.")
    return {"columns": columns, "rows": table.number("rows", 3), "add": table.text("add")}


def _options(table: Table) -> tuple[Option, ...]:
    options = tuple(map(_option, table.tables("options")))
    _told_apart(table, "options", [option.name for option in options])
    return options


def _option(table: Table) -> Option:
    table.only("name", "text", "reply")
    return Option(table.text("name"), table.text("text"), table.text("reply", ""))


def _columns(table: Table, key: str) -> tuple[Column, ...]:
    columns = tuple(map(_column, table.tables(key)))
    _told_apart(table, key, [column.name for column in columns])
    return columns


def _column(table: Table) -> Column:
    table.only("name", "label", "options", "names")
    options = _options(table) if "options" in table.found else ()
    return Column(table.text("name"), table.text("label"), options, table.flag("names"))


def _told_apart(table: Table, key: str, names: list[str]) -> None:
    for name in names:
        if names.count(name) > 1:
            table.refuse(key, f"two are called '{name}'. Rename one of them.")


_KINDS: Mapping[str, tuple[tuple[str, ...], Callable[[Table], dict[str, Any]]]] = {
    "text": (("rows", "names"), _text),
    "choice": (("options", "in_row"), _choice),
    "ticks": (("options",), _ticks),
    "scale": (("low", "high", "low_label", "high_label"), _scale),
    "order": (("options",), _order),
    "table": (("columns", "rows", "add"), _table),
    "lists": (("lists", "rows", "add"), _lists),
}
"""What a data file may ask for: the keys of each kind, and what reads them."""
