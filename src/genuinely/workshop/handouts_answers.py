"""What whoever leads keeps in hand: answers, replies, keys to what was cut up, and where the figures come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from genuinely.coaching.page import escape
from genuinely.lessons.activities import Activity, Material
from genuinely.lessons.evidence import sources
from genuinely.lessons.examples import worked_of
from genuinely.lessons.forms import form
from genuinely.lessons.quizzes import Bank, Choice, Question, bank
from genuinely.scenarios import load_scenario
from genuinely.workshop.handouts_instruments import instrument_key
from genuinely.workshop.handouts_pieces import letters_of
from genuinely.workshop.handouts_words import say
from genuinely.workshop.sections import Page


def answers_html(page: Page, chosen: tuple[Activity, ...]) -> str:
    """Return a page for whoever leads these activities of a lesson."""
    told = "".join(f"<section><h2>{escape(each.title)}</h2>{''.join(_told(each))}</section>" for each in chosen)
    return f"<h1>{escape(say('answers.title', lesson=page.title))}</h1><p>{escape(say('answers.intro'))}</p>{told}"


def copies(activity: Activity) -> str:
    """Return how many of its handout are needed: what is filled in belongs to one person, even where two talk."""
    filled_in = any(each.kind in ("form", "quiz") for each in activity.material)
    return say(f"copies.{'alone' if filled_in else activity.grouping}")


def things(activity: Activity) -> tuple[str, ...]:
    """Return what has to be brought for an activity besides paper that is printed."""
    return tuple(each.name for each in activity.material if each.kind == "thing")


def _told(activity: Activity) -> Iterator[str]:
    yield _said("answers.copies", copies=copies(activity))
    if things(activity):
        yield _said("answers.bring", things="; ".join(things(activity)))
    yield _said("answers.paper", paper=activity.paper)
    yield _said("answers.online", online=activity.online)
    for material in activity.material:
        if material.kind in _KINDS:
            yield _KINDS[material.kind](material)


def _said(key: str, **values: object) -> str:
    return f"<p>{escape(say(key, **values))}</p>"


def _quiz(material: Material) -> str:
    found = bank(material.name)
    questions = "".join(
        f"<li><p><strong>{escape(question.ask)}</strong></p>{_answers(question, found)}</li>"
        for question in found.questions
    )
    return f"<h3>{escape(say('answers.quiz', label=found.label))}</h3><ol>{questions}</ol>"


def _answers(question: Question, of: Bank) -> str:
    if question.kind == "order":
        items = "".join(f"<li>{escape(each.text)} {_quiet(each.explanation)}</li>" for each in question.choices)
        return f"<p>{escape(say('answers.in_order'))}:</p><ol>{items}</ol>"
    if question.kind == "match":
        pairs = [(say("answers.pair", text=each.text, target=each.target), each) for each in question.choices]
        pairs += [(say("answers.lure", text=each.text), each) for each in question.lures]
    else:
        pairs = [(each.text, each) for each in question.choices]
    marked = question.kind != "match"
    return f'<dl class="replies">{"".join(_answer(text, each, of, marked) for text, each in pairs)}</dl>'


def _answer(text: str, choice: Choice, of: Bank, marked: bool) -> str:
    right = f"<strong>✓ {escape(say('answers.right'))}:</strong> " if marked and choice.right else ""
    held = of.misconceptions.get(choice.misconception, "")
    thinks = f" {_quiet(say('answers.misconception', misconception=held))}" if held else ""
    return f"<dt>{right}{escape(text)}</dt><dd>{escape(choice.explanation)}{thinks}</dd>"


def _form(material: Material) -> str:
    spec = form(material.name)
    replies = "".join(
        f"<dt>{escape(option.text)}</dt><dd>{escape(option.reply)}</dd>"
        for field in spec.fields
        for option in field.options
        if option.reply
    )
    title = escape(say("answers.replies", label=spec.label))
    return f'<h3>{title}</h3><dl class="replies">{replies}</dl>' if replies else ""


def _worked(material: Material) -> str:
    worked = worked_of(material.name)
    pairs = "".join(
        f"<li>{escape(say('answers.worked_pair', number=number, letter=letter, why=step.why))}</li>"
        for number, letter, step in letters_of(worked)
    )
    title = say("answers.worked", title=load_scenario(worked.scenario).title)
    return f'<h3>{escape(title)}</h3><ul class="none">{pairs}</ul>'


def _finding(material: Material) -> str:
    found = sources(material.name)
    row = found.rows[0]
    return (
        f"<h3>{escape(say('answers.finding'))}</h3>"
        f"<p>{escape(say('answers.figure', finding=row['finding'], figure=row['figure'], unit=row['unit']))}</p>"
        f"<p>{escape(say('answers.caveat', caveat=row['caveat']))}</p><ul>{found.items()}</ul>"
    )


def _instrument(material: Material) -> str:
    key = instrument_key(material.name)
    return f"<h3>{escape(key.title)}</h3>{key.body}" if key else ""


def _quiet(text: str) -> str:
    return f'<span class="quiet">{escape(text)}</span>'


_KINDS: Mapping[str, Callable[[Material], str]] = {
    "quiz": _quiz,
    "form": _form,
    "worked": _worked,
    "finding": _finding,
    "instrument": _instrument,
}
