"""The checklists before, during and after a workshop, as one page with boxes to tick by hand."""

from __future__ import annotations

from collections.abc import Iterator

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import Table, read
from genuinely.workshop.asked import Asked
from genuinely.workshop.page import escape, page
from genuinely.workshop.texts import Text, filled, text_from

_CSS = """
.tick { list-style: none; padding: 0; }
.tick li { position: relative; padding-left: 1.9em; margin-bottom: 0.45em; break-inside: avoid; }
.tick li::before { content: ""; position: absolute; left: 0; top: 0.22em; width: 0.95em; height: 0.95em;
  border: 1.5px solid var(--ink); border-radius: 2px; }
"""


def checklists(asked: Asked) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return each list that holds for a workshop: its title and its lines. Raises LessonDataError."""
    file = _file()
    return tuple(
        (part.text("title"), tuple(text.words for text in _lines(part, asked) if text.holds(asked)))
        for part in file.tables("parts")
    )


def as_html(asked: Asked) -> str:
    """Return the page as one HTML file that needs nothing else."""
    file = _file()
    title = file.text("title")
    lists = "".join(
        f'<section><h2>{escape(name)}</h2><ul class="tick">{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul>'
        "</section>"
        for name, lines in checklists(asked)
    )
    body = f"<h1>{escape(title)}</h1><p>{escape(filled(file, 'intro', _values(asked)))}</p>{lists}"
    return page(title, body, lang=LANGUAGE, css=_CSS)


def _file() -> Table:
    file = read("workshop", LANGUAGE, "checklists.toml")
    file.only("title", "intro", "parts")
    return file


def _lines(part: Table, asked: Asked) -> Iterator[Text]:
    part.only("title", "items")
    return (text_from(item, _values(asked)) for item in part.tables("items"))


def _values(asked: Asked) -> dict[str, object]:
    return {"minutes": asked.minutes, "people": asked.people}
