"""A form in a notebook: answered by keyboard or mouse, kept by the kernel, there again after a restart."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import traitlets

from genuinely.coaching.keeping_words import kept_and_tell
from genuinely.coaching.widget import Exercise, css, esm
from genuinely.lessons.form_text import Answers, html, plain
from genuinely.lessons.forms import FormSpec
from genuinely.lessons.wording import sentences

__all__ = ["Answers", "Form", "answers"]

_STATIC = files("genuinely.lessons") / "static"
_PARTS = ("kit", "words", "choices", "scale", "order", "rows", "match", "form")


def _static(name: str) -> str:
    return (_STATIC / name).read_text(encoding="utf-8")


class Form(Exercise):
    """Shows a `FormSpec` and keeps its answers in the journal under the form's id."""

    _esm = esm("\n".join(_static(f"{part}.js") for part in _PARTS))
    _css = css(_static("form.css"))

    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    columns = traitlets.Bool().tag(sync=True)
    sentence = traitlets.Unicode().tag(sync=True)

    def __init__(self, spec: FormSpec, *, kind: str = "journal") -> None:
        super().__init__(spec.label, spec.id, kind=kind, hint=spec.hint, value={})
        self.spec = spec
        self.fields = [field.as_plain() for field in spec.fields]
        self.columns = spec.columns
        self.sentence = spec.sentence
        self.words = {**self.words, **sentences()["form"]}

    def entry(self, value: Any) -> dict[str, Any]:
        return {"answers": value}

    def value_of(self, entry: dict[str, Any]) -> Any:
        return answers_in(entry)

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            data["text/plain"] = plain(self.spec, self.value)
            data["text/html"] = html(self.spec, self.value)
        return bundle


def answers(id: str) -> Answers:
    """Return the latest answers kept for a form; none while nbgrader executes."""
    entries, _ = kept_and_tell("journal", id)
    return answers_in(entries[-1]) if entries else {}


def answers_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the answers of an entry that was kept; none if it is of another shape."""
    found = entry.get("answers")
    return dict(found) if isinstance(found, Mapping) else {}
