"""The common-ground finder as a picture and in words: what is shared, the rarest first, and where to go deeper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.finder import ONE_IN, Ground, Shared
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import WIDTH
from genuinely.lessons.script import Script

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_SOME, _MOST = 0.0, 0.6
"""An overlap above the first and up to the second is called some."""
_PROMPTS = 3


@dataclass(frozen=True, repr=False)
class FinderScene(Scene):
    """`first`: a sentence to begin with, on whose lists these are; "" for none."""

    script: Script
    ground: Ground
    first: str = ""

    @property
    def title(self) -> str:
        return self.script.say("picture_title")

    @property
    def text(self) -> str:
        say = self.script.say
        each = (say("text_each", what=one.mine, count=_count(one), bits=_bits(one.bits)) for one in self.ground.shared)
        shared = say("text_shared", shared="; ".join(each)) if self.ground.shared else say("text_none")
        nothing = say("nothing")
        mine = ", ".join(self.ground.only_mine) or nothing
        return f"{shared} {say('text_only', mine=mine, theirs=', '.join(self.ground.only_theirs) or nothing)}"

    @property
    def comparison(self) -> tuple[str, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        if self.first:
            yield self.first
        say, ground = self.script.say, self.ground
        if ground.shared:
            rarest = ground.shared[0]
            share = f"{rarest.bits / ground.bits:.0%}"
            yield say("sum_up", bits=_bits(ground.bits), first=_capital(rarest.mine), share=share)
        if guessed := [one.mine for one in ground.shared if one.guessed]:
            yield say("guessed", what=", ".join(guessed))
        size = "none" if ground.overlap <= _SOME else "some" if ground.overlap <= _MOST else "most"
        yield say(f"overlap_{size}", **({} if size == "none" else {"percent": f"{ground.overlap:.0%}"}))

    def _prompts(self) -> Iterator[tuple[str, list[str]]]:
        say = self.script.say
        if self.ground.shared:
            ordered = self.ground.shared[:_PROMPTS]
            yield say("deeper"), [say(f"prompt_{one.share}", what=_capital(one.mine)) for one in ordered]
        if self.ground.only_theirs:
            named = self.ground.only_theirs[:_PROMPTS]
            yield say("theirs_title"), [say("theirs_prompt", what=_capital(what)) for what in named]

    @property
    def below(self) -> str:
        """Prompts for the deeper link, then things to be curious about."""
        return "".join(
            f"{heading(title)}<ul>{''.join(f'<li>{escape(each)}</li>' for each in prompts)}</ul>"
            for title, prompts in self._prompts()
        )

    @property
    def below_plain(self) -> str:
        return "\n".join("\n".join((title, *(f"- {each}" for each in prompts))) for title, prompts in self._prompts())

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        from matplotlib.figure import Figure

        shared = self.ground.shared
        figure = Figure(figsize=(WIDTH, 1.3 + 0.62 * max(2, len(shared))), layout="constrained")
        axes = figure.add_subplot()
        tone = colours["interest"]
        for down, one in enumerate(shared):
            axes.barh([-down], [one.bits], height=0.3, color=tone["line"], hatch="///" if one.guessed else "",
                      edgecolor=tone["tint"], linewidth=0)  # fmt: skip
            axes.text(0, -down + 0.2, one.mine, color=colours["ink"], fontsize=11.5, va="bottom", clip_on=False)
            label = self.script.say("one_in", count=_count(one))
            axes.text(one.bits + 0.2, -down, label, color=colours["ink"], fontsize=10.5, va="center")
        if not shared:
            axes.text(8, -0.5, self.script.say("none_yet"), color=colours["quiet"], fontsize=12, ha="center")
        axes.set(xlim=(0, 16.5), ylim=(-max(2, len(shared)) + 0.6, 0.75), yticks=[])
        axes.set_xlabel(self.script.say("axis"), color=colours["quiet"], fontsize=10.5, loc="left")
        axes.tick_params(colors=colours["quiet"], labelsize=10)
        for side, spine in axes.spines.items():
            spine.set_visible(side == "bottom")
            spine.set_color(colours["rule"])
        return figure


def _count(one: Shared) -> str:
    return f"{ONE_IN[one.share]:,}"


def _bits(bits: float) -> str:
    return f"{bits:.0f}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
