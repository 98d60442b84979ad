"""Feedback as HTML: the marked letter first, one next step, then a row for each thing that a reader looks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from genuinely.assessing import Span
from genuinely.coaching.look import mark_classes
from genuinely.coaching.marks import Mark, Piece, numbers, pieces
from genuinely.coaching.page import escape, heading, notices, page, sentence, symbol
from genuinely.coaching.rows import Row, labels, quote
from genuinely.coaching.view import View
from genuinely.coaching.wording import say, words

QUOTES_BESIDE_LETTER = 3
QUOTES_OF_OTHER = 2
_LAST_WORD = re.compile(r"(?<!\S)\S{1,24}$")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def render(view: View) -> str:
    """Return the whole feedback as one output."""
    return page(inside(view), label=view.title)


def inside(view: View) -> str:
    """Return the feedback without root and style, for a page that has both."""
    return (
        notices(view.notes)
        + _head(view)
        + _flags(view)
        + (_letter(view) if view.points is None else "")
        + _next_step(view)
        + _table(view)
        + "".join(f'<p class="g-foot">{escape(told)}</p>' for told in view.about)
        + (f'<p class="g-foot">{sentence(view.footer)}</p>' if view.footer else "")
    )


def _head(view: View) -> str:
    title = heading(view.title, level=3, kind="g-title")
    return f'<div class="g-head">{title}<p class="g-total">{escape(view.total)}</p></div>'


def _flags(view: View) -> str:
    if not view.flags:
        return ""
    reasons = "".join(
        f"<p><strong>{escape(title)}.</strong> {sentence(say('flag.why', reason=reason))}</p>"
        f"<p>{sentence(say('flag.to_do', to_do=to_do))}</p>"
        for title, reason, to_do in view.flags
    )
    waits = heading(say("flag.waits"))
    return f'<div class="g-flag">{waits}{reasons}<p class="g-quiet">{escape(say("flag.levels_shown"))}</p></div>'


def _letter(view: View) -> str:
    body = "".join(_piece(piece) for piece in pieces(view.message, view.marks))
    letter = f'<div class="g-letter" role="group" aria-label="{escape(say("feedback.message"))}">{body}</div>'
    return f'<div class="g-sheet">{letter}{_key(view)}</div>'


def _piece(piece: Piece) -> str:
    if not piece.marks:
        return _text(piece.text)
    return f'<mark class="{_classes(piece.marks)}">{_with_numbers(piece)}</mark>'


def _text(text: str) -> str:
    # A blank line of an e-mail is a gap between paragraphs, not a whole line of white.
    return _BLANK_LINES.sub('<span class="g-gap"></span>', escape(text))


def _classes(marks: Sequence[Span | Mark]) -> str:
    """The look of the first mark, unless another warns: what works against a message must not be covered up."""
    looks = [mark_classes(mark.move) for mark in marks]
    return next((look for look in looks if "g-against" in look), looks[0])


def _with_numbers(piece: Piece) -> str:
    """The numbers of the marks that end here, kept on one line with the last word."""
    if not piece.ending:
        return _text(piece.text)
    last = _LAST_WORD.search(piece.text)
    start = last.start() if last else len(piece.text)
    listed = " ".join(str(mark.number) for mark in piece.ending)
    return f'{_text(piece.text[:start])}<span class="g-last">{escape(piece.text[start:])}<sup>{listed}</sup></span>'


def _key(view: View) -> str:
    if not view.marks:
        return f'<p class="g-key g-quiet">{escape(say("feedback.unmarked"))}</p>'
    items = "".join(
        f'<li class="{mark_classes(move)}"><sup>{number}</sup><span class="g-line">'
        f"{escape(words('moves')[move]['label'])}</span></li>"
        for move, number in numbers(view.marks).items()
    )
    listed = f'<ul aria-label="{escape(say("feedback.key"))}">{items}</ul>'
    return f'<div class="g-key">{listed}<p class="g-quiet">{escape(say("feedback.lines"))}</p></div>'


def _next_step(view: View) -> str:
    if not view.next_step:
        return ""
    about = f"<strong>{escape(view.next_row.title)}.</strong> " if view.next_row else ""
    return f'<div class="g-next">{heading(say("feedback.next_step"))}<p>{about}{sentence(view.next_step)}</p></div>'


def _table(view: View) -> str:
    columns = "".join(
        f'<th scope="col" role="columnheader">{escape(say(f"feedback.column_{name}"))}</th>'
        for name in ("criterion", "level", "message")
    )
    body = "".join(_row(view, row) for row in view.rows)
    caption = escape(say("feedback.rows", recipient=view.recipient))
    # The roles keep it a table for a screen reader where the narrow layout turns cells into blocks.
    return (
        f'<table class="g-rows" role="table"><caption>{caption}</caption>'
        f'<thead role="rowgroup"><tr role="row">{columns}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(view: View, row: Row) -> str:
    return (
        f'<tr role="row" class="g-row"><th scope="row" role="rowheader">{escape(row.title)}</th>'
        f'<td role="cell">{symbol(row.symbol)} <b>{escape(row.word)}</b>'
        f'<span class="g-why">{escape(row.meaning)}</span></td>'
        f'<td role="cell">{_quotes(view, row)}{_doubt(view, row)}{_advice(view, row)}'
        f'<p class="g-why">{escape(say("feedback.why", why=row.why))}</p></td></tr>'
    )


def _quotes(view: View, row: Row) -> str:
    """The words that the level rests on; where the marked letter stands above, a few are enough."""
    at_most = len(row.quotes) if view.points else QUOTES_BESIDE_LETTER
    items = [f"<li>{_quote(view, marked)}</li>" for marked in row.quotes[:at_most]]
    more = len(row.quotes) - at_most
    if more > 0:
        items.append(f'<li class="g-quiet">{escape(say("feedback.more", count=more))}</li>')
    return f"<ul>{''.join(items)}</ul>" if items else ""


def _quote(view: View, marked: Sequence[Span | Mark]) -> str:
    return (
        f'<q class="{_classes(marked)} g-line">{escape(quote(view.message, marked[0]))}</q> '
        f'<span class="g-quiet">{escape(labels(marked))}</span>'
    )


def _doubt(view: View, row: Row) -> str:
    """The other reading of an unsure level with its words, and the question that decides."""
    if not row.doubt:
        return ""
    quotes = "".join(f"<li>{_quote(view, marked)}</li>" for marked in row.other_quotes[:QUOTES_OF_OTHER])
    listed = f"<ul>{quotes}</ul>" if quotes else ""
    return f'<div class="g-doubt"><p>{escape(row.other)}</p>{listed}<p>{sentence(row.decide)}</p></div>'


def _advice(view: View, row: Row) -> str:
    if not row.advice:
        return ""
    if view.next_row is not None and row.criterion == view.next_row.criterion:
        return f'<p class="g-quiet">{escape(say("feedback.see_next"))}</p>'
    return f"<p>{sentence(say('feedback.advice', advice=row.advice))}</p>"
