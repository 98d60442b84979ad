"""A dialogue in a notebook: choose what to say, and read what the other person says and thinks. Kept, step by step."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import traitlets

from genuinely.coaching.page import escape, heading, page
from genuinely.coaching.widget import Exercise, css, esm
from genuinely.coaching.wording import LANGUAGE, check
from genuinely.lessons.dialogues import Dialogue, Walk, dialogue_of, walk
from genuinely.lessons.reading import read

_STATIC = files("genuinely.lessons") / "static"

SENTENCES = {
    "dialogue": {
        "you": frozenset[str](),
        "thinks": frozenset({"them"}),
        "choose": frozenset[str](),
        "back": frozenset[str](),
        "again": frozenset[str](),
        "ending": frozenset[str](),
        "tomorrow": frozenset({"them"}),
        "needs": frozenset[str](),
    }
}
"""For each sentence of `data/wording/en/dialogues.toml`: the braces that it may use."""


class Talk(Exercise):
    """Shows a dialogue. Its value is the list of the replies chosen, by name."""

    _esm = esm("\n".join((_STATIC / name).read_text(encoding="utf-8") for name in ("kit.js", "dialogue.js")))
    _css = css("\n".join((_STATIC / name).read_text(encoding="utf-8") for name in ("form.css", "dialogue.css")))

    shown = traitlets.Dict().tag(sync=True)

    def __init__(self, told: Dialogue) -> None:
        self.told = told
        super().__init__(told.title, told.id, kind="dialogues", hint=told.scene, value=[])
        self.words = {**self.words, **{name: say(name, them=told.them) for name in SENTENCES["dialogue"]}}
        self.shown = self._shown()

    def entry(self, value: Any) -> dict[str, Any]:
        return {"chosen": value}

    def value_of(self, entry: dict[str, Any]) -> Any:
        return _names(entry.get("chosen"))

    @property
    def walk(self) -> Walk:
        """Return how far the talk has come."""
        return walk(self.told, _names(self.value))

    @traitlets.observe("value")
    def _go_on(self, _: Any) -> None:
        if hasattr(self, "told"):
            self.shown = self._shown()

    def _shown(self) -> dict[str, Any]:
        here = self.walk
        return {
            "lines": [{"who": who, "name": name, "text": text} for who, name, text in lines(self.told, here)],
            "replies": [{"name": each.name, "text": each.text} for each in here.turn.replies] if here.turn else [],
            "chosen": [reply.name for _, reply in here.said],
        }

    def _repr_mimebundle_(self, **options: Any) -> Any:
        bundle = super()._repr_mimebundle_(**options)
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        if data is not None:
            data["text/plain"] = "\n".join(_plain(self.told, self.walk))
            data["text/html"] = _html(self.told, self.walk)
        return bundle


def dialogue(id: str) -> Talk:
    """Return a conversation to steer. Raises LessonDataError, which lists the ids there are."""
    return Talk(dialogue_of(id))


def lines(told: Dialogue, here: Walk) -> Iterator[tuple[str, str, str]]:
    """Yield what was said and thought so far: who ("them", "you", "thought", "ending"), under which name, and what."""
    for turn, reply in here.said:
        yield "them", told.them, turn.says
        yield "you", say("you"), reply.text
        yield "thought", say("thinks", them=told.them), reply.thinks
    if here.turn:
        yield "them", told.them, here.turn.says
    if here.ending:
        yield "ending", say("ending"), here.ending.text
        yield "ending", say("tomorrow", them=told.them), here.ending.tomorrow


def say(name: str, **values: object) -> str:
    """Return a sentence of the frame with its braces filled in."""
    return _sentences()[name].format(**values)


@cache
def _sentences() -> Mapping[str, str]:
    return check(read("wording", LANGUAGE, "dialogues.toml").found, "dialogues.toml", SENTENCES)["dialogue"]


def _names(found: Any) -> list[str]:
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []


def _plain(told: Dialogue, here: Walk) -> Iterator[str]:
    yield from (told.title, told.scene, "")
    yield from (f"{name}: {text}" for _, name, text in lines(told, here))
    if here.turn:
        yield from ("", say("choose"), *(f"  - {reply.text}" for reply in here.turn.replies))
    yield from ("", say("needs"))


def _html(told: Dialogue, here: Walk) -> str:
    spoken = "".join(f"<p><b>{escape(name)}:</b> {escape(text)}</p>" for _, name, text in lines(told, here))
    offered = "".join(f"<li>{escape(reply.text)}</li>" for reply in here.turn.replies) if here.turn else ""
    choose = f"<p>{escape(say('choose'))}</p><ul>{offered}</ul>" if offered else ""
    return page(
        f"{heading(told.title, level=3, kind='g-title')}<p>{escape(told.scene)}</p>{spoken}{choose}"
        f'<p class="g-quiet">{escape(say("needs"))}</p>',
        label=told.title,
    )
