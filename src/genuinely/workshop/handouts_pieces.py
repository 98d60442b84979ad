"""What lies on the table: cards, messages, worked rewrites, forms and quizzes, each as a piece of a printed handout."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from genuinely.coaching.page import escape
from genuinely.coaching.wording import say as card_say
from genuinely.coaching.wording import words as card_words
from genuinely.lessons.activities import Material
from genuinely.lessons.dialogues import Dialogue
from genuinely.lessons.examples import Contrast, Step, Worked, contrast_of, worked_of
from genuinely.lessons.forms import form
from genuinely.lessons.quizzes import Question, bank
from genuinely.lessons.wording import say as lesson_say
from genuinely.scenarios import Person, Scenario, load_scenario
from genuinely.workshop.handouts_forms import blank, form_html, quiz_html
from genuinely.workshop.handouts_words import cut_to_strips, say
from genuinely.workshop.mixing import mixed
from genuinely.workshop.page import lines

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLACE = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True)
class Piece:
    """A part of a handout. body: HTML. own_sheet: it begins on a new sheet of paper, and can be handed out alone."""

    title: str
    body: str
    own_sheet: bool = False

    def html(self) -> str:
        """Return it as a section with its heading."""
        kind = "piece sheet" if self.own_sheet else "piece"
        return f'<section class="{kind}"><h2>{escape(self.title)}</h2>{self.body}</section>'


def pieces(material: Material, *, with_draft: bool, paper: bool) -> Iterator[Piece]:
    """Yield what can be printed of a material; instruments have sheets of their own.

    with_draft: a card shows its draft. paper: with what a room without devices needs: strips, and a worked message
    that is put together by hand.
    """
    if material.kind == "card":
        yield card_piece(load_scenario(material.name), with_draft=with_draft)
    elif material.kind == "messages":
        yield messages_piece(contrast_of(material.name))
    elif material.kind == "worked":
        worked = worked_of(material.name)
        yield from matching_pieces(worked) if paper else (worked_piece(worked),)
    elif material.kind == "form":
        spec = form(material.name)
        yield Piece(spec.label, form_html(spec))
        if paper and material.name in cut_to_strips():
            yield _strips(option.text for field in spec.fields for option in field.options)
    elif material.kind == "quiz":
        found = bank(material.name)
        yield Piece(found.label, quiz_html(found))
        if paper:
            yield from (_strips(_shuffled(each)) for each in found.questions if each.kind == "order")


def card_piece(card: Scenario, *, with_draft: bool) -> Piece:
    """Return a scenario's card, with its draft where it is to be rewritten."""
    people = _person(card_say("card.writes"), card.sender) + _person(card_say("card.reads"), card.recipient)
    draft = f"<h3>{escape(card_say('card.draft'))}</h3><blockquote>{escape(card.draft)}</blockquote>"
    return Piece(
        f"{say('sheet.card')}: {card.title}",
        f'<p class="quiet">{escape(channel(card))}</p><p>{escape(card.situation)}</p>'
        f'<div class="beside">{people}</div>{draft if with_draft else ""}',
    )


def channel(card: Scenario) -> str:
    """Return the channel of a card with the length that suits it."""
    found = card_words("channels")[card.channel]
    return card_say("card.channel_length", name=found["name"], length=found["length"])


def messages_piece(shown: Contrast) -> Piece:
    """Return two messages side by side, without a word on which is better, and room to write."""
    both = ((lesson_say("contrast.first"), shown.first), (lesson_say("contrast.second"), shown.second))
    sides = "".join(
        f"<div><h3>{escape(title)}</h3><blockquote>{escape(text)}</blockquote></div>" for title, text in both
    )
    return Piece(
        say("sheet.messages", recipient=load_scenario(shown.scenario).recipient.name),
        f'<div class="beside">{sides}</div><div class="whole"><h3>{escape(say("sheet.notes"))}</h3>{lines(3)}</div>',
    )


def worked_piece(worked: Worked) -> Piece:
    """Return a worked rewrite, each stretch beside why it stands there."""
    head = "".join(f'<th scope="col">{escape(lesson_say(f"worked.{name}"))}</th>' for name in ("message", "why"))
    rows = "".join(
        f"<tr><td><blockquote>{escape(step.words)}</blockquote></td><td>{escape(step.why)}</td></tr>"
        for step in worked.steps
    )
    title = say("sheet.worked", title=load_scenario(worked.scenario).title)
    return Piece(title, f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>", own_sheet=True)


def matching_pieces(worked: Worked) -> tuple[Piece, Piece]:
    """Return the message on one sheet, and on another the reasons in an order that tells nothing."""
    parts = "".join(f"<li><blockquote>{escape(step.words)}</blockquote>{blank(6)}</li>" for step in worked.steps)
    reasons = "".join(
        f"<li><strong>{letter}</strong><span>{escape(step.why)}</span></li>"
        for letter, step in zip(LETTERS, mixed(worked.steps, worked.scenario), strict=False)
    )
    said = f"<p>{escape(say('sheet.worked_match'))}</p>"
    return (
        Piece(say("sheet.worked_message"), f'{said}<ol class="parts">{parts}</ol>', own_sheet=True),
        Piece(say("sheet.worked_reasons"), f'<ul class="ticks">{reasons}</ul>', own_sheet=True),
    )


def letters_of(worked: Worked) -> tuple[tuple[int, str, Step], ...]:
    """Return for each part of a worked message, numbered from 1, the letter of its reason on the other sheet."""
    order = mixed(worked.steps, worked.scenario)
    return tuple((number, LETTERS[order.index(step)], step) for number, step in enumerate(worked.steps, start=1))


def gaps_piece(message: str) -> Piece:
    """Return a message with places left open: `[Add one question.]` becomes lines to write on."""
    parts = _PLACE.split(message)
    body = "".join(
        f'<div class="whole">{lines(2)}<p class="quiet">{escape(part)}</p></div>'
        if number % 2
        else f"<blockquote>{escape(part.strip())}</blockquote>"
        for number, part in enumerate(parts)
        if part.strip(" \n.")
    )
    return Piece(say("sheet.gaps"), f"<p>{escape(say('sheet.gaps_note'))}</p>{body}", own_sheet=True)


def writing_piece(card: Scenario) -> Piece:
    """Return the sheet on which a message is written by hand; a LinkedIn note has a square for every sign."""
    note = say(
        "sheet.writing_note", sender=card.sender.name, recipient=card.recipient.name, channel=channel(card)
    )  # fmt: skip
    if card.channel == "linkedin_note":
        squares = f'<div class="squares" aria-hidden="true">{"<i></i>" * 300}</div>'
        body = f"<p>{escape(say('sheet.squares'))}</p>{squares}"
    else:
        body = lines(9 if card.channel == "chat" else 16)
    return Piece(say("sheet.writing"), f'<p class="quiet">{escape(note)}</p>{body}', own_sheet=True)


def own_message_piece(title: str) -> Piece:
    """Return a sheet for a message to somebody real."""
    note = f'<p class="quiet">{escape(say("sheet.own_note"))}</p>'
    return Piece(title or say("sheet.own_message"), f"{note}{lines(18)}", own_sheet=True)


def strips_piece(title: str, strips: Sequence[str], note: str = "") -> Piece:
    """Return strips to be cut along dashed lines. strips: HTML. note: text; how to cut, if nothing else is said."""
    said = escape(note or say("sheet.cut"))
    return Piece(title, f'<p>{said}</p><div class="strips">{_divided(strips)}</div>', own_sheet=True)


def dialogue_pieces(talk: Dialogue) -> Iterator[Piece]:
    """Yield a talk as numbered cards to be cut, and the other person's thoughts on a sheet of their own."""
    numbers = {name: number for number, name in enumerate((*talk.turns, *talk.endings), start=1)}
    cards = []
    for turn in talk.turns.values():
        answers = "".join(
            f"<li><strong>{letter}</strong><span>{escape(reply.text)} "
            f'<span class="numbers">→ {escape(say("dialogue.goes", number=numbers[reply.leads_to]))}</span></span></li>'
            for letter, reply in zip(LETTERS, turn.replies, strict=False)
        )
        says = f"<p><strong>{escape(say('dialogue.says', them=talk.them))}:</strong> {escape(turn.says)}</p>"
        cards.append(f'{_card(numbers[turn.name])}{says}<ul class="ticks">{answers}</ul>')
    for ending in talk.endings.values():
        ends = f"<p><strong>{escape(say('dialogue.ends'))}.</strong> {escape(ending.text)}</p>"
        cards.append(f"{_card(numbers[ending.name])}{ends}")
    scene = Piece(
        say("dialogue.title", title=talk.title),
        f'<p>{escape(talk.scene)}</p><p>{escape(say("dialogue.note"))}</p><div class="strips">{_divided(cards)}</div>',
        own_sheet=True,
    )
    yield scene
    yield Piece(say("dialogue.thoughts", them=talk.them), _thoughts(talk, numbers), own_sheet=True)


def _thoughts(talk: Dialogue, numbers: dict[str, int]) -> str:
    """The thoughts by the number of the card and the letter of the answer."""
    said = [
        (say("dialogue.thinks", number=numbers[turn.name], letter=letter), reply.thinks)
        for turn in talk.turns.values()
        for letter, reply in zip(LETTERS, turn.replies, strict=False)
    ]
    said += [
        (say("dialogue.tomorrow", number=numbers[each.name], them=talk.them), each.tomorrow)
        for each in talk.endings.values()
    ]
    rows = "".join(f'<tr><th scope="row">{escape(at)}</th><td>{escape(text)}</td></tr>' for at, text in said)
    return f"<p>{escape(say('dialogue.thoughts_note'))}</p><table><tbody>{rows}</tbody></table>"


def _card(number: int) -> str:
    return f"<h3>{escape(say('dialogue.card', number=number))}</h3>"


def _divided(parts: Sequence[str]) -> str:
    return "".join(f"<div>{part}</div>" for part in parts)


def _strips(texts: Iterable[str]) -> Piece:
    return strips_piece(say("sheet.strips"), [f"<p>{escape(text)}</p>" for text in texts])


def _shuffled(question: Question) -> tuple[str, ...]:
    return mixed([choice.text for choice in question.choices], question.name)


def _person(role: str, person: Person) -> str:
    told = [(card_say("card.goals", name=person.name), person.goals)] if person.goals else []
    told.append((card_say("card.facts"), person.facts))
    lists = "".join(
        f'<p class="quiet">{escape(label)}</p><ul>{"".join(f"<li>{escape(item)}</li>" for item in items)}</ul>'
        for label, items in told
    )
    return f'<div class="whole"><h3>{escape(role)}: {escape(person.name)}</h3><p>{escape(person.role)}</p>{lists}</div>'
