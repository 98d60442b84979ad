"""Something that a learner can have done with a button: boxes to tick, buttons, and a sentence on what came of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from genuinely.coaching.page import page, sentence
from genuinely.coaching.studio.widget import module
from genuinely.coaching.widget import css
from genuinely.coaching.wording import LANGUAGE
from genuinely.coaching.wording import sentences as coaching_sentences
from genuinely.lessons.course_wording import say

_STATIC = files("genuinely.lessons") / "static"

Do = Callable[[str, frozenset[str]], tuple[str, ...]]
"""What a button does: its name and the names of the boxes ticked in, sentences out."""


class Task(anywidget.AnyWidget):
    """`ticks` and `buttons` map a name to its words. Nothing happens before a button is pressed."""

    _esm = "\n".join(
        (module("shelf"), *((_STATIC / each).read_text(encoding="utf-8") for each in ("kit.js", "task.js")))
    )
    _css = css((_STATIC / "form.css").read_text(encoding="utf-8"))

    label = traitlets.Unicode().tag(sync=True)
    hint = traitlets.Unicode().tag(sync=True)
    ticks: traitlets.List[Any] = traitlets.List().tag(sync=True)
    buttons: traitlets.List[Any] = traitlets.List().tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode(LANGUAGE).tag(sync=True)
    pressed = traitlets.Dict().tag(sync=True)
    answered = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        label: str,
        hint: str,
        ticks: Mapping[str, str],
        buttons: Mapping[str, str],
        do: Do,
        plain: str,
        *,
        clears: Callable[[], bool] = lambda: False,
    ) -> None:
        """`clears`: whether the copies that the browser holds are to go as well, asked after each button."""
        self._do = do
        self._plain = plain
        self._clears = clears
        super().__init__(
            label=label,
            hint=hint,
            ticks=[{"name": name, "text": text} for name, text in ticks.items()],
            buttons=[{"name": name, "text": text} for name, text in buttons.items()],
            words={"working": say("task.working"), "lost": coaching_sentences()["widget"]["lost"]},
            answered={"number": 0, "sentences": []},
        )

    @traitlets.observe("pressed")
    def _press(self, change: Any) -> None:
        pressed = change["new"]
        said = self._do(pressed["button"], frozenset(pressed["ticked"]))
        self.answered = {"number": pressed["number"], "sentences": list(said), "clears": self._clears()}

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            lines = (self.label, self.hint, self._plain)
            data["text/plain"] = "\n".join(lines)
            data["text/html"] = page("".join(f"<p>{sentence(line)}</p>" for line in lines), label=self.label)
        return bundle
