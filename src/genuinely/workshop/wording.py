"""What is said around a workshop: the sentences of `data/workshop/en/`, checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.wording import LANGUAGE, Words, check
from genuinely.lessons.reading import Table, read

_RUN_SHEET = {
    "sheet": "title:minutes,people online room devices_none devices_some devices_all begins:start,end no_clock "
    "facts:minutes,people,where,devices promise overview column_clock column_minutes column_what column_how steps late "
    "late_text late_end drop:title,minutes none_to_drop chosen chosen_text left_out:titles end",
    "step": "head:clock,title minutes:minutes say do table ask know likely misreadings late",
    "how": "alone room and size_2_one size_2:count size_3_one size_3:count "
    "size_4_one size_4:count count_off:groups,sizes neighbours:sizes pairs_seats:sizes rooms:groups,sizes "
    "same_groups:sizes screen screen_groups split_groups:task,talk,back split_alone:task",
    "table": "handout:title,count handout_sent:title own:title own_sent:title screen:page,section some",
    "arrival": "title room call say:minutes say_at:ends",
    "joining": "title room say",
    "set_up": "title room call say",
    "welcome": "title room say",
    "buffer": "title room say",
    "break": "title room call say:minutes say_at:ends",
    "card": "title under:facts column_clock column_now column_late end buffer break arrival joining set_up welcome",
    "themes": "exchange interest create course",
    "ideas": "exchange interest create",
    "refused": "minutes:found,least,most people:found,least,most devices:known,found start:found unknown:page,cell "
    "untold:page,cell theme:themes room:needed,room folder:folder,detail",
    "own": "title note parts to:blank reader day:blank after",
    "slides": "title answers question asked rules yours pass questions end end_text",
    "written": "one:file sheet:file pack:count,file",
}


def braces(sections: Mapping[str, str]) -> dict[str, dict[str, frozenset[str]]]:
    """Return, for each sentence of "name:brace,brace name ...", the braces that it may use."""
    return {
        section: {
            name: frozenset(filter(None, used.split(",")))
            for name, _, used in (each.partition(":") for each in names.split())
        }
        for section, names in sections.items()
    }


@cache
def sentences() -> Words:
    """Return the sentences of the run sheet by section and name. Raises WordingError or LessonDataError."""
    return check(read("workshop", LANGUAGE, "run_sheet.toml").found, "run_sheet.toml", braces(_RUN_SHEET))


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` with its braces filled in."""
    section, name = key.split(".")
    return sentences()[section][name].format(**values)


@dataclass(frozen=True)
class Told:
    """What a facilitator says and knows at an activity.

    title, slide, late, paper, online, likely, misreadings: "" or () where the lesson's own hold.
    know: what it takes to lead it. bring: things for the table, besides those of the lesson.
    """

    say: str
    ask: str
    know: tuple[str, ...]
    bring: tuple[str, ...]
    title: str
    slide: str
    late: str
    paper: str
    online: str
    likely: tuple[str, ...]
    misreadings: tuple[str, ...]


@cache
def told() -> Mapping[tuple[str, str], Told]:
    """Return what is told of each activity, by lesson and cell. Raises LessonDataError."""
    return told_from(read("workshop", LANGUAGE, "activities.toml"))


def told_from(file: Table) -> Mapping[tuple[str, str], Told]:
    """Return what a file tells. Raises LessonDataError, with file, key and remedy."""
    return {(page, cell): _told(table) for page, cells in file.each() for cell, table in cells.each()}


def _told(table: Table) -> Told:
    table.only("say", "ask", "know", "bring", "title", "slide", "late", "paper", "online", "likely", "misreadings")
    return Told(
        say=table.text("say"),
        ask=table.text("ask", default=""),
        know=_texts(table, "know"),
        bring=_texts(table, "bring"),
        title=table.text("title", default=""),
        slide=table.text("slide", default=""),
        late=table.text("late", default=""),
        paper=table.text("paper", default=""),
        online=table.text("online", default=""),
        likely=_texts(table, "likely"),
        misreadings=_texts(table, "misreadings"),
    )


def _texts(table: Table, key: str) -> tuple[str, ...]:
    value = table.found.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, str) and each.strip() for each in value):
        table.refuse(key, f"found {value!r}, expected a list of words in quotes.")
    return tuple(each.strip() for each in value)
