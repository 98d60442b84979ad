"""What is on the slides of a lesson, and in the notes below them: made from its notebook and its activities."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from genuinely.coaching.page import escape
from genuinely.coaching.wording import words as coaching_words
from genuinely.lessons.activities import Activity, Material
from genuinely.lessons.answered import FINDING, KINDS, AnsweredRequests
from genuinely.lessons.evidence import figures, sources
from genuinely.lessons.examples import contrast_of, worked_of
from genuinely.lessons.fields import Option
from genuinely.lessons.forms import FormSpec, form
from genuinely.lessons.quizzes import Bank, Choice, Question, bank
from genuinely.lessons.themed import themed_svg
from genuinely.lessons.wording import say as lesson_say
from genuinely.scenarios import load_scenario
from genuinely.workshop.handouts_pieces import LETTERS
from genuinely.workshop.mixing import mixed
from genuinely.workshop.sections import Page, Section, inline
from genuinely.workshop.slides_words import frame, said

_ID = re.compile(r"\bE\d\d\b")
_NEEDS = re.compile(r"You need ([^*]+?)\.?\*")
_SIZES = ((260, "large"), (620, "middle"), (1000, "small"))
_SOURCES_ON_A_SLIDE = 6


@dataclass(frozen=True)
class Slide:
    """A slide. title: text. body and notes: HTML. minutes: for the clock; 0 for a slide without one."""

    title: str
    body: str
    notes: str = ""
    minutes: int = 0
    grouping: str = ""

    @property
    def size(self) -> str:
        """Return how large its letters can be, by how much there is to read: large, middle, small or smallest."""
        length = len(_words(self.body))
        return next((size for most, size in _SIZES if length <= most), "smallest")


def slides(page: Page) -> tuple[Slide, ...]:
    """Return the slides of a lesson. Raises LessonDataError."""
    made = tuple(_all(page))
    return made + tuple(studies(made))


def _all(page: Page) -> Iterator[Slide]:
    yield _first(page)
    if page.sections[0].items:
        yield Slide(frame("goals"), _list(page.sections[0].items))
    for section in page.sections[1:]:
        told = said(page, section)
        if section.activity:
            yield Slide(
                told.title,
                _big(told.say),
                _notes(section.activity),
                section.activity.minutes,
                section.activity.grouping,
            )
            yield from shown(section.activity)
        elif section is _recap(page):
            yield Slide(told.title, _list(section.items), _paragraphs(section))
        elif told.title and told.say and not told.skip:
            yield Slide(told.title, _big(told.say), _paragraphs(section))


def _recap(page: Page) -> Section | None:
    """The last section, if it is a list."""
    last = page.sections[-1]
    return last if last.items else None


def _first(page: Page) -> Slide:
    needs = _NEEDS.search(page.sections[0].text)
    body = f"<p>{escape(frame('bring'))} {inline(needs[1])}.</p>" if needs else ""
    return Slide(page.title, body)


def shown(activity: Activity) -> Iterator[Slide]:
    """Yield what is looked at together in an activity."""
    drafts = {each.name for each in activity.material if each.kind == "draft"}
    for material in activity.material:
        if material.kind in _SHOWN and (material.kind != "card" or material.name in drafts):
            yield from _SHOWN[material.kind](material)


def _card(material: Material) -> Iterator[Slide]:
    card = load_scenario(material.name)
    people = "".join(
        f"<p>{escape(frame(key, name=person.name, role=person.role))}</p>"
        for key, person in (("writes", card.sender), ("reads", card.recipient))
    )
    channel = frame("channel", channel=coaching_words("channels")[card.channel]["name"])
    yield Slide(
        card.title,
        f'<div class="beside"><div>{people}<p>{escape(card.situation)}</p><p class="quiet">{escape(channel)}</p></div>'
        f"<div><h3>{escape(frame('draft'))}</h3>{_letter(card.draft)}</div></div>",
    )


def _messages(material: Material) -> Iterator[Slide]:
    shown = contrast_of(material.name)
    both = ((lesson_say("contrast.first"), shown.first), (lesson_say("contrast.second"), shown.second))
    sides = "".join(f"<div><h3>{escape(name)}</h3>{_letter(text)}</div>" for name, text in both)
    yield Slide(lesson_say("contrast.label"), f'<div class="beside">{sides}</div>')


def _worked(material: Material) -> Iterator[Slide]:
    steps = worked_of(material.name).steps
    title = load_scenario(material.name).title
    parts = "".join(f"<li>{escape(step.words)}</li>" for step in steps)
    whys = "".join(f"<li>{escape(step.why)}</li>" for step in steps)
    yield Slide(title, f'<ol class="message">{parts}</ol>')
    yield Slide(lesson_say("worked.why"), f'<ol class="columns">{whys}</ol>')


def _form(material: Material) -> Iterator[Slide]:
    spec = form(material.name)
    if spec.sentence:
        yield Slide(spec.label, _sentence(spec))
        return
    for field in spec.fields:
        if field.kind == "ticks" or (field.kind == "choice" and len(spec.fields) == 1):
            options = "".join(f"<li>{escape(option.text)}</li>" for option in field.options)
            yield Slide(field.label, f'<ol class="letters">{options}</ol>', _replies(field.options))


def _quiz(material: Material) -> Iterator[Slide]:
    found = bank(material.name)
    for number, question in enumerate(found.questions, start=1):
        options = "".join(f"<li>{escape(choice.text)}</li>" for choice in _offered(question))
        targets = "".join(f"<li>{escape(text)}</li>" for text in _targets(question))
        beside = f'<ol class="numbered">{targets}</ol>' if targets else ""
        yield Slide(
            f"{number}. {question.ask}",
            f'<div class="{"beside" if beside else "alone"}"><ol class="letters">{options}</ol>{beside}</div>',
            _answers(question, found),
        )


def _finding(material: Material) -> Iterator[Slide]:
    """The drawing of what was found, where there is one that may be drawn."""
    if material.name == FINDING:
        found = {figure.label: round(figure.value) for figure in figures(FINDING)}
        drawing = AnsweredRequests({kind: found[kind] for kind in KINDS}, dict.fromkeys(KINDS))
        notes = "".join(f"<p>{escape(note)}</p>" for note in drawing.notes)
        title = f"{drawing.title} ({FINDING})"
        picture = f'<figure role="img" aria-label="{escape(drawing.text)}">{themed_svg(drawing.draw)}</figure>'
        yield Slide(title, picture, notes)


def studies(made: Iterable[Slide]) -> Iterator[Slide]:
    """Yield the studies behind the figures on the slides, a few on each."""
    ids = sorted({id for slide in made for id in _ID.findall(f"{slide.title} {_words(slide.body)}")})
    count = -(-len(ids) // _SOURCES_ON_A_SLIDE)
    for number in range(count):
        yield Slide(frame("sources"), f"<ul>{sources(*ids[number::count]).items()}</ul>")


def _words(html: str) -> str:
    """What is read on a slide, drawings left out."""
    return re.sub(r"<[^>]+>", " ", re.sub(r"<svg.*?</svg>", "", html, flags=re.DOTALL))


def _letter(message: str) -> str:
    """A message with a gap between its paragraphs that is smaller than a line."""
    paragraphs = re.split(r"\n\s*\n", message.strip())
    return f"<blockquote>{''.join(f'<p>{escape(each)}</p>' for each in paragraphs)}</blockquote>"


def _big(text: str) -> str:
    return f'<p class="big">{inline(text)}</p>'


def _list(items: Iterable[str]) -> str:
    told = "".join(f"<li>{inline(item.rstrip(','))}</li>" for item in items)
    return f'<ul class="big">{told}</ul>'


def _sentence(spec: FormSpec) -> str:
    labels = {field.name: field.label for field in spec.fields}
    parts = re.split(r"{(\w+)}", spec.sentence)
    said = "".join('<span class="blank"></span>' if n % 2 else escape(part) for n, part in enumerate(parts))
    asked = "".join(f"<li>{escape(labels[name])}</li>" for name in parts[1::2])
    return f'<p class="gaps">{said}</p><ol class="quiet">{asked}</ol>'


def _offered(question: Question) -> tuple[Choice, ...]:
    """The options in an order that does not tell which is right, or in which order they belong."""
    return question.choices if question.kind == "match" else mixed(question.choices, question.name)


def _targets(question: Question) -> tuple[str, ...]:
    if question.kind != "match":
        return ()
    return mixed([each.target for each in question.choices] + [lure.text for lure in question.lures], question.name)


def _answers(question: Question, of: Bank) -> str:
    """What is right, and why, with what somebody may think who takes another one."""
    if question.kind == "order":
        items = "".join(f"<li>{escape(choice.text)}</li>" for choice in question.choices)
        return f"<h3>{escape(frame('answer'))}</h3><ol>{items}</ol>"
    told = []
    for letter, choice in zip(LETTERS, _offered(question), strict=False):
        target = f": {choice.target}" if choice.target else ""
        mark = "✓ " if choice.right and question.kind != "match" else ""
        held = of.misconceptions.get(choice.misconception, "")
        told.append(
            f"<li>{mark}{letter}{escape(target)}. {escape(choice.explanation)} {escape(held and f'({held})')}</li>"
        )
    return f'<h3>{escape(frame("answers"))}</h3><ul class="none">{"".join(told)}</ul>'


def _replies(options: Iterable[Option]) -> str:
    items = "".join(
        f"<li>{letter}. {escape(option.reply)}</li>"
        for letter, option in zip(LETTERS, options, strict=False)
        if option.reply
    )
    return f'<h3>{escape(frame("replies"))}</h3><ul class="none">{items}</ul>' if items else ""


def _notes(activity: Activity) -> str:
    """What whoever leads has in mind while others work."""
    lists = "".join(
        f"<h3>{escape(frame(key))}</h3><ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>"
        for key, texts in (("likely", activity.likely), ("misreadings", activity.misreadings))
    )
    rest = "".join(
        f"<p><strong>{escape(frame(key))}:</strong> {escape(text)}</p>"
        for key, text in (("late", activity.late), ("online", activity.online), ("paper", activity.paper))
    )
    things = "; ".join(each.name for each in activity.material if each.kind == "thing")
    table = f"<p><strong>{escape(frame('material'))}:</strong> {escape(things)}</p>" if things else ""
    return lists + rest + table


def _paragraphs(section: Section) -> str:
    """The lesson's own words, with the limits that a slide leaves out."""
    told = "".join(f"<p>{inline(each)}</p>" for each in section.paragraphs if not each.startswith("- "))
    return f"<h3>{escape(frame('more'))}</h3>{told}" if told else ""


_SHOWN: Mapping[str, Callable[[Material], Iterator[Slide]]] = {
    "card": _card,
    "messages": _messages,
    "worked": _worked,
    "form": _form,
    "quiz": _quiz,
    "finding": _finding,
}
