"""The slides of a workshop: those of its own steps, in its own order, each with the minutes that it has there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from genuinely.coaching.page import escape
from genuinely.lessons.activities import Activity
from genuinely.workshop.laying_out import has_handout
from genuinely.workshop.planning import Part, Plan
from genuinely.workshop.sections import inline, page_of
from genuinely.workshop.slides import deck_of
from genuinely.workshop.slides_content import Slide, shown, studies
from genuinely.workshop.slides_words import said
from genuinely.workshop.steps import Lines, Step, steps
from genuinely.workshop.wording import say, sentences, told

_IDEAS = ("exchange", "interest", "create")


def as_html(plan: Plan) -> str:
    """Return the slides as one HTML file that needs nothing else. Raises LessonDataError."""
    made = tuple(_slides(plan))
    return deck_of(say("slides.title"), made + tuple(studies(made)))


def _slides(plan: Plan) -> Iterator[Slide]:
    yield Slide(say("slides.title"), _big(say("slides.question")))
    seen = {"course"}
    for step in steps(plan):
        part = step.part
        if part.activity is None:
            yield from _between(step)
            continue
        if part.activity.theme not in seen:
            seen.add(part.activity.theme)
            yield Slide(
                _first_up(say(f"themes.{part.activity.theme}")), _big(_unquoted(say(f"ideas.{part.activity.theme}")))
            )
        yield from _activity(step, part, part.activity)
    yield Slide(say("slides.end"), _big(say("slides.end_text")))


def _between(step: Step) -> Iterator[Slide]:
    """A fixed part. While people arrive, the title is up."""
    notes = _notes(step.lines)
    if step.part.kind == "welcome":
        ideas = _list(_first_up(say(f"themes.{each}")) for each in _IDEAS)
        yield Slide(say("slides.answers"), f"<p>{escape(say('slides.asked'))}</p>{ideas}", notes)
        yield Slide(say("slides.rules"), _list((say("slides.yours"), say("slides.pass"))))
    elif step.part.kind != "arrival":
        told_there = sentences()[step.part.kind]["say"].format(minutes=step.part.minutes)
        title = say("slides.questions") if step.part.kind == "buffer" else step.title
        yield Slide(title, _big(_unquoted(told_there)), notes, step.part.minutes, "room")


def _activity(step: Step, part: Part, activity: Activity) -> Iterator[Slide]:
    words = told()[activity.page, activity.cell].slide
    if not words:
        page = page_of(activity.page)
        words = said(page, next(each for each in page.sections if each.cell == activity.cell)).say
    notes = _notes((*step.lines, *step.behind))
    yield Slide(step.title, _big(words), notes, part.minutes, activity.grouping)
    if has_handout(part):
        yield from shown(activity)


def _notes(lines: Lines) -> str:
    return "".join(
        f"<h3>{escape(label)}</h3><ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"
        for label, texts in lines
    )


def _big(text: str) -> str:
    return f'<p class="big">{inline(text)}</p>'


def _list(texts: Iterable[str]) -> str:
    return f'<ul class="big">{"".join(f"<li>{escape(text)}</li>" for text in texts)}</ul>'


def _unquoted(text: str) -> str:
    """What is said aloud, without its quotation marks and what a facilitator alone does afterwards."""
    return text[1 : text.index("”")] if text.startswith("“") and "”" in text else text


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
