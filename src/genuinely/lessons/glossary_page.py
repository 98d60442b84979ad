"""The course's own words, each with what it means and where it is first said: from `data/glossary/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from genuinely.coaching.page import Shown, escape, heading, page
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.course_wording import say
from genuinely.lessons.reading import LessonDataError, Table, read
from genuinely.lessons.syllabus import Lesson, lesson


@dataclass(frozen=True)
class Term:
    """A word. lesson, cell: where it is first said. words: patterns of its spellings; none for an everyday word."""

    term: str
    means: str
    lesson: Lesson
    cell: str
    words: tuple[str, ...]


@dataclass(frozen=True, repr=False)
class Glossary(Shown):
    """Every term, in the order of the alphabet."""

    terms: tuple[Term, ...]

    def html(self) -> str:
        title = say("glossary.title")
        return page(f"{heading(title, level=3, kind='g-title')}<dl>{''.join(self._items())}</dl>", label=title)

    def _items(self) -> Iterator[str]:
        for each in self.terms:
            where = escape(say("glossary.where", lesson=each.lesson.title))
            yield f"<dt><strong>{escape(each.term)}</strong></dt><dd>{escape(each.means)} <em>{where}</em></dd>"

    def plain(self) -> str:
        return "\n".join((say("glossary.title"), *self._lines()))

    def _lines(self) -> Iterator[str]:
        for each in self.terms:
            yield f"- {each.term}: {each.means} {say('glossary.where', lesson=each.lesson.title)}"


def glossary() -> Glossary:
    """Return the words that the course uses in a way of its own. Raises LessonDataError."""
    return Glossary(terms())


def glossary_page(command: str) -> str:
    """Return the glossary in Markdown. command: what writes it anew."""
    parts = [f"# {say('glossary.title')}", say("glossary.intro", command=command)]
    for letter, found in groupby(terms(), key=lambda each: each.term[0].upper()):
        parts += [f"## {letter}", *map(_paragraph, found)]
    return "\n\n".join(parts) + "\n"


@cache
def terms() -> tuple[Term, ...]:
    """Return every term, in the order of the alphabet. Raises LessonDataError."""
    file = read("glossary", f"{LANGUAGE}.toml")
    file.only("terms")
    return tuple(sorted(map(term_from, file.tables("terms")), key=lambda each: each.term.lower()))


def term_from(table: Table) -> Term:
    """Return the term in a table. Raises LessonDataError."""
    table.only("term", "means", "lesson", "cell", "words")
    words = table.found.get("words", [])
    if not isinstance(words, list) or not all(isinstance(each, str) for each in words):
        table.refuse("words", f"found {words!r}, expected a list of spellings in quotes.")
    try:
        first = lesson(table.text("lesson"))
    except LessonDataError as error:
        table.refuse("lesson", str(error))
    return Term(table.text("term"), table.text("means"), first, table.text("cell"), tuple(words))


def _paragraph(each: Term) -> str:
    link = f"[{each.lesson.title}](../notebooks/{each.lesson.id}.ipynb)"
    return f"**{each.term}**: {each.means} *{say('glossary.where', lesson=link)}*"
