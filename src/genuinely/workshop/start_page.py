"""The first page of a pack: what to read, to send, to print in which order and how often, to bring, and to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.wording import LANGUAGE, Words, check
from genuinely.lessons.reading import read
from genuinely.workshop.handouts import handout
from genuinely.workshop.laying_out import copies, has_handout, has_own_sheet, printed, things
from genuinely.workshop.letters import Letter
from genuinely.workshop.page import escape, page
from genuinely.workshop.planning import Part, Plan
from genuinely.workshop.sections import page_of
from genuinely.workshop.steps import facts, steps
from genuinely.workshop.wording import braces
from genuinely.workshop.wording import say as say_of_sheet

HANDOUTS = "handouts"
"""The folder of the handouts in a pack."""
SPARES = 5
_WORDS = {
    "start": "title:minutes,people intro read run_sheet run_sheet_text minute_card checklists leading:lesson send "
    "send_text print print_room:people print_spare print_call column_order column_what column_many column_when you all "
    "attach when:clock,title rubric large:lessons bring show show_text slides change change_text",
    "bring": "basics basics_call thing:thing,title",
}


@dataclass(frozen=True)
class Print:
    """Something to print. many: how many in words; when: for which step, or for whom."""

    file: str
    title: str
    many: str
    when: str


def say(key: str, **values: object) -> str:
    """Return the sentence `section.name` of `pack.toml` with its braces filled in."""
    section, name = key.split(".")
    return words()[section][name].format(**values)


@cache
def words() -> Words:
    """Return the sentences of the first page. Raises WordingError or LessonDataError."""
    return check(read("workshop", LANGUAGE, "pack.toml").found, "pack.toml", braces(_WORDS))


def prints(plan: Plan) -> tuple[Print, ...]:
    """Return what is printed, in the order in which it is needed."""
    return tuple(_prints(plan))


def as_html(plan: Plan, sent: Sequence[Letter]) -> str:
    """Return the page as one HTML file. sent: the e-mails of the pack."""
    asked = plan.asked
    title = say("start.title", minutes=asked.minutes, people=asked.people)
    parts = [
        f"<h1>{escape(title)}</h1><p>{escape(facts(asked))}</p><p>{escape(say('start.intro'))}</p>",
        f"<h2>{escape(say('start.read'))}</h2>{_links(_to_read(plan))}",
        f"<h2>{escape(say('start.send'))}</h2><p>{escape(say('start.send_text'))}</p>",
        _links((each.file, each.title) for each in sent),
        f"<h2>{escape(say('start.print'))}</h2><p>{escape(_how_to_print(plan))}</p>{_table(prints(plan))}",
        f'<p class="quiet">{escape(say("start.large", lessons=" ".join(_lessons(plan))))}</p>',
        f"<h2>{escape(say('start.bring'))}</h2>{_items(map(escape, _things(plan)))}",
        f"<h2>{escape(say('start.show'))}</h2><p>{escape(say('start.show_text'))}</p>",
        _links([("slides.html", say("start.slides"))]),
        f"<h2>{escape(say('start.change'))}</h2><p>{escape(say('start.change_text'))}</p>",
    ]
    return page(title, "".join(parts), lang=LANGUAGE)


def _prints(plan: Plan) -> Iterator[Print]:
    asked = plan.asked
    you = say("start.you")
    yield Print("minute-card.html", say_of_sheet("card.title"), "1", you)
    yield Print("run-sheet.html", say_of_sheet("sheet.title", minutes=asked.minutes, people=asked.people), "1", you)
    for part in plan.parts:
        if has_handout(part) and part.activity is not None:
            made = handout(part.activity, paper=True)
            yield Print(
                f"{HANDOUTS}/{made.name}",
                made.title,
                _many(plan, copies(part, asked.people), spare=True),
                _when(plan, part),
            )
        elif has_own_sheet(part):
            many = _many(plan, asked.people, spare=False)
            yield Print(f"{HANDOUTS}/rubric.html", say("start.rubric"), many, _when(plan, part))
            yield Print("own-message.html", say_of_sheet("own.title"), many, _when(plan, part))


def _many(plan: Plan, count: int, *, spare: bool) -> str:
    if plan.asked.online:
        return say("start.attach")
    return str(min(SPARES, count) if spare and not plan.asked.paper else count)


def _when(plan: Plan, part: Part) -> str:
    activity = part.activity
    return say("start.when", clock=plan.asked.clock(part.begins), title=activity.title if activity else "")


def _how_to_print(plan: Plan) -> str:
    if plan.asked.online:
        return say("start.print_call")
    return say("start.print_room", people=plan.asked.people) if plan.asked.paper else say("start.print_spare")


def _lessons(plan: Plan) -> list[str]:
    return sorted({each.page[:2] for each in printed(plan)})


def _to_read(plan: Plan) -> Iterator[tuple[str, str]]:
    yield "run-sheet.html", say("start.run_sheet")
    yield "run-sheet.md", say("start.run_sheet_text")
    yield "minute-card.html", say("start.minute_card")
    yield "checklists.html", say("start.checklists")
    for number in _lessons(plan):
        yield f"{HANDOUTS}/{number}-leading.html", say("start.leading", lesson=page_of(number).title)


def _things(plan: Plan) -> Iterator[str]:
    yield say("bring.basics_call" if plan.asked.online else "bring.basics")
    for step in steps(plan):
        for thing in things(step.part, plan.asked):
            yield say("bring.thing", thing=thing, title=step.title)


def _links(files: Iterable[tuple[str, str]]) -> str:
    return _items(_link(file, text) for file, text in files)


def _link(file: str, text: str) -> str:
    return f'<a href="{escape(file)}">{escape(text)}</a>'


def _items(items: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{each}</li>' for each in items)}</ul>"


def _table(rows: Sequence[Print]) -> str:
    columns = ("order", "what", "many", "when")
    head = "".join(f'<th scope="col">{escape(say(f"start.column_{each}"))}</th>' for each in columns)
    body = "".join(
        f'<tr><td class="numbers">{number}</td><th scope="row">{_link(row.file, row.title)}</th>'
        f'<td class="numbers">{escape(row.many)}</td><td>{escape(row.when)}</td></tr>'
        for number, row in enumerate(rows, start=1)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
