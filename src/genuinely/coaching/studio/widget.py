"""The message studio in a notebook: the page shows, a `Session` answers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import anywidget
import traitlets

from genuinely.coaching.drafts import use
from genuinely.coaching.ids import tidy
from genuinely.coaching.look import TONES, style_variables
from genuinely.coaching.studio.card_data import card_data
from genuinely.coaching.studio.desk import Desk
from genuinely.coaching.studio.luggage import bring_back, take_along
from genuinely.coaching.studio.own_form import OwnForm
from genuinely.coaching.studio.session import Session
from genuinely.coaching.studio.still import Still
from genuinely.coaching.studio.telling import Told
from genuinely.coaching.studio.words import say, sentences
from genuinely.coaching.whose import owner
from genuinely.coaching.wording import LANGUAGE, words
from genuinely.keeping import work_folder
from genuinely.scenarios import load_scenario

SCRIPTS = (
    *("edits", "shelf", "line", "parts", "letter", "card", "legend", "clash"),
    *("meters", "prediction", "levels", "help", "versions", "place", "writing", "own", "studio"),
)
"""The page's scripts, in the order in which they need each other. Joined they are one module."""

_STATIC = files("genuinely.coaching") / "static"


@cache
def module(*names: str) -> str:
    """Return scripts of `static/studio/` as one ES module: a widget can load one file alone."""
    return "\n".join((_STATIC / "studio" / f"{name}.js").read_text(encoding="utf-8") for name in names)


@cache
def sheet() -> str:
    """Return the style: colours of both themes, the frame that all widgets share, then the studio's own."""
    tones = "".join(f".genuinely .g-{t}{{--tint:var(--g-{t}-tint);--line:var(--g-{t}-line)}}" for t in TONES)
    own = ((_STATIC / name).read_text(encoding="utf-8") for name in ("widget.css", "studio/studio.css"))
    return "\n".join((style_variables(), tones, *own))


class Studio(anywidget.AnyWidget):
    """A card beside an editor in which the words that do something are marked while one types.

    `Studio("coat-rack")` shows itself as the last line of a cell. What is written is kept in the learner's own folder
    and stands there again after a restart. Raises UnknownScenarioError, which names the nearest ids.
    """

    _esm = module(*SCRIPTS)
    _css = sheet()

    words = traitlets.Dict().tag(sync=True)
    language = traitlets.Unicode(LANGUAGE).tag(sync=True)
    label = traitlets.Unicode().tag(sync=True)
    key = traitlets.Unicode().tag(sync=True)
    card = traitlets.Dict().tag(sync=True)
    fields: traitlets.List[Any] = traitlets.List().tag(sync=True)
    text = traitlets.Unicode().tag(sync=True)
    own_form = traitlets.Dict().tag(sync=True)

    def __init__(self, id: str) -> None:
        card = load_scenario(tidy(id))
        use(card.id)
        self._form: OwnForm | None = None
        self._begin(Session(card, Desk(card.id)), say("page.label", title=card.title), f"card/{card.id}")

    @classmethod
    def own(cls, name: str = "first") -> Studio:
        """Return a studio for the learner's own message to a real person. Another `name` begins another message.

        A short form asks who writes to whom. All of it stays in `my_work/own*/`, apart from the course's messages.
        """
        made = cls.__new__(cls)
        made._form = OwnForm(name)
        made._begin(made._form.session(), say("page.own_label"), f"own/{name}")
        return made

    def _begin(self, session: Session | None, label: str, key: str) -> None:
        self._session = session
        super().__init__(
            words={**sentences(), "levels": [words("levels")[f"level_{level}"]["word"] for level in range(3)]},
            label=label,
            key=f"genuinely/studio/{owner(os.environ, work_folder())}/{key}",
            own_form=self._form.as_plain() if self._form else {},
            **self._shown(),
        )
        if session is not None:
            session.view(session.standing.text)  # the first assessment opens the model: before anybody waits for it
        self.on_msg(self._asked)

    def _shown(self) -> Told:
        """What the page shows of the session before it has asked for anything."""
        if self._session is None:
            return {"card": {}, "fields": [], "text": ""}
        shown = self._session
        return {"card": card_data(shown.card), "fields": shown.showing.fields(), "text": shown.standing.text}

    def _asked(self, _: object, asked: Any, buffers: Sequence[Any]) -> None:
        """Answer one request. Whatever goes wrong, there is an answer: a page that waits believes the kernel gone."""
        if not isinstance(asked, dict) or "ask" not in asked:
            return
        out: list[bytes] | None = None
        try:
            answer, out = self._answer(asked, buffers)
        except Exception as error:
            self.log.exception("a studio could not answer %r", asked["ask"])
            answer = {"failed": say("status.failed", detail=error)}
        self.send({"to": asked.get("client"), "n": asked.get("n"), "ask": asked["ask"], **answer}, out)

    def _answer(self, asked: dict[str, Any], buffers: Sequence[Any]) -> tuple[Told, list[bytes] | None]:
        if asked["ask"] == "take_along":
            return take_along()
        if asked["ask"] == "bring_back":
            return bring_back(bytes(buffers[0]) if buffers else b""), None
        if asked["ask"] == "form" and self._form is not None:
            told, session = self._form.fill(asked.get("form"))
            self._session = session or self._session
            return {**told, **(self._shown() if session else {})}, None
        return (self._session.answer(asked) if self._session else {}), None

    def _repr_mimebundle_(self, **options: Any) -> Any:
        """Where widgets cannot be shown, the card and the latest text stand in their place."""
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            still = Still(None if self._session is None or self._session.private else self._session.card, self.text)
            data["text/plain"], data["text/html"] = still.plain(), still.html()
        return bundle
