"""Feedback as plain text: for a screen reader, a terminal and nbgrader."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from genuinely.assessing import Span
from genuinely.coaching.marks import Mark, numbers, pieces
from genuinely.coaching.rows import Row, labels, quote
from genuinely.coaching.view import View
from genuinely.coaching.wording import say, words


def render(view: View) -> str:
    """Return the whole feedback, one thought a line."""
    return "\n".join(_lines(view)).rstrip()


def _lines(view: View) -> Iterator[str]:
    yield from view.notes
    yield f"{view.title} · {view.total}"
    yield from _flags(view)
    if view.points is None:
        yield from ("", say("feedback.message"), *_message(view))
    if view.next_step:
        yield from ("", f"{say('feedback.next_step')}: {_next_step(view)}")
    yield from ("", say("feedback.rows", recipient=view.recipient))
    for row in view.rows:
        yield from _row(view, row)
    for told in view.about:
        yield from ("", told)
    if view.footer:
        yield from ("", view.footer)


def _next_step(view: View) -> str:
    return f"{view.next_row.title}. {view.next_step}" if view.next_row else view.next_step


def _flags(view: View) -> Iterator[str]:
    for title, reason, to_do in view.flags:
        yield f"! {say('flag.waits')}: {title}"
        yield f"  {say('flag.why', reason=reason)}"
        yield f"  {say('flag.to_do', to_do=to_do)}"
    if view.flags:
        yield f"  {say('flag.levels_shown')}"


def _message(view: View) -> Iterator[str]:
    yield textwrap.indent(_marked(view), "  ")
    if not view.marks:
        yield say("feedback.unmarked")
        return
    yield say("feedback.key")
    for move, number in numbers(view.marks).items():
        yield f"  ({number}) {words('moves')[move]['label']}"


def _marked(view: View) -> str:
    """The message with «marked words»(1): the number is the move's in the key."""
    cut: list[str] = []
    begun: set[int] = set()
    for piece in pieces(view.message, view.marks):
        opening = [m for m in piece.marks if id(m) not in begun]
        begun |= {id(m) for m in opening}
        ending = "".join(f"»({mark.number})" for mark in piece.ending)
        cut.append("«" * len(opening) + piece.text + ending)
    return "".join(cut)


def _row(view: View, row: Row) -> Iterator[str]:
    yield f"{row.symbol} {row.title}: {row.word} ({row.meaning})"
    for marked in row.quotes:
        yield f"     {_quote(view, marked)}"
    if row.doubt:
        yield f"     {row.other}"
        for spans in row.other_quotes:
            yield f"       {_quote(view, spans)}"
        yield f"     {row.decide}"
    if row.advice:
        yield f"     {say('feedback.advice', advice=row.advice)}"
    yield f"     {say('feedback.why', why=row.why)}"


def _quote(view: View, marked: Sequence[Span | Mark]) -> str:
    return f"{say('feedback.quote', words=quote(view.message, marked[0]))} – {labels(marked)}"
