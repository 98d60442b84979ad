"""The table of a rater's answers, to be filled in with a spreadsheet program or by the page, and read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from genuinely.cli.rating.answers import Answers
from genuinely.cli.rating.study import Item, Source, Study, StudyError
from genuinely.cli.rating.wording import FLAGS, criteria_of
from genuinely.scenarios import CRITERIA, load_scenarios

COLUMNS = ("number", "card", "message", *CRITERIA, "overall", "flags", "note")
NOT_ASKED = "-"
"""Stands in the cell of a criterion that the card does not name."""


def write(items: list[Item], found: Answers) -> str:
    """Return the table, a row for each message, with what has been answered so far."""
    out = io.StringIO()
    rows = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    for item in items:
        own = found.get(item.number, {})
        asked = criteria_of(item.card)
        rows.writerow(
            {
                "number": item.number,
                "card": item.card.title,
                "message": item.message,
                **{name: own.get(name, "") if name in asked else NOT_ASKED for name in CRITERIA},
                "overall": own.get("overall", ""),
                "flags": " ".join(own.get("flags", ())),
                "note": own.get("note", ""),
            }
        )
    return out.getvalue()


def read(text: str, study: Study) -> Answers:
    """Return the answers in a table; empty cells are no answers.

    Takes commas, semicolons or tabs between the cells. Raises StudyError, which tells every cell that cannot be used.
    """
    items = {item.number: item for item in study.items}
    found: Answers = {}
    troubles: list[str] = []
    for line, row in enumerate(_rows(text, "number"), start=2):
        number = (row.get("number") or "").strip()
        item = items.get(int(number)) if number.isdecimal() else None
        if item is None:
            troubles.append(f"row {line}, column number: found {number!r}, expected the number of a message")
            continue
        own = found.setdefault(item.number, {})
        for field, value, trouble in _fields(row, item):
            if trouble:
                troubles.append(f"row {line}, column {field}: {trouble}")
            else:
                own[field] = value
    if troubles:
        raise StudyError("Nothing was read: some cells cannot be used.\n" + "\n".join(troubles))
    return found


def _fields(row: dict[str, str], item: Item) -> Iterator[tuple[str, Any, str]]:
    """Each field of a row that is filled in: its name, its value, and what is wrong with it."""
    asked = criteria_of(item.card)
    for field in (*CRITERIA, "overall", "flags", "note"):
        cell = (row.get(field) or "").strip()
        if not cell or (cell == NOT_ASKED and field in CRITERIA):
            continue
        if field == "note":
            yield field, cell, ""
        elif field == "flags":
            flags = cell.replace(",", " ").replace(";", " ").split()
            strange = [flag for flag in flags if flag not in FLAGS]
            wrong = f"found {strange[0]!r}, expected some of {', '.join(FLAGS)}" if strange else ""
            yield field, flags, wrong
        elif field in CRITERIA and field not in asked:
            yield field, None, f"found {cell!r}, expected nothing: the card does not ask for it"
        else:
            least, most = (1, 5) if field == "overall" else (0, 2)
            number = cell.removesuffix(".0").removesuffix(",0")  # some programs write whole numbers so
            good = number.isdecimal() and least <= int(number) <= most
            yield field, int(number) if good else None, "" if good else f"found {cell!r}, expected {least} to {most}"


def read_sources(text: str) -> list[Source]:
    """Return the messages of a table with the columns scenario and message, and id if there is one.

    Raises StudyError for a card that is not known or a message that is empty.
    """
    sources = []
    for line, row in enumerate(_rows(text, "scenario", "message"), start=2):
        scenario, message = (row.get("scenario") or "").strip(), (row.get("message") or "").strip()
        if scenario not in load_scenarios():
            raise StudyError(f"row {line}: found the scenario {scenario!r}, expected the id of a card")
        if not message:
            raise StudyError(f"row {line}: the message is empty")
        sources.append(Source((row.get("id") or "").strip() or f"row {line}", scenario, message))
    return sources


def _rows(text: str, *columns: str) -> Iterator[dict[str, str]]:
    """The rows by column, whatever stands between the cells. Raises StudyError if a column is missing."""
    text = text.removeprefix("\ufeff")
    head = text.split("\n", 1)[0]
    between = max(",;\t", key=head.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=between)
    rows.fieldnames = [name.strip().lower() for name in rows.fieldnames or ()]
    if missing := [name for name in columns if name not in rows.fieldnames]:
        raise StudyError(f"The table has no column {missing[0]!r} in its first row.")
    yield from rows
