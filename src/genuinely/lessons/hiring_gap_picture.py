"""The hiring desk, fourth view: how much of the gap between two rates is the passing on, and the same gap the other way
round."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from genuinely.lessons.controls import Values
from genuinely.lessons.hiring_model import Gap
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import MIDDLE, SMALL, plain, quiet_axes, sheet
from genuinely.lessons.script import Script, needs

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SENTENCES = needs(
    gap_title="",
    gap_axis="",
    gap_text="passed_on applied without share hires",
    gap_rates="one_passed_on one_applied ratio",
    gap_half="without one_without",
    gap_none="one_without",
    gap_all="one_without",
    gap_unknown="",
    both_ways="share hires chance",
    row_passed_on="",
    row_applied="",
    mark_everybody="",
    mark_selection="",
    mark_effect="",
    ways_title="",
    row_applicants="",
    row_hired="",
    mark_through="",
    mark_alone="",
    percent="percent",
)


@dataclass(frozen=True, repr=False)
class GapScene(Scene):
    """The scene for a part of the gap and a share of applicants. hired: the two chances of being hired, 0 to 1."""

    script: Script
    values: Values
    hired: tuple[float, float]

    @cached_property
    def gap(self) -> Gap:
        return Gap(*self.hired, self.values["part"] / 100)

    @property
    def share(self) -> float:
        """The share of applicants whose name was passed on, 0 to 1."""
        return float(self.values["share"]) / 100

    @property
    def share_of_hires(self) -> float:
        return self.gap.share_of_hires(self.share)

    @property
    def open_parts(self) -> Sequence[str]:
        return ("view", "gap", "ways")

    @property
    def title(self) -> str:
        return self.script.say("gap_title")

    @property
    def text(self) -> str:
        gap = self.gap
        return self.script.say(
            "gap_text",
            passed_on=_in_thousand(gap.passed_on),
            applied=_in_thousand(gap.applied),
            without=_in_thousand(gap.without),
            share=_percent(self.share),
            hires=_percent(self.share_of_hires),
        )

    @property
    def comparison(self) -> tuple[str, ...]:
        say, gap = self.script.say, self.gap
        one = {"one_passed_on": _one_in(gap.passed_on), "one_applied": _one_in(gap.applied)}
        without = {"one_without": _one_in(gap.without)}
        if gap.part in (0, 1):
            supposed = say("gap_all" if gap.part else "gap_none", **without)
        else:
            supposed = say("gap_half", without=_in_thousand(gap.without), **without)
        return (
            say("gap_rates", **one, ratio=plain(gap.passed_on / gap.applied, 1)),
            supposed,
            say("gap_unknown"),
            say(
                "both_ways", share=_percent(self.share), hires=_percent(self.share_of_hires),
                chance=plain(100 * gap.passed_on, 2),
            ),
        )  # fmt: skip

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        figure = sheet(5.1)
        self._rates(figure.add_axes((0.235, 0.66, 0.745, 0.25)), colours)
        self._ways(figure.add_axes((0.235, 0.13, 0.745, 0.21)), colours)
        return figure

    def _rates(self, axes: Axes, colours: Mapping[str, Any]) -> None:
        """Of a thousand, how many are hired; of those whose name was passed on, in three pieces."""
        gap, begin = self.gap, 0.0
        for kind, length in (("everybody", gap.applied), ("selection", gap.selection), ("effect", gap.effect)):
            axes.barh(0, 1000 * length, 0.6, left=1000 * begin, label=self.script.say(f"mark_{kind}"),
                      **_piece(kind, colours))  # fmt: skip
            begin += length
        axes.barh(1, 1000 * gap.applied, 0.6, **_piece("everybody", colours))
        for place, rate in ((0, gap.passed_on), (1, gap.applied)):
            axes.text(1000 * rate + 1, place, _in_thousand(rate), color=colours["ink"], fontsize=SMALL, va="center")
        axes.set(xlim=(0, 1120 * gap.passed_on), ylim=(1.5, -0.5), yticks=(0, 1))
        _dress(axes, [self.script.say("row_passed_on"), self.script.say("row_applied")], colours)
        axes.set_xlabel(self.script.say("gap_axis"))
        self._titled(axes, "gap_title", colours, below=-0.48)

    def _ways(self, axes: Axes, colours: Mapping[str, Any]) -> None:
        """Of all who apply and of all who are hired, how many had their name passed on."""
        for place, share in enumerate((100 * self.share, 100 * self.share_of_hires)):
            for kind, width, left in (("through", share, 0.0), ("alone", 100 - share, share)):
                label = self.script.say(f"mark_{kind}") if place == 0 else None
                axes.barh(place, width, 0.6, left=left, label=label, **_piece(kind, colours))
            told = self.script.say("percent", percent=plain(share, 1))
            axes.text(101, place, told, color=colours["ink"], fontsize=SMALL, va="center")
        axes.set(xlim=(0, 112), ylim=(1.5, -0.5), yticks=(0, 1), xticks=())
        _dress(axes, [self.script.say("row_applicants"), self.script.say("row_hired")], colours)
        axes.spines["bottom"].set_visible(False)
        self._titled(axes, "ways_title", colours, below=-0.02)

    def _titled(self, axes: Axes, key: str, colours: Mapping[str, Any], *, below: float) -> None:
        axes.set_title(
            self.script.say(key), loc="left", x=-0.3, color=colours["ink"], fontsize=MIDDLE, fontweight="bold"
        )
        axes.legend(loc="upper left", bbox_to_anchor=(-0.3, below), ncol=3, frameon=False, fontsize=SMALL,
                    labelcolor=colours["ink"], handlelength=1.2, borderaxespad=0.2, columnspacing=1.4)  # fmt: skip


def _dress(axes: Axes, names: Sequence[str], colours: Mapping[str, Any]) -> None:
    axes.set_yticklabels(names)
    quiet_axes(axes, colours)


def _piece(kind: str, colours: Mapping[str, Any]) -> dict[str, Any]:
    """Filled, hatched, dotted or plain, so that colour is not the only sign."""
    tone = colours[{"selection": "exchange", "effect": "create", "through": "create"}.get(kind, "neutral")]
    if kind in ("everybody", "through"):
        return {"facecolor": tone["line"]}
    hatch = {"selection": "////", "effect": ".."}.get(kind)
    return {"facecolor": tone["tint"], "edgecolor": tone["line"], "hatch": hatch, "linewidth": 0.8}


def _in_thousand(rate: float) -> str:
    return plain(1000 * rate, 1)


def _one_in(rate: float) -> str:
    return str(round(1 / rate))


def _percent(share: float) -> str:
    return plain(100 * share, 1)
