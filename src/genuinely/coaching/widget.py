"""The base of the course's widgets: labelled, kept, reachable by keyboard, and honest when the kernel is gone.

A widget of the course is a subclass of `Exercise` and a small file of JavaScript that fills the frame:

    class OneLine(Exercise):
        _esm = esm("export default { render: (given) => frame(given, build) }; function build(body, box) { … }")

`frame` comes from `static/widget.js`, which says what `box` offers.
"""

from __future__ import annotations

import os
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from genuinely.coaching.keeping_words import keep_and_tell, kept_and_tell
from genuinely.coaching.look import style_variables
from genuinely.coaching.whose import owner
from genuinely.coaching.wording import LANGUAGE, say, sentences
from genuinely.keeping import work_folder

_STATIC = files("genuinely.coaching") / "static"


def esm(own: str) -> str:
    """Return a widget's module: the frame that all share, then `own`, which exports a `render`."""
    return (_STATIC / "widget.js").read_text(encoding="utf-8") + "\n" + own


def css(own: str = "") -> str:
    """Return a widget's style: the colours of both themes, the frame's style, then `own`."""
    return "\n".join((style_variables(), (_STATIC / "widget.css").read_text(encoding="utf-8"), own))


class Exercise(anywidget.AnyWidget):
    """Something to answer whose answer is kept under `kind` and `name`, and stands there again after a restart.

    `value` is whatever JSON holds. `label` names the exercise and `hint` says more about it; both are plain text.
    """

    _esm = esm("export default { render: (given) => frame(given, () => {}) };")
    _css = css()

    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    value = traitlets.Any().tag(sync=True)
    place = traitlets.Unicode().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode(LANGUAGE).tag(sync=True)
    sent = traitlets.Dict().tag(sync=True)
    answered = traitlets.Dict().tag(sync=True)

    def __init__(self, label: str, name: str, *, kind: str = "journal", hint: str = "", value: Any = "") -> None:
        self._kind = kind
        self._name = name
        entries, troubles = kept_and_tell(kind, name)
        super().__init__(
            label=label,
            hint=hint,
            value=self.value_of(entries[-1]) if entries else value,
            place=f"genuinely/{kind}/{owner(os.environ, work_folder())}/{name}",
            words=dict(sentences()["widget"]),
            answered={"number": 0, "kept": bool(entries), "troubles": list(troubles)},
        )

    def entry(self, value: Any) -> dict[str, Any]:
        """Return what is written to the file for a value."""
        return {"text": value}

    def value_of(self, entry: dict[str, Any]) -> Any:
        """Return the value that a kept entry stands for."""
        return entry.get("text", "")

    @traitlets.observe("sent")
    def _take(self, change: Any) -> None:
        """Keep what the page sent, and answer with its number: an answer is how the page knows that we are there."""
        number, value = change["new"]["number"], change["new"]["value"]
        self.value = value
        outcome = keep_and_tell(self._kind, self._name, self.entry(value))
        self.answered = {"number": number, "kept": bool(outcome.done), "troubles": list(outcome.troubles)}

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Where widgets cannot be shown, a sentence stands in their place."""
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            data["text/plain"] = say("widget.plain", label=self.label)
        return bundle
