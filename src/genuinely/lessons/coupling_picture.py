"""Two levels apart and together, what goes to and fro between them, and where the likeness to people ends."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.controls import Values
from genuinely.lessons.coupling_model import TwoLevels
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import MIDDLE, SMALL, plain, quiet_axes, sheet
from genuinely.lessons.script import Script, needs

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HOLDS = ("holds_term", "holds_near", "holds_state", "holds_far")
BREAKS = (
    "breaks_trace",
    "breaks_energy",
    "breaks_sign",
    "breaks_hurt",
    "breaks_symmetry",
    "breaks_cost",
    "breaks_rest",
)

SENTENCES = needs(
    text="first second lower upper share other most",
    text_alone="first second",
    sum="sum lower upper",
    alone="",
    gain="count gain",
    gain_none="",
    across="most period",
    across_far="most",
    levels_title="",
    levels_axis="",
    time_title="",
    time_axis="",
    across_axis="",
    first="",
    together="",
    second="",
    mean="",
    still="",
    lower="by",
    holds="",
    breaks="",
    **dict.fromkeys((*HOLDS, *BREAKS), ""),
)

SPAN = 12.0
"""How much time is drawn, in ħ per unit of energy: two equal levels with g = 0.5 go across and back about twice."""

_BOTTOM, _TOP = -2.9, 6.2
"""The energies drawn: whatever the sliders are set to, nothing leaves the picture."""


class CouplingScene(Scene):
    """The scene for two levels, a coupling and how many things share them."""

    def __init__(self, script: Script, values: Values) -> None:
        self.script = script
        self.two = TwoLevels(values["first"], values["second"], values["g"])
        self.count = round(values["count"])

    @property
    def title(self) -> str:
        return self.script.title

    @property
    def text(self) -> str:
        two = self.two
        if two.g == 0:
            return self.script.say("text_alone", first=plain(two.first), second=plain(two.second))
        share = round(100 * two.share_of_first)
        return self.script.say(
            "text",
            first=plain(two.first),
            second=plain(two.second),
            lower=plain(two.lower),
            upper=plain(two.upper),
            share=share,
            other=100 - share,
            most=round(100 * two.most_across),
        )

    @property
    def comparison(self) -> tuple[str, ...]:
        if self.two.g == 0:
            return (self.script.say("alone"),)
        return self._sum(), self._gain(), self._across()

    def _sum(self) -> str:
        two = self.two
        total = plain(two.first + two.second)
        return self.script.say("sum", sum=total, lower=plain(two.lower), upper=plain(two.upper))

    def _gain(self) -> str:
        gain = self.two.gain(self.count)
        return self.script.say("gain", count=self.count, gain=plain(gain)) if gain else self.script.say("gain_none")

    def _across(self) -> str:
        most = round(100 * self.two.most_across)
        if most < 50:
            return self.script.say("across_far", most=most)
        return self.script.say("across", most=most, period=plain(self.two.period, 1))

    @property
    def below(self) -> str:
        lists = ((self.script.say("holds"), HOLDS), (self.script.say("breaks"), BREAKS))
        return "".join(
            f"{heading(title)}<ul>{''.join(f'<li>{escape(self.script.say(key))}</li>' for key in keys)}</ul>"
            for title, keys in lists
        )

    @property
    def below_plain(self) -> str:
        lines = [self.script.say("holds"), *(f"  {self.script.say(key)}" for key in HOLDS)]
        return "\n".join([*lines, self.script.say("breaks"), *(f"  {self.script.say(key)}" for key in BREAKS)])

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        figure = sheet(5.9)
        self._levels(figure.add_axes((0.10, 0.47, 0.88, 0.47)), colours)
        self._exchange(figure.add_axes((0.10, 0.10, 0.88, 0.24)), colours)
        return figure

    def _levels(self, axes: Axes, colours: Mapping[str, Any]) -> None:
        two, say = self.two, self.script.say
        one, other = colours["exchange"]["line"], colours["interest"]["line"]
        mean = (two.first + two.second) / 2
        axes.axhline(mean, color=colours["quiet"], linewidth=1, linestyle=(0, (1, 3)))
        above = two.second < mean  # where the second level is not
        beside = mean + (0.1 if above else -0.1)
        side = "bottom" if above else "top"
        axes.text(2.98, beside, say("mean"), color=colours["quiet"], fontsize=SMALL, ha="right", va=side)
        for level in (two.lower, two.upper):
            axes.plot((0.7, 1.1), (two.first, level), color=colours["rule"], linewidth=1.3)
            axes.plot((1.9, 2.3), (level, two.second), color=colours["rule"], linewidth=1.3)
        axes.plot((0.1, 0.7), (two.first, two.first), color=one, linewidth=3)
        axes.plot((2.3, 2.9), (two.second, two.second), color=other, linewidth=3, linestyle=(0, (2.2, 1)))
        for level, share in ((two.lower, two.share_of_first), (two.upper, 1 - two.share_of_first)):
            middle = 1.1 + 0.8 * share
            axes.plot((1.1, middle), (level, level), color=one, linewidth=5, solid_capstyle="butt")
            axes.plot((middle, 1.9), (level, level), color=other, linewidth=5, linestyle=(0, (1.3, 0.6)))
        if two.stabilisation > 0.005:
            by = say("lower", by=plain(two.stabilisation))
            axes.text(1.5, two.lower - 0.3, by, color=colours["accent"], fontsize=SMALL, ha="center", va="top")
        self._things(axes, colours)
        axes.set(xlim=(0, 3), ylim=(_BOTTOM, _TOP), xticks=(0.4, 1.5, 2.6))
        axes.set_xticklabels((say("first"), say("together"), say("second")))
        axes.set_ylabel(say("levels_axis"))
        axes.set_title(say("levels_title"), loc="left", color=colours["ink"], fontsize=MIDDLE, fontweight="bold")
        quiet_axes(axes, colours, keep="left")

    def _things(self, axes: Axes, colours: Mapping[str, Any]) -> None:
        """A round thing for each that is in: two at most on the lower level, then on the upper."""
        below = min(self.count, 2)
        for level, count in ((self.two.lower, below), (self.two.upper, self.count - below)):
            xs = [1.5 + 0.22 * (number - (count - 1) / 2) for number in range(count)]
            axes.scatter(xs, [level] * count, s=85, color=colours["ink"], edgecolor=colours["paper"], zorder=3)

    def _exchange(self, axes: Axes, colours: Mapping[str, Any]) -> None:
        say = self.script.say
        times = [SPAN * step / 240 for step in range(241)]
        shares = [100 * self.two.across(time) for time in times]
        axes.plot(times, shares, color=colours["accent"], linewidth=2.2)
        axes.fill_between(times, shares, color=colours["accent"], alpha=0.15, linewidth=0)
        if math.isclose(self.two.most_across, 0):
            axes.text(SPAN / 2, 8, say("still"), color=colours["ink"], fontsize=SMALL, ha="center")
        axes.set(xlim=(0, SPAN), ylim=(0, 104), yticks=(0, 50, 100))
        axes.set_xlabel(say("time_axis"))
        axes.set_ylabel(say("across_axis"))
        axes.set_title(say("time_title"), loc="left", color=colours["ink"], fontsize=MIDDLE, fontweight="bold")
        quiet_axes(axes, colours)
