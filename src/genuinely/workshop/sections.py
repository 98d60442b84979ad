"""A lesson's notebook as somebody reads it who stands before a room: its sections, and what each of them calls."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.coaching.page import escape
from genuinely.lessons.activities import Activity, activities
from genuinely.lessons.reading import LessonDataError
from genuinely.lessons.syllabus import Lesson, lesson, notebook

_HEADING = re.compile(r"^(#+) +(.+)$", re.MULTILINE)
_NUMBER = re.compile(r"^\d+\. (?:Exercise: )?")
_CALL = re.compile(r'^([\w.]+)\((?:"([^"]*)")?[^)]*\)\s*$', re.MULTILINE)
_MESSAGE = re.compile(r"^%%rewrite ([\w-]+)[^\n]*\n?(.*)\Z", re.DOTALL)
_SENTENCE_ENDS = re.compile(r"(?<=[.?!”])\s+(?=[A-Z“])")
_NOT_AN_END = re.compile(r"\b(?:Dr|Mr|Ms|Prof|e\.g|i\.e)\.$")


@dataclass(frozen=True)
class Section:
    """A heading with what stands below it, up to the next cell of text.

    level: 1 for the lesson's title, 2 and 3 below it, 0 for a paragraph without a heading.
    title: without its number. calls: what its code calls, as (function, first text in quotes or "").
    messages: for each scenario that is to be rewritten, what stands in the cell already ("" for nothing).
    """

    cell: str
    level: int
    title: str
    text: str
    calls: tuple[tuple[str, str], ...]
    messages: Mapping[str, str]
    activity: Activity | None = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Return the paragraphs and lists below the heading, in Markdown."""
        return tuple(part.strip() for part in re.split(r"\n\s*\n", self.text) if part.strip())

    @property
    def items(self) -> tuple[str, ...]:
        """Return the items of its lists, in Markdown."""
        return tuple(re.findall(r"^- (.+)$", self.text, re.MULTILINE))


@dataclass(frozen=True)
class Page:
    """A lesson with its sections, in their order."""

    lesson: Lesson
    sections: tuple[Section, ...]

    @property
    def title(self) -> str:
        return self.sections[0].title

    def done(self, activity: Activity) -> tuple[Section, ...]:
        """Return the section of an activity with all that belongs to it, up to the next heading of its level."""
        start = next(n for n, each in enumerate(self.sections) if each.cell == activity.cell)
        rest = self.sections[start + 1 :]
        stop = next((n for n, each in enumerate(rest) if each.level in (1, 2)), len(rest))
        return self.sections[start : start + 1 + stop]


def page_of(id: str) -> Page:
    """Return the lesson of this id, or whose id begins so ("02"). Raises LessonDataError, also without a notebook."""
    found = lesson(id)
    return read_page(found, place_of(found))


def read_page(of: Lesson, file: Path) -> Page:
    """Return a lesson as it stands in a notebook. Raises LessonDataError."""
    cells = json.loads(file.read_text(encoding="utf-8"))["cells"]
    told = {each.cell: each for each in activities(file)}
    starts = [n for n, cell in enumerate(cells) if cell["cell_type"] == "markdown"]
    ends = [*starts[1:], len(cells)]
    return Page(of, tuple(_section(cells[a:b], told) for a, b in zip(starts, ends, strict=True)))


def place_of(of: Lesson) -> Path:
    """Return a lesson's notebook: of the course one stands in, or where it was installed. Raises LessonDataError."""
    name = f"{of.id}.ipynb"
    installed = (Path(__file__).parents[3] / "notebooks", Path(sys.prefix, "share", "genuinely", "notebooks"))
    found = notebook(of) or next((place / name for place in installed if (place / name).is_file()), None)
    if found is None:
        raise LessonDataError(f"{name}: the notebook is not there. Run this in the folder of the course.")
    return found


def first_sentence(text: str) -> str:
    """Return the first sentence of a paragraph in Markdown."""
    said = ""
    for part in _SENTENCE_ENDS.split(" ".join(text.split())):
        said = f"{said} {part}".strip()
        if not _NOT_AN_END.search(said):
            break
    return said


def inline(markdown: str) -> str:
    """Return a line of Markdown as HTML: bold, italics and code; of a link, its words."""
    text = escape(re.sub(r"\[([^\]]+)\]\([^)\s]+\)", r"\1", markdown))
    text = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)
    text = re.sub(r"(?<![*\w])\*(?!\s)(.+?)\*", r"<em>\1</em>", text)
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", text)


def _section(cells: Sequence[Any], told: Mapping[str, Activity]) -> Section:
    text, *code = ("".join(cell["source"]) for cell in cells)
    heading = _HEADING.match(text)
    written = [found.groups() for source in code if (found := _MESSAGE.match(source))]
    return Section(
        cell=cells[0]["id"],
        level=len(heading[1]) if heading else 0,
        title=_titled(heading[2]) if heading else "",
        text=text[heading.end() :].strip() if heading else text.strip(),
        calls=tuple((verb, name) for source in code for verb, name in _CALL.findall(source)),
        messages={scenario: message.strip() for scenario, message in written},
        activity=told.get(cells[0]["id"]),
    )


def _titled(heading: str) -> str:
    """A heading without its number, and without the word that says it is an exercise."""
    title = _NUMBER.sub("", heading.strip())
    return title[:1].upper() + title[1:]
