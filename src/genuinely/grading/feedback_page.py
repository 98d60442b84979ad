"""One student's notebook as a page of feedback: a whole HTML file that needs nothing else, and holds no script.

Of the instructor's notebook it shows headings alone, so that no reference answer and no test comes into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from genuinely.assessing import TooLongError
from genuinely.coaching.feedback_html import inside
from genuinely.coaching.look import page_variables, style
from genuinely.coaching.page import escape, notices
from genuinely.coaching.reflecting import written
from genuinely.coaching.view import View
from genuinely.coaching.wording import LANGUAGE
from genuinely.grading import wording
from genuinely.grading.answers import Answer
from genuinely.grading.feedback_wording import say
from genuinely.grading.gradebook_reading import Given, Told
from genuinely.grading.headings import headings
from genuinely.grading.marking import Assessor, Mark, mark
from genuinely.grading.source import Item, Source
from genuinely.scenarios import load_scenario

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_PENDING = ("waits", "provisional", "look")


@dataclass(frozen=True)
class Sheet:
    """All that a page is made of.

    title: of the assignment. answers: by the grade id of their cells. told: what stands in the gradebook.
    """

    student: str
    title: str
    source: Source
    answers: Mapping[str, Answer]
    told: Told


def feedback_page(sheet: Sheet, assess: Assessor, made_from: str) -> str:
    """Return the page as HTML. `made_from`: digits that the page carries, by which the next run knows it."""
    title = escape(say("page.title", title=sheet.title))
    return (
        f'<!doctype html>\n<html lang="{LANGUAGE}"><head><meta charset="utf-8">'
        f'<meta name="genuinely" content="{escape(made_from)}">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>{page_style()}</head>\n"
        f'<body class="genuinely"><main><h1>{title}</h1>{"".join(_body(sheet, assess))}</main></body></html>\n'
    )


@cache
def page_style() -> str:
    """Return the style of every page."""
    sheet = (files("genuinely.grading") / "static" / "feedback.css").read_text(encoding="utf-8")
    return f"{style()}<style>{page_variables()}{sheet}</style>"


def _body(sheet: Sheet, assess: Assessor) -> Iterator[str]:
    yield f'<p class="g-quiet">{escape(say("page.student", student=sheet.student))}</p>'
    yield from _totals(sheet)
    sections = _sections(sheet.source)
    links = "".join(
        f'<li><a href="#part-{number}">{escape(heading)}</a></li>' for number, (heading, _) in enumerate(sections, 1)
    )
    yield f'<nav aria-label="{escape(say("page.contents"))}"><ul>{links}</ul></nav>'
    seen: set[str] = set()
    for number, (heading, items) in enumerate(sections, 1):
        parts = "".join("".join(_item(sheet, item, assess, seen)) for item in items)
        named = f'<h2 id="part-{number}">{escape(heading)}</h2>'
        yield f'<section aria-labelledby="part-{number}">{named}{parts}</section>'
    yield f'<p class="g-foot">{escape(say("page.how"))}</p>'


def _totals(sheet: Sheet) -> Iterator[str]:
    """As nbgrader counts: extra credit on top, then what lateness costs."""
    given = [sheet.told.grades[item.grade_id] for item in sheet.source.items]
    points = sum((each.points or 0.0) + each.extra for each in given)
    maximum = sum(item.points for item in sheet.source.items)
    yield f'<p class="g-sum">{escape(say("page.total", points=_number(points), maximum=_number(maximum)))}</p>'
    if penalty := sheet.told.penalty:
        left = _number(points - penalty)
        yield f'<p class="g-late">{escape(say("page.late", penalty=_number(penalty), points=left))}</p>'
    if waiting := sum(each.points is None for each in given):
        said = say("page.waiting_one") if waiting == 1 else say("page.waiting", count=waiting)
        yield f'<p class="g-quiet">{escape(said)}</p>'


def _sections(source: Source) -> list[tuple[str, list[Item]]]:
    """What is graded, by the heading above it in the notebook."""
    above, sections = headings(source), list[tuple[str, list[Item]]]()
    for item in source.items:
        if not sections or sections[-1][0] != above[item.grade_id]:
            sections.append((above[item.grade_id], []))
        sections[-1][1].append(item)
    return sections


def _item(sheet: Sheet, item: Item, assess: Assessor, seen: set[str]) -> Iterator[str]:
    """The points, what was said of the answer (once, where two items share it), and the answer itself."""
    given, answer = sheet.told.grades[item.grade_id], sheet.answers[item.answer]
    first, *more = _points(item, given)
    yield f'<p class="g-points"><strong>{escape(first)}</strong></p>'
    yield from (f'<p class="g-points">{escape(line)}</p>' for line in more)
    if item.answer not in seen:
        seen.add(item.answer)
        yield notices(_notes(sheet.told, item, given))
        yield from (
            _comment(comment) for id, comment in sheet.told.comments.items() if id in (item.answer, item.grade_id)
        )
    untouched = answer.text == sheet.source.answers[item.answer]
    if item.kind == "rewrite":
        yield _rewrite(item, given, answer, assess)
    elif item.kind in ("by_hand", "completion"):
        yield _text("" if untouched else written(answer.text))
    else:
        yield from _shown(mark(item, answer, sheet.source.answers[item.answer], assess))


def _points(item: Item, given: Given) -> Iterator[str]:
    maximum = _number(item.points)
    if given.points is None:
        yield say("item.open", maximum=maximum)
        yield say("item.to_be_read")
    else:
        yield say("item.points", points=_number(given.points), maximum=maximum)
    if given.by_person:
        yield say("item.by_person")
    if given.extra:
        yield say("item.extra", points=_number(given.extra))


def _notes(told: Told, item: Item, given: Given) -> list[str]:
    """What grading wrote beside the answer, but for what the page says by itself, or what is over.

    A person is announced by it who may meanwhile have looked.
    """
    settled = given.by_person or not given.needs_person
    passed = {wording.say(f"answer.{key}") for key in ("no_response", *(_PENDING if settled else ()))}
    return [note for note in told.notes.get(item.answer, "").split("\n\n") if note and note not in passed]


def _rewrite(item: Item, given: Given, answer: Answer, assess: Assessor) -> str:
    """The message marked, with its levels. Where a person has given the points, it waits for nobody any more."""
    card = load_scenario(item.scenario)
    try:
        assessment = assess(answer.message, card)
    except TooLongError as error:
        return notices([str(error)]) + _text(answer.text)
    if not assessment.attempted:
        return notices([wording.say("score.not_attempted", title=card.title)])
    if given.by_person:
        assessment = replace(assessment, flags=())
    return f'<div class="genuinely">{inside(View(answer.message, card, assessment))}</div>'


def _shown(marked: Mark) -> Iterator[str]:
    """What the cell with the points shows, without the style that the page has already."""
    for output in marked.outputs:
        if "text/html" in output["data"]:
            yield output["data"]["text/html"].replace(style(), "")


def _comment(text: str) -> str:
    return (
        f'<div class="g-next g-comment"><h3>{escape(say("item.comment"))}</h3>'
        f'<div class="g-text" dir="auto">{escape(text)}</div></div>'
    )


def _text(text: str) -> str:
    """What a student wrote, as it was typed."""
    if not text.strip():
        return f"<p>{escape(say('item.unwritten'))}</p>"
    label = escape(say("item.answer"))
    return f'<div class="g-text g-answer" role="group" aria-label="{label}" dir="auto">{escape(text)}</div>'


def _number(points: float) -> str:
    return f"{round(points, 2):.10g}"
