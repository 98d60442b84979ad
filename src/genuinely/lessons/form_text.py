"""A form and its answers in words, for where no widget can be shown, and for what a learner takes along."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from genuinely.coaching.page import escape, heading, page
from genuinely.lessons.fields import Column, Field, Option
from genuinely.lessons.forms import FormSpec
from genuinely.lessons.wording import say

Answers = Mapping[str, Any]
"""A field's name to its answer, in the shape that `Field` tells of."""


def plain(spec: FormSpec, given: Answers) -> str:
    """Return the form as text, with what was answered so far."""
    return "\n".join(_lines(spec, given))


def html(spec: FormSpec, given: Answers) -> str:
    """Return the same as a page, for where no widget can be shown."""
    hint = f"<p>{escape(spec.hint)}</p>" if spec.hint else ""
    asked = "".join(_html(field, given.get(field.name)) for field in spec.fields)
    needs = f'<p class="g-quiet">{escape(say("plain.needs"))}</p>'
    return page(f"{heading(spec.label, level=3, kind='g-title')}{hint}{asked}{needs}", label=spec.label)


def in_words(field: Field, answer: Any) -> tuple[str, ...]:
    """Return an answer in lines of words; none where nothing was answered, or something of another shape."""
    return tuple(line for line in _WORDS[field.kind](field, answer) if line.strip())


def sentence(spec: FormSpec, given: Answers) -> str:
    """Return the form's sentence with what was answered, or "" if it has none or nothing of it was."""
    filled = {field.name: " ".join(in_words(field, given.get(field.name))) for field in spec.fields}
    if not spec.sentence or not any(filled[name] for name in filled if f"{{{name}}}" in spec.sentence):
        return ""
    return spec.sentence.format_map({name: text or say("form.blank") for name, text in filled.items()})


def _lines(spec: FormSpec, given: Answers) -> Iterator[str]:
    yield spec.label
    if spec.hint:
        yield spec.hint
    for field in spec.fields:
        yield ""
        yield field.label
        yield from _asked(field)
        if answer := in_words(field, given.get(field.name)):
            yield say("plain.answer", answer="; ".join(answer))
    yield from ("", say("plain.needs"))


def _html(field: Field, answer: Any) -> str:
    lines = "".join(f'<p class="g-quiet">{escape(line)}</p>' for line in _asked(field))
    given = "; ".join(in_words(field, answer))
    answered = f"<p>{escape(say('plain.answer', answer=given))}</p>" if given else ""
    return f'<div style="margin-top:0.8em"><p><strong>{escape(field.label)}</strong></p>{lines}{answered}</div>'


def _asked(field: Field) -> Iterator[str]:
    if field.kind == "scale":
        ends = {"low": field.low, "high": field.high, "low_label": field.low_label, "high_label": field.high_label}
        yield say("plain.scale", **ends)
    else:
        yield say(f"plain.{field.kind}")
    if field.kind != "short":
        yield from (f"  - {option.text}" for option in field.options)
    yield from (f"  - {column.label}" for column in field.columns)
    yield from (f"  → {target.text}" for target in field.targets)


def _typed(_: Field, answer: Any) -> Iterable[str]:
    return [str(answer)] if isinstance(answer, str | int | float) else []


def _chosen(field: Field, answer: Any) -> Iterable[str]:
    return [_named(field.options, answer)]


def _several(field: Field, answer: Any) -> Iterable[str]:
    return (_named(field.options, name) for name in _list(answer))


def _ordered(field: Field, answer: Any) -> Iterable[str]:
    texts = filter(None, _several(field, answer))
    return (f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _rows(field: Field, answer: Any) -> Iterable[str]:
    for row in _list(answer):
        if isinstance(row, Mapping):
            cells = ((column.label, cell(column, row.get(column.name))) for column in field.columns)
            yield ", ".join(f"{label}: {text}" for label, text in cells if text)


def _both(field: Field, answer: Any) -> Iterable[str]:
    given = answer if isinstance(answer, Mapping) else {}
    for column in field.columns:
        texts = [text for text in map(str, _list(given.get(column.name))) if text.strip()]
        if texts:
            yield f"{column.label}: {', '.join(texts)}"


def _matched(field: Field, answer: Any) -> Iterable[str]:
    given = answer if isinstance(answer, Mapping) else {}
    for option in field.options:
        if target := _named(field.targets, given.get(option.name)):
            yield f"{option.text} → {target}"


def _short(field: Field, answer: Any) -> Iterable[str]:
    return _typed(field, answer.get("words")) if isinstance(answer, Mapping) else []


def cell(column: Column, value: Any) -> str:
    """Return what stands in a table's cell, in words."""
    if column.options:
        return _named(column.options, value)
    return value.strip() if isinstance(value, str) else ""


def _named(options: tuple[Option, ...], name: Any) -> str:
    return next((option.text for option in options if option.name == name), "")


def _list(answer: Any) -> list[Any]:
    return answer if isinstance(answer, list) else []


_WORDS: Mapping[str, Callable[[Field, Any], Iterable[str]]] = {
    "text": _typed,
    "choice": _chosen,
    "ticks": _several,
    "scale": _typed,
    "order": _ordered,
    "table": _rows,
    "lists": _both,
    "match": _matched,
    "short": _short,
}
