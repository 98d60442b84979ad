"""An instrument without its widget: the same question, picture, words and sources, as a page and as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from genuinely.coaching.page import Shown, escape, heading, page
from genuinely.lessons.controls import Control, Values
from genuinely.lessons.drawing import Drawing
from genuinely.lessons.evidence import sources
from genuinely.lessons.script import ControlWords, Script, frame_words


@dataclass(frozen=True, repr=False)
class StaticInstrument(Shown):
    """What a reader sees where nothing can be moved: in a printed page, on a web page, after a headless run."""

    script: Script
    controls: Sequence[Control]
    values: Values
    scene: Drawing

    def html(self) -> str:
        said = "".join(f"<p>{escape(sentence)}</p>" for sentence in self.scene.comparison)
        stands = "".join(f"<li>{escape(line)}</li>" for line in self._standing())
        return page(
            f'<div class="g-head">{heading(self.script.title, level=3, kind="g-title")}</div>'
            f"<p>{escape(self.script.question)}</p>{self.scene.pictures()}<p>{escape(self.scene.text)}</p>{said}"
            f"{getattr(self.scene, 'below', '')}<ul>{stands}</ul>"
            f'<p class="g-quiet">{escape(frame_words()["plain_needs"])}</p>{behind(self.script)}',
            label=self.script.title,
        )

    def plain(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        words = frame_words()
        yield from (self.script.title, self.script.question, "", self.scene.text, *self.scene.comparison)
        if below := getattr(self.scene, "below_plain", ""):
            yield below
        yield ""
        yield from (f"  {line}" for line in self._standing())
        yield from (words["plain_needs"], "", words["reckoned"])
        yield from (f"  {each}" for each in self.script.formulas)
        yield from (f"  {term}: {means}" for term, means in self.script.terms)
        yield from ("", words["limits"], *(f"  {each}" for each in self.script.limits))
        yield sources(*self.script.sources).plain()
        yield from (f"- {each}" for each in self.script.further)

    def _standing(self) -> Iterator[str]:
        """Where each control stands, in words; what is not open yet is not told."""
        open_parts = getattr(self.scene, "open_parts", None)
        for control in self.controls:
            if open_parts is not None and control.part and control.part not in open_parts:
                continue
            words = self.script.controls[control.name]
            if value := _in_words(control, words, self.values.get(control.name)):
                yield frame_words()["plain_value"].format(label=words.label, value=value)


def behind(script: Script) -> str:
    """Return the two folds below an instrument, as HTML: how it is reckoned, and where it comes from."""
    words = frame_words()
    formulas = "".join(f'<p class="g-formula">{escape(each)}</p>' for each in script.formulas)
    terms = "".join(f"<dt>{escape(term)}</dt><dd>{escape(means)}</dd>" for term, means in script.terms)
    limits = "".join(f"<li>{escape(each)}</li>" for each in script.limits)
    further = "".join(f"<li>{escape(each)}</li>" for each in script.further)
    return _fold(words["reckoned"], f"{formulas}{_small(words['terms'])}<dl>{terms}</dl>") + _fold(
        words["sources"],
        f"{_small(words['limits'])}<ul>{limits}</ul><ul>{sources(*script.sources).items()}{further}</ul>",
    )


def _fold(title: str, body: str) -> str:
    # JupyterLab would take Space and Enter on the summary for its own.
    style = "padding:0.7em 0;cursor:pointer"
    summary = f'<summary data-lm-suppress-shortcuts="true" style="{style}">{escape(title)}</summary>'
    return f'<details class="g-fold">{summary}{body}</details>'


def _small(text: str) -> str:
    return heading(text)


def _in_words(control: Control, words: ControlWords, value: Any) -> str:
    if value is None or value == "" or value == [] or value == {}:
        return ""
    if control.kind == "slider":
        return (words.value or "{value}").format(value=f"{value:g}")
    if control.kind == "choice":
        return words.options[value]
    if control.kind == "ticks":
        return "; ".join(words.options[each] for each in value)
    if control.kind == "text":
        return str(value)
    if control.kind == "table":
        return "; ".join(_row(control, words, row) for row in value)
    if control.kind == "deck":
        late = frame_words()["late"]
        return "; ".join(f"{words.cards[card][0]}: {words.options.get(option, late)}" for card, option in value.items())
    return frame_words()["pressed"].format(count=value) if value else ""


def _row(control: Control, words: ControlWords, row: Values) -> str:
    cells = (_in_words(each, words.columns[each.name], row.get(each.name)) for each in control.columns)
    return ", ".join(cell for cell in cells if cell)
