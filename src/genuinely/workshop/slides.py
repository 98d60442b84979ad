"""The slides of a lesson: one HTML file that needs nothing else, and is a plain long page where no script runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

from genuinely.coaching.look import PLAIN_COLOURS, TONES, look
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.syllabus import lesson
from genuinely.workshop.page import escape, page
from genuinely.workshop.sections import page_of
from genuinely.workshop.slides_content import Slide, slides
from genuinely.workshop.slides_words import frame

_SPOKEN = ("start", "stop", "again", "time_up", "next", "back", "notes", "help", "keys")


def write(folder: Path, lessons: Iterable[str]) -> tuple[Path, ...]:
    """Write the slides of each lesson (an id, or how it begins: "02") into a folder and return their files.

    Raises LessonDataError or OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for id in lessons:
        file = folder / f"slides-{lesson(id).id}.html"
        file.write_text(deck(id), encoding="utf-8", newline="\n")
        made.append(file)
    return tuple(made)


def deck(id: str) -> str:
    """Return the whole HTML file with the slides of a lesson. Raises LessonDataError."""
    lesson_page = page_of(id)
    return deck_of(frame("title", lesson=lesson_page.title), slides(lesson_page))


def deck_of(title: str, made: Sequence[Slide]) -> str:
    """Return the whole HTML file with these slides."""
    body = "".join(_slide(slide, number, len(made)) for number, slide in enumerate(made, start=1))
    return page(
        title,
        f"{body}{_script()}",
        lang=LANGUAGE,
        css=f"{_static('slides.css')}{_themes()}",
    )


def _slide(slide: Slide, number: int, of: int) -> str:
    level = "h1" if number == 1 else "h2"
    title = f'<{level} id="title-{number}" tabindex="-1">{escape(slide.title)}</{level}>'
    notes = f'<aside class="notes" aria-labelledby="title-{number}">{slide.notes}</aside>' if slide.notes else ""
    count = f'<p class="count quiet">{escape(frame("slide", number=number, of=of))}</p>'
    return (
        f'<section class="slide {slide.size}" id="slide-{number}" aria-labelledby="title-{number}">'
        f'<div class="stage">{title}{_meta(slide)}<div class="body">{slide.body}</div>{count}</div>{notes}</section>'
    )


def _meta(slide: Slide) -> str:
    """How long, and with whom. The script puts a clock there."""
    if not slide.minutes:
        return ""
    grouping = escape(frame(f"grouping_{slide.grouping}"))
    minutes = escape(frame("minutes", minutes=slide.minutes))
    return (
        f'<div class="meta"><span>{grouping}</span>'
        f'<span class="clock" data-minutes="{slide.minutes}"><span class="time">{minutes}</span></span></div>'
    )


def _script() -> str:
    """The script with its words. "<" is written otherwise, so that no word can end the script."""
    told = {
        **{key: frame(key) for key in _SPOKEN},
        "slide": frame("slide", number="{number}", of="{of}"),
        "minutes_left": frame("minutes_left", minutes="{minutes}"),
    }
    words = json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="words">{words}</script><script>{_static("slides.js")}</script>'


def _themes() -> str:
    """The colours of both themes, for whoever chooses one by key, and those of the drawings."""
    chosen = "".join(
        f':root[data-theme="{theme}"]{{color-scheme:{theme};{_colours(theme)}}}' for theme in ("light", "dark")
    )
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{_drawn('dark')}}}}}"
    return f":root{{{_drawn('light')}}}{dark}@media screen{{{chosen}}}"


def _colours(theme: str) -> str:
    """The colours of a theme, as the page names them and as the drawings do."""
    return f"{';'.join(f'--{name}:{look()[theme][name]}' for name in PLAIN_COLOURS)};{_drawn(theme)}"


def _drawn(theme: str) -> str:
    plain = [f"--g-{name}:{look()[theme][name]}" for name in PLAIN_COLOURS]
    toned = [f"--g-{tone}-{part}:{look()[theme][tone][part]}" for tone in TONES for part in ("tint", "line")]
    return ";".join((*plain, *toned))


@cache
def _static(name: str) -> str:
    return (files("genuinely.workshop") / "static" / name).read_text(encoding="utf-8")
