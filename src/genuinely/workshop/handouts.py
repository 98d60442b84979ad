"""Printable handouts for activities of the lessons: `write(folder)` makes a file for each, and an index of them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.activities import Activity
from genuinely.lessons.dialogues import dialogue_of
from genuinely.lessons.reading import LessonDataError
from genuinely.lessons.syllabus import lessons
from genuinely.scenarios import load_scenario
from genuinely.workshop.handouts_answers import answers_html, copies, things
from genuinely.workshop.handouts_instruments import instrument_pieces
from genuinely.workshop.handouts_pieces import (
    Piece,
    dialogue_pieces,
    gaps_piece,
    own_message_piece,
    pieces,
    writing_piece,
)
from genuinely.workshop.handouts_rubric import rubric_html, self_check_html
from genuinely.workshop.handouts_words import say
from genuinely.workshop.page import escape, page
from genuinely.workshop.sections import Page, Section, inline, page_of
from genuinely.workshop.slides_words import said

_OWN_MESSAGE = "Studio.own"


@dataclass(frozen=True)
class Handout:
    """What is printed for one activity. say: what is to be done, in Markdown."""

    lesson: str
    activity: Activity
    title: str
    say: str
    pieces: tuple[Piece, ...]

    @property
    def name(self) -> str:
        """Return the name of its file."""
        return f"{self.activity.page[:2]}-{self.activity.cell}.html"

    def html(self) -> str:
        """Return it as HTML, beginning with its title."""
        told = self.activity
        grouping = say(f"grouping.{told.grouping}")
        under = say("sheet.under", lesson=self.lesson, grouping=grouping, minutes=told.minutes)
        body = "".join(piece.html() for piece in self.pieces)
        return f'<h1>{escape(self.title)}</h1><p class="quiet">{escape(under)}</p><p>{inline(self.say)}</p>{body}'


def write(
    folder: Path, chosen: Iterable[Activity] | None = None, *, large: bool = False, paper: bool = False
) -> tuple[Path, ...]:
    """Write the handouts into a folder and return their files, the index first.

    chosen: the activities; None for those of all lessons. large: large print. paper: for a room without devices, with
    everything that an activity needs there. The rubric is always among them. Raises LessonDataError or OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    wanted = tuple(everything() if chosen is None else chosen)
    made = tuple(_handouts(wanted, paper=paper))
    sheets = [(each.name, each.title, each.html()) for each in made if each.pieces]
    sheets += [("rubric.html", say("rubric.title"), rubric_html())]
    if paper:
        sheets += [("self-check.html", say("self_check.title"), self_check_html())]
    sheets += [
        (f"{id[:2]}-leading.html", say("answers.title", lesson=page_of(id).title), answers_html(page_of(id), told))
        for id, told in _by_lesson(wanted)
    ]
    sheets.insert(0, ("index.html", say("index.title"), _index(wanted, made, large=large, paper=paper)))
    return tuple(_written(folder / name, title, body, large=large) for name, title, body in sheets)


def everything(*ids: str) -> tuple[Activity, ...]:
    """Return the activities of these lessons, or of all. Raises LessonDataError for a lesson that there is not."""
    found = [page_of(id) for id in (ids or lessons())]
    return tuple(each.activity for page in found for each in page.sections if each.activity)


def handout(activity: Activity, *, paper: bool = False) -> Handout:
    """Return what is printed for an activity. Raises LessonDataError."""
    lesson = page_of(activity.page)
    section = next((each for each in lesson.sections if each.cell == activity.cell), None)
    if section is None:
        raise LessonDataError(
            f"{activity.page}.ipynb: there is no cell '{activity.cell}'. Choose among its activities."
        )
    told = said(lesson, section)
    found = tuple(_pieces(lesson, activity, paper=paper))
    return Handout(lesson.title, activity, told.title, told.say, found)


def _pieces(lesson: Page, activity: Activity, *, paper: bool) -> Iterator[Piece]:
    """In the order of the material, with the sheets for writing between what is read and what is asked about it."""
    drafts = {each.name for each in activity.material if each.kind == "draft"}
    done = lesson.done(activity)
    cards = [each for each in activity.material if each.kind == "card"]
    for material in cards:
        yield from pieces(material, with_draft=material.name in drafts, paper=paper)
    if paper:
        yield from _writing(done)
    for material in (each for each in activity.material if each not in cards):
        yield from pieces(material, with_draft=False, paper=paper)
        if material.kind == "instrument":
            yield from instrument_pieces(material.name)
    for verb, name in (call for section in done for call in section.calls):
        if verb == "dialogue":
            yield from dialogue_pieces(dialogue_of(name))


def _writing(done: Iterable[Section]) -> Iterator[Piece]:
    """The sheets to write a message on: one begun already, one from nothing, one to somebody real."""
    for section in done:
        for scenario, message in section.messages.items():
            yield gaps_piece(message) if message else writing_piece(load_scenario(scenario))
        if _OWN_MESSAGE in dict(section.calls):
            yield own_message_piece(section.title)


def _handouts(wanted: Iterable[Activity], *, paper: bool) -> Iterator[Handout]:
    return (handout(each, paper=paper) for each in wanted)


def _by_lesson(wanted: Iterable[Activity]) -> Iterator[tuple[str, tuple[Activity, ...]]]:
    ordered = sorted(wanted, key=lambda each: each.page)
    return ((id, tuple(told)) for id, told in groupby(ordered, key=lambda each: each.page))


def _index(wanted: tuple[Activity, ...], made: tuple[Handout, ...], *, large: bool, paper: bool) -> str:
    """The list of what was made, with how many of each and what has to be brought."""
    extras = [("rubric.html", say("rubric.title"))] + [("self-check.html", say("self_check.title"))] * paper
    everybody = "".join(f"<li>{_link(name, title)}</li>" for name, title in extras)
    leading = "".join(
        f"<li>{_link(f'{id[:2]}-leading.html', say('answers.title', lesson=page_of(id).title))}</li>"
        for id, _ in _by_lesson(wanted)
    )
    lists = "".join(_listed(id, [each for each in made if each.activity in told]) for id, told in _by_lesson(wanted))
    large_print = f"<p>{escape(say('index.large'))}</p>" if large else ""
    return (
        f"<h1>{escape(say('index.title'))}</h1><p>{escape(say('index.intro'))}</p>{large_print}"
        f"<h2>{escape(say('index.everybody'))}</h2><ul>{everybody}</ul>"
        f"<h2>{escape(say('index.room'))}</h2><ul>{leading}</ul>{lists}"
    )


def _listed(id: str, made: list[Handout]) -> str:
    columns = [say(f"index.{key}") for key in ("column_sheet", "column_copies", "bring", "column_minutes")]
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    rows = "".join(map(_row, made))
    return f"<h2>{escape(page_of(id).title)}</h2><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(made: Handout) -> str:
    title = _link(made.name, made.title) if made.pieces else escape(made.title)
    needed = copies(made.activity) if made.pieces else say("index.nothing")
    cells = (needed, "; ".join(things(made.activity)), say("index.minutes", minutes=made.activity.minutes))
    return f'<tr><th scope="row">{title}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in cells)}</tr>'


def _link(name: str, title: str) -> str:
    return f'<a href="{escape(name)}">{escape(title)}</a>'


def _written(file: Path, title: str, body: str, *, large: bool) -> Path:
    kind = "handout large" if large else "handout"
    back = f'<p class="screen"><a href="index.html">{escape(say("index.back"))}</a></p>' * (file.stem != "index")
    size = "18pt" if large else "8pt"
    said = f'"{_in_css(title)} · " counter(page) "/" counter(pages)'
    foot = f"@page{{@bottom-right{{content:{said};font:{size} system-ui}}}}"
    html = page(title, f'<div class="{kind}">{back}{body}</div>', lang=LANGUAGE, css=f"{_css()}{foot}")
    file.write_text(html, encoding="utf-8", newline="\n")
    return file


def _in_css(text: str) -> str:
    """A text within quotes of a style sheet."""
    return "".join(char if char.isalnum() or char == " " else f"\\{ord(char):x} " for char in text)


@cache
def _css() -> str:
    return (files("genuinely.workshop") / "static" / "handouts.css").read_text(encoding="utf-8")
