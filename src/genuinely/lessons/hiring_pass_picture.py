"""The hiring desk, second view: somebody passes a name on. Whom does it help, and what does it carry?"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genuinely.coaching.page import escape, heading
from genuinely.lessons.controls import Values
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import MIDDLE, SMALL, bare_axes, sheet
from genuinely.lessons.script import Script, needs

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PASSERS = ("worked", "met", "bonus")
"""Whoever passes the name on has worked with the applicant, has met them once, or is paid for it."""

HELPED = ("seeker", "passer", "manager", "seven")

SENTENCES = needs(
    pass_title="",
    pass_text="carries",
    pass_guess="",
    helps_title="",
    box_seeker="",
    box_passer="",
    box_manager="",
    box_seven="",
    only_cv="",
    **{f"carries_{name}": "" for name in PASSERS},
    **{f"said_{name}": "" for name in PASSERS},
    **{f"helps_{name}": "" for name in HELPED},
    ticked="line",
    not_ticked="line",
)

_STRENGTH = {"worked": 6.0, "met": 2.0, "bonus": 2.0}
"""Widths of the arrow to the manager, in points: how much it carries, in words beside it too."""


@dataclass(frozen=True, repr=False)
class PassScene(Scene):
    """The scene for whoever passes the name on, and whom the learner believes it helps."""

    script: Script
    values: Values

    @property
    def passer(self) -> str:
        """Who passes the name on, of `PASSERS`."""
        return str(self.values["passer"] or PASSERS[0])

    @property
    def open_parts(self) -> Sequence[str]:
        return ("view", "pass")

    @property
    def title(self) -> str:
        return self.script.say("pass_title")

    @property
    def text(self) -> str:
        return self.script.say("pass_text", carries=self.script.say(f"carries_{self.passer}"))

    @property
    def comparison(self) -> tuple[str, ...]:
        said = (self.script.say(f"said_{self.passer}"),)
        return said if self.values["helps"] else (*said, self.script.say("pass_guess"))

    def _lines(self) -> Iterator[str]:
        """Whom it helps and how, once the learner has ticked something."""
        if not self.values["helps"]:
            return
        for name in HELPED:
            key = "ticked" if name in self.values["helps"] else "not_ticked"
            yield self.script.say(key, line=self.script.say(f"helps_{name}"))

    @property
    def below(self) -> str:
        lines = "".join(f"<li>{escape(line)}</li>" for line in self._lines())
        return f"{heading(self.script.say('helps_title'))}<ul>{lines}</ul>" if lines else ""

    @property
    def below_plain(self) -> str:
        lines = [f"- {line}" for line in self._lines()]
        return "\n".join((self.script.say("helps_title"), *lines)) if lines else ""

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        say = self.script.say
        figure = sheet(3.5)
        axes = figure.add_axes((0.01, 0.02, 0.98, 0.96))
        _box(axes, 0.0, 1.0, say("box_seeker"), "interest", colours)
        _box(axes, 2.1, 1.0, say("box_passer"), "exchange", colours)
        _box(axes, 4.2, 1.0, say("box_manager"), "create", colours)
        _box(axes, 0.0, -0.75, say("box_seven"), "neutral", colours)
        _arrow(axes, (0.75, 1.0), (1.35, 1.0), 2.0, "-", colours)
        style = "-" if self.passer == "worked" else (0, (3, 2))
        _arrow(axes, (2.85, 1.0), (3.45, 1.0), _STRENGTH[self.passer], style, colours)
        _arrow(axes, (0.75, -0.75), (4.2, 0.42), 1.2, (0, (1, 2)), colours)
        carries = textwrap.fill(say(f"carries_{self.passer}"), 30)
        axes.text(3.15, 1.62, carries, color=colours["ink"], fontsize=SMALL, ha="center", va="bottom")
        axes.text(2.9, -0.62, textwrap.fill(say("only_cv"), 26), color=colours["quiet"], fontsize=SMALL, va="top")
        axes.set(xlim=(-0.8, 5.0), ylim=(-1.4, 2.3))
        bare_axes(axes)
        return figure


def _box(axes: Axes, x: float, y: float, name: str, tone: str, colours: Mapping[str, Any]) -> None:
    from matplotlib.patches import FancyBboxPatch

    axes.add_patch(
        FancyBboxPatch(
            (x - 0.66, y - 0.42), 1.32, 0.84, boxstyle="round,pad=0.05,rounding_size=0.12",
            facecolor=colours[tone]["tint"], edgecolor=colours[tone]["line"], linewidth=1.5,
        )
    )  # fmt: skip
    axes.text(x, y, textwrap.fill(name, 14), color=colours["ink"], fontsize=MIDDLE, ha="center", va="center")


def _arrow(
    axes: Axes, begin: tuple[float, float], end: tuple[float, float], width: float, style: Any,
    colours: Mapping[str, Any],
) -> None:  # fmt: skip
    axes.annotate(
        "", xy=end, xytext=begin,
        arrowprops={
            "arrowstyle": "-|>", "mutation_scale": 12 + 3 * width, "linewidth": width, "linestyle": style,
            "color": colours["accent" if width > 1.5 else "quiet"], "shrinkA": 0, "shrinkB": 0,
        },
    )  # fmt: skip
