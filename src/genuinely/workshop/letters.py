"""The e-mails around a workshop, as plain text to copy: the invitation, how to set up, a note afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import Table, read
from genuinely.workshop.asked import Asked
from genuinely.workshop.texts import filled, text_from


@dataclass(frozen=True)
class Letter:
    """An e-mail. file: the name under which it is written. text: with its subject in the first line."""

    file: str
    title: str
    text: str


def letters(asked: Asked) -> tuple[Letter, ...]:
    """Return the e-mails of a workshop; one of which no paragraph holds is left out. Raises LessonDataError."""
    file = read("workshop", LANGUAGE, "letters.toml")
    file.only("time_unknown", "time_known", "subject", "letters")
    return tuple(_letters(file, asked))


def _letters(file: Table, asked: Asked) -> Iterator[Letter]:
    values = {"minutes": asked.minutes, "people": asked.people, "time": _time(file, asked)}
    for _, table in file.table("letters").each():
        table.only("file", "title", "subject", "paragraphs")
        texts = [text_from(each, values) for each in table.tables("paragraphs")]
        paragraphs = [text.words for text in texts if text.holds(asked)]
        if paragraphs:
            subject = filled(file, "subject", {"subject": filled(table, "subject", values)})
            yield Letter(table.text("file"), table.text("title"), "\n\n".join([subject, *paragraphs]) + "\n")


def _time(file: Table, asked: Asked) -> str:
    if asked.start is None:
        return file.text("time_unknown")
    return filled(file, "time_known", {"start": asked.clock(0), "end": asked.clock(asked.minutes)})
