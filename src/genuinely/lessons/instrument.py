"""The frame in which every instrument of the course stands: a question, a picture, its controls, and what lies behind.

An instrument is made of four things, each in its own place:

    its numbers    a pure model module
    its controls   a tuple of `controls.slider(...)`, `choice(...)`, `text(...)` and so on
    its words      data/wording/en/instruments/<name>.toml, read by `script.read_script(name, CONTROLS, SENTENCES)`
    its picture    a `Scene`: what is drawn and said for one set of values

and is shown by a function of one line:

    def coupling() -> Instrument:
        return Instrument(words(), CONTROLS, CouplingScene)

Everything is decided in Python: the page sends values and puts up what comes back. What is entered is kept in
`my_work/instruments/<name>.json` and stands there again. Where no widget can be shown, a readable page is.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from importlib.resources import files
from typing import Any

import traitlets

from genuinely.coaching.keeping_words import kept_and_tell
from genuinely.coaching.widget import Exercise, css, esm
from genuinely.lessons.controls import Control, Values, cleaned
from genuinely.lessons.drawing import Drawing
from genuinely.lessons.instrument_page import StaticInstrument, behind
from genuinely.lessons.script import Script, as_plain, frame_words
from genuinely.lessons.themed import themed_svg

_STATIC = files("genuinely.lessons") / "static"


class Scene(Drawing):
    """What an instrument shows for one set of values: a `Drawing`, whose `text` says all that the picture says.

    `comparison` holds the sentences that stand below the picture; `notes` are left to the frame's folds.
    """

    @property
    def notes(self) -> tuple[str, ...]:
        return ()

    @property
    def open_parts(self) -> Sequence[str] | None:
        """The parts of the controls that are open by now; None for all."""
        return None

    @property
    def away_parts(self) -> Sequence[str]:
        """The parts that belong to another view than this one: they are not shown at all, not even as closed."""
        return ()

    @property
    def below(self) -> str:
        """HTML below the sentences, escaped by whoever writes it (see `coaching.page.escape`); "" for none."""
        return ""

    @property
    def below_plain(self) -> str:
        """The same as text, for where no HTML can be shown."""
        return ""

    @property
    @abstractmethod
    def text(self) -> str:
        """The text alternative of the picture."""


class Instrument(Exercise):
    """Shows a script, its controls and a scene, and draws anew when something is moved."""

    _esm = esm((_STATIC / "instrument.js").read_text(encoding="utf-8"))
    _css = css((_STATIC / "instrument.css").read_text(encoding="utf-8"))

    controls: traitlets.List[Any] = traitlets.List().tag(sync=True)
    parts: traitlets.List[Any] = traitlets.List().tag(sync=True)
    behind = traitlets.Unicode().tag(sync=True)
    start = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    shown = traitlets.Dict().tag(sync=True)

    def __init__(
        self, script: Script, controls: Sequence[Control], scene: Callable[[Values], Scene], *, place: str = ""
    ) -> None:
        """`place` tells apart the same instrument in two lessons ("" where it keeps one memory)."""
        self.script = script
        self.of = tuple(controls)
        self.scene = scene
        start = cleaned(self.of, {})
        name = f"{script.name}-{place}" if place else script.name
        super().__init__(script.title, name, kind="instruments", hint=script.question, value=start)
        self.start = start
        self.controls = [{**each.as_plain(), "words": as_plain(script.controls[each.name])} for each in self.of]
        self.parts = [{"name": name, **asdict(part)} for name, part in script.parts.items()]
        self.words = {**self.words, **frame_words()}
        self.behind = behind(script)
        self.shown = self._shown(0, self.value)

    def entry(self, value: Any) -> dict[str, Any]:
        return {"values": value}

    def value_of(self, entry: dict[str, Any]) -> Any:
        return cleaned(self.of, entry.get("values"))

    @traitlets.observe("asked")
    def _draw(self, change: Any) -> None:
        asked = change["new"]
        self.shown = self._shown(asked["number"], cleaned(self.of, asked["values"]))

    def _shown(self, number: int, values: Values) -> dict[str, Any]:
        scene = self.scene(values)
        return {
            "number": number,
            "picture": themed_svg(scene.draw),
            "text": scene.text,
            "said": list(scene.comparison),
            "below": scene.below,
            "open": None if scene.open_parts is None else list(scene.open_parts),
            "away": list(scene.away_parts),
        }

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """A page beside the widget, which a headless run leaves behind."""
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            page = StaticInstrument(self.script, self.of, self.value, self.scene(self.value))
            data["text/plain"] = page.plain()
            data["text/html"] = page.html()
        return bundle


def entered(name: str, controls: Sequence[Control]) -> Mapping[str, Any]:
    """Return the values kept for an instrument, or where its controls start."""
    entries, _ = kept_and_tell("instruments", name)
    return cleaned(controls, entries[-1].get("values") if entries else {})
