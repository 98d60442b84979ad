"""What a rater answered: one file each, every answer a line of its own, none ever taken out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from genuinely.cli.rating.study import Item, Study, StudyError
from genuinely.cli.rating.wording import criteria_of
from genuinely.keeping.files import locked, write_whole
from genuinely.keeping.names import safe

Answers = dict[int, dict[str, Any]]
"""By number of the message: a level 0 to 2 for each criterion, "overall" 1 to 5, "flags" a list, "note" a text."""

FOLDER = "answers"


def file_of(study: Study, rater: str) -> Path:
    """Return the file in which a rater's answers are."""
    return study.folder / FOLDER / f"{safe(rater)}.jsonl"


def answers(study: Study, rater: str) -> Answers:
    """Return a rater's latest answers. Raises StudyError if the file is damaged."""
    file = file_of(study, rater)
    found: Answers = {}
    for number, line in enumerate(_lines(file), start=1):
        try:
            row = json.loads(line)
            found.setdefault(row["number"], {})[row["field"]] = row["value"]
        except (ValueError, KeyError, TypeError) as error:
            raise StudyError(f"{file}, line {number}, cannot be read ({error}). Mend or remove that line.") from error
    return found


def keep(study: Study, rater: str, number: int, new: Mapping[str, Any]) -> None:
    """Add answers on one message to the rater's file, which is whole before and after."""
    keep_all(study, rater, {number: dict(new)})


def keep_all(study: Study, rater: str, new: Answers) -> int:
    """Add those answers that are new or other than before, all at once; return how many they are."""
    file = file_of(study, rater)
    file.parent.mkdir(parents=True, exist_ok=True)
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    with locked(file):
        before = answers(study, rater)
        rows = [
            {"time": now, "rater": rater, "number": number, "field": field, "value": value}
            for number, fields in new.items()
            for field, value in fields.items()
            if before.get(number, {}).get(field) != value
        ]
        lines = [*_lines(file), *(json.dumps(row, ensure_ascii=False) for row in rows)]
        write_whole(file, "".join(f"{line}\n" for line in lines))
    return len(rows)


def raters(study: Study) -> list[str]:
    """Return the names of those who have answered anything, in order."""
    files = (study.folder / FOLDER).glob("*.jsonl")
    names = {json.loads(lines[0])["rater"] for file in files if (lines := _lines(file))}
    return sorted(names)


def fields_of(item: Item) -> list[str]:
    """Return what is asked of a message, in order: its card's criteria, then all in all, then flags."""
    return [*criteria_of(item.card), "overall", "flags"]


def is_done(item: Item, found: Answers) -> bool:
    """Whether every level of a message is given; the other questions may stay open."""
    return set(criteria_of(item.card)) <= set(found.get(item.number, {}))


def _lines(file: Path) -> list[str]:
    """The lines that hold something; split at line feeds alone, since a note may hold other separators."""
    return [line for line in file.read_text(encoding="utf-8").split("\n") if line] if file.is_file() else []
