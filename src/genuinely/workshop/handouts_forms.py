"""Forms and quizzes on paper: lines to write on, boxes to tick, and nothing that gives an answer away."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from genuinely.coaching.page import escape
from genuinely.lessons.fields import Column, Field, Option
from genuinely.lessons.forms import FormSpec
from genuinely.lessons.quiz_forms import as_form
from genuinely.lessons.quizzes import Bank
from genuinely.workshop.handouts_words import hint, say
from genuinely.workshop.mixing import mixed
from genuinely.workshop.page import lines

BOX = '<span class="tick" aria-hidden="true"></span>'
"""An empty box to tick."""

_LONG = 40
"""A blank of a sentence, in characters: about what a hand writes on half a line."""
_MANY = 10
"""Parts of a sentence, blanks counted, from which on the blanks are shorter."""


def form_html(spec: FormSpec) -> str:
    """Return a form as something to fill in by hand, without its title."""
    inside = frozenset(re.findall(r"{(\w+)}", spec.sentence))
    asked = [field for field in spec.fields if field.name not in inside]
    fields = "".join(f'<div class="whole">{_asked(field)}</div>' for field in asked)
    return f"{_said(hint(spec.id, spec.hint))}{_sentence(spec)}{_beside(fields, spec.columns and not inside)}"


def quiz_html(bank: Bank) -> str:
    """Return a quiz's questions without its answers and without its title."""
    fields = "".join(f'<div class="whole">{_asked(_mixed(field))}</div>' for field in as_form(bank).fields)
    return f"{_said(hint(bank.id, bank.hint))}{fields}"


def _mixed(field: Field) -> Field:
    """A question with its options in an order that does not tell which is right."""
    return replace(field, options=mixed(field.options, field.name)) if field.kind in ("choice", "ticks") else field


def blank(width: int = _LONG) -> str:
    """Return an empty place within a line; width in characters."""
    return f'<span class="blank" style="--wide:{width}ch"></span>'


def table(caption: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return an empty or half-filled table. Its cells are HTML, its caption and columns text."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    said = f"<caption>{escape(caption)}</caption>" if caption else ""
    return f'<table class="grid">{said}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _said(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _beside(fields: str, columns: bool) -> str:
    return f'<div class="beside">{fields}</div>' if columns else fields


def _sentence(spec: FormSpec) -> str:
    """The plan's sentence with a place to write for each field, which is told below it."""
    if not spec.sentence:
        return ""
    labels = {field.name: field.label for field in spec.fields}
    parts = re.split(r"{(\w+)}", spec.sentence)
    wide = _LONG if len(parts) < _MANY else _LONG // 2
    said = "".join(blank(wide) if n % 2 else escape(part) for n, part in enumerate(parts))
    asked = "".join(f"<li>{escape(labels[name])}</li>" for name in parts[1::2])
    return (
        f'<div class="box"><p><strong>{escape(say("sheet.sentence"))}</strong></p>'
        f'<p class="gaps">{said}</p></div><ol class="quiet">{asked}</ol>'
    )


def _asked(field: Field) -> str:
    return f"<h3>{escape(field.label)}</h3>{_KINDS[field.kind](field)}"


def _text(field: Field) -> str:
    return lines(field.rows + (field.rows > 1))


def _ticked(key: str) -> Callable[[Field], str]:
    def made(field: Field) -> str:
        return f'<p class="quiet">{escape(say(key))}</p>{_options(BOX, field.options)}'

    return made


def _options(before: str, options: Iterable[Option]) -> str:
    items = "".join(f"<li>{before}<span>{escape(option.text)}</span></li>" for option in options)
    return f'<ul class="ticks">{items}</ul>'


def _scale(field: Field) -> str:
    ends = {"low": field.low, "high": field.high, "low_label": field.low_label, "high_label": field.high_label}
    marks = "".join(f"<span>{number}</span>" for number in _marks(field.low, field.high))
    return f'<p class="quiet">{escape(say("sheet.scale", **ends))}</p><div class="scale">{marks}</div>'


def _marks(low: int, high: int) -> range:
    step = max(1, -(-(high - low) // 10))
    return range(low, high + 1, step)


def _order(field: Field) -> str:
    return f'<p class="quiet">{escape(say("sheet.order"))}</p>{_options(blank(4), field.options)}'


def _match(field: Field) -> str:
    letters = "".join(
        f"<li><strong>{letter}</strong><span>{escape(target.text)}</span></li>"
        for letter, target in zip("ABCDEFGHIJ", field.targets, strict=False)
    )
    return (
        f'<p class="quiet">{escape(say("sheet.match"))}</p>'
        f'<div class="beside">{_options(blank(4), field.options)}<ul class="ticks">{letters}</ul></div>'
    )


def _table(field: Field) -> str:
    rows = [["<br><br>"] * len(field.columns)] * max(field.rows, 3)
    return table("", map(_column, field.columns), rows)


def _lists(field: Field) -> str:
    lists = "".join(f"<div><p>{escape(column.label)}</p>{lines(max(field.rows, 4))}</div>" for column in field.columns)
    return f'<div class="beside">{lists}</div>'


def _column(column: Column) -> str:
    options = " / ".join(option.text for option in column.options)
    return f"{column.label} ({options})" if options else column.label


_KINDS: Mapping[str, Callable[[Field], str]] = {
    "text": _text,
    "choice": _ticked("sheet.choice"),
    "ticks": _ticked("sheet.ticks"),
    "scale": _scale,
    "order": _order,
    "match": _match,
    "table": _table,
    "lists": _lists,
    "short": lambda field: lines(1),
}
