"""What is said in a room: `data/workshop/en/slides.toml`, a sentence for each section, checked against the lessons."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from genuinely.coaching.wording import LANGUAGE, check
from genuinely.lessons.activities import GROUPINGS
from genuinely.lessons.reading import Table, read
from genuinely.lessons.syllabus import lessons
from genuinely.workshop.sections import Page, Section, first_sentence

FILE = "slides.toml"
FRAME = {
    key: frozenset(braces.split())
    for key, braces in {
        "title": "lesson",
        "goals": "",
        "bring": "",
        "minutes": "minutes",
        "start": "",
        "stop": "",
        "again": "",
        "time_up": "",
        "minutes_left": "minutes",
        "slide": "number of",
        "next": "",
        "back": "",
        "notes": "",
        "help": "",
        "keys": "",
        "likely": "",
        "misreadings": "",
        "late": "",
        "online": "",
        "paper": "",
        "material": "",
        "answer": "",
        "answers": "",
        "replies": "",
        "more": "",
        "channel": "channel",
        "writes": "name role",
        "reads": "name role",
        "draft": "",
        "plan": "",
        "recap": "",
        "sources": "",
        "limits": "caveat",
        **{f"grouping_{name}": "" for name in GROUPINGS},
    }.items()
}


@dataclass(frozen=True)
class Said:
    """What is said of a section in a room. say: "" for the first sentence of the lesson. skip: no slide of its own."""

    title: str = ""
    say: str = ""
    skip: bool = False


def frame(key: str, **values: object) -> str:
    """Return a sentence that stands on every set of slides, with its braces filled in."""
    return _file()[0][key].format(**values)


def said(page: Page, section: Section) -> Said:
    """Return what is said of a section, with the lesson's own words where the file has none.

    Raises LessonDataError or WordingError; also for a section of this lesson that it does not have.
    """
    told = of_lesson(page).get(section.cell, Said())
    first = section.paragraphs[0] if section.paragraphs else ""
    if first.startswith("- "):
        first = ""
    return Said(told.title or section.title, told.say or first_sentence(first), told.skip)


def of_lesson(page: Page) -> Mapping[str, Said]:
    """Return what the file says of a lesson's sections. Raises LessonDataError for one that the lesson lacks."""
    told, table = _file()[1], _file()[2]
    known = [section.cell for section in page.sections]
    found = told.get(page.lesson.id, MappingProxyType({}))
    if page.lesson.id in table.found:
        table.table(page.lesson.id).only(*known)
    return found


def words_from(file: Table) -> tuple[Mapping[str, str], Mapping[str, Mapping[str, Said]], Table]:
    """Return the frame's sentences, and for each lesson what is said of its sections. Raises LessonDataError."""
    file.only("frame", *lessons())
    frame_words = check({"frame": dict(file.table("frame").found)}, file.file, {"frame": FRAME})["frame"]
    told = {id: {cell: _said(table) for cell, table in file.table(id).each()} for id in lessons() if id in file.found}
    return frame_words, told, file


def _said(table: Table) -> Said:
    table.only("title", "say", "skip")
    return Said(table.text("title", ""), table.text("say", ""), table.flag("skip"))


@cache
def _file() -> tuple[Mapping[str, str], Mapping[str, Mapping[str, Said]], Table]:
    return words_from(read("workshop", LANGUAGE, FILE))
