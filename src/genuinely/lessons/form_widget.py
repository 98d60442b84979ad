"""A form in a notebook: answered by keyboard or mouse, kept by the kernel, there again after a restart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any

import traitlets

from genuinely.coaching.keeping_words import kept_and_tell
from genuinely.coaching.widget import Exercise, css, esm
from genuinely.lessons.forms import Field, FormSpec
from genuinely.lessons.wording import say, sentences

_STATIC = files("genuinely.lessons") / "static"

Answers = Mapping[str, Any]
"""A field's name to its answer: words, an option's name, a list of options' names, or a whole number."""


class Form(Exercise):
    """Shows a `FormSpec` and keeps its answers in the journal under the form's id."""

    _esm = esm((_STATIC / "form.js").read_text(encoding="utf-8"))
    _css = css((_STATIC / "form.css").read_text(encoding="utf-8"))

    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    columns = traitlets.Bool().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)

    def __init__(self, spec: FormSpec) -> None:
        super().__init__(spec.label, spec.id, hint=spec.hint, value={})
        self.spec = spec
        self.fields = [field.as_plain() for field in spec.fields]
        self.columns = spec.columns
        self.sentence = spec.sentence
        self.words = {**self.words, **sentences()["form"]}

    def entry(self, value: Any) -> dict[str, Any]:
        return {"answers": value}

    def value_of(self, entry: dict[str, Any]) -> Any:
        return _answers(entry)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            data["text/plain"] = plain(self.spec, self.value)
        return bundle


def answers(id: str) -> Answers:
    """Return the latest answers kept for a form; none while nbgrader executes."""
    entries, _ = kept_and_tell("journal", id)
    return _answers(entries[-1]) if entries else {}


def plain(spec: FormSpec, given: Answers) -> str:
    """Return the form as text, for where a widget cannot be shown."""
    return "\n".join(_lines(spec, given))


def _answers(entry: Mapping[str, Any]) -> dict[str, Any]:
    found = entry.get("answers")
    return dict(found) if isinstance(found, Mapping) else {}


def _lines(spec: FormSpec, given: Answers) -> Iterator[str]:
    yield spec.label
    if spec.hint:
        yield spec.hint
    for field in spec.fields:
        yield ""
        yield field.label
        yield from _asked(field)
        if answer := _in_words(field, given.get(field.name)):
            yield say("plain.answer", answer=answer)
    yield from ("", say("plain.needs"))


def _asked(field: Field) -> Iterator[str]:
    if field.kind == "scale":
        ends = {"low": field.low, "high": field.high, "low_label": field.low_label, "high_label": field.high_label}
        yield say("plain.scale", **ends)
    else:
        yield say(f"plain.{field.kind}")
    yield from (f"  - {option.text}" for option in field.options)


def _in_words(field: Field, answer: Any) -> str:
    texts = {option.name: option.text for option in field.options}
    if field.kind == "ticks" and isinstance(answer, list):
        return "; ".join(texts[name] for name in answer if name in texts)
    if field.kind == "choice":
        return texts.get(answer, "")
    return "" if answer is None else str(answer)
