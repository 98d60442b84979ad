"""What each cares about, side by side, and what three ways of settling it come to."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from genuinely.lessons.controls import Values
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import MIDDLE, SMALL, quiet_axes, sheet
from genuinely.lessons.script import Script, needs
from genuinely.lessons.trading_model import Deal, created, evened, split, trade, weights

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

THINGS = (1, 2, 3)

SENTENCES = needs(
    thing_1="",
    thing_2="",
    thing_3="",
    text="priorities split first second total",
    priority="thing you them",
    same="",
    created="by",
    and_last="things last",
    who_you="things",
    who_them="things",
    who_both="things",
    even="each",
    short_you="",
    short_them="",
    care_title="",
    deal_title="",
    worth_axis="",
    you="",
    them="",
    to_you="",
    to_them="",
    to_both="",
    by_split="",
    by_trade="",
    by_even="",
    whole="points",
)

_LEAST = 0.005
"""Half a point of a hundred: less than that is no difference to speak of."""


class TradingScene(Scene):
    """The scene for three things on the table and what each of two people would give for them."""

    def __init__(self, script: Script, values: Values) -> None:
        self.script = script
        self.things = [values[f"thing_{each}"].strip() or script.say(f"thing_{each}") for each in THINGS]
        self.you = weights([values[f"you_{each}"] for each in THINGS])
        self.them = weights([values[f"them_{each}"] for each in THINGS])
        self.traded = trade(self.you, self.them)
        self.even = evened(self.you, self.them)

    @property
    def title(self) -> str:
        return self.script.title

    @property
    def text(self) -> str:
        priorities = "; ".join(
            self.script.say("priority", thing=thing, you=_points(mine), them=_points(theirs))
            for thing, mine, theirs in zip(self.things, self.you, self.them, strict=True)
        )
        deal = self.traded
        return self.script.say(
            "text",
            priorities=priorities,
            split=_points(split(self.you, self.them).first),
            first=_points(deal.first),
            second=_points(deal.second),
            total=_whole(deal),
        )

    @property
    def comparison(self) -> tuple[str, ...]:
        by = created(self.you, self.them)
        if by < _LEAST:
            return (self.script.say("same"),)
        said = [" ".join(self._who()), self.script.say("created", by=_whole(self.traded) - 100)]
        if abs(self.traded.first - self.traded.second) >= 2 * _LEAST:
            for name, has in (("you", self.traded.first), ("them", self.traded.second)):
                if has < 0.5 - _LEAST:
                    said.append(self.script.say(f"short_{name}"))
            said.append(self.script.say("even", each=_points(self.even.first)))
        return tuple(said)

    def _who(self) -> list[str]:
        """Who takes what, in sentences."""
        said = []
        for name, share in (("you", 1.0), ("them", 0.0), ("both", 0.5)):
            taken = [thing for thing, has in zip(self.things, self.traded.shares, strict=True) if has == share]
            if taken:
                said.append(self.script.say(f"who_{name}", things=self._listed(taken)))
        return said

    def _listed(self, things: Sequence[str]) -> str:
        *before, last = [f"“{thing}”" for thing in things]
        return self.script.say("and_last", things=", ".join(before), last=last) if before else last

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        figure = sheet(5.7)
        self._priorities(figure.add_axes((0.26, 0.53, 0.56, 0.37)), colours)
        self._deals(figure.add_axes((0.26, 0.11, 0.56, 0.28)), colours)
        return figure

    def _priorities(self, axes: Axes, colours: Mapping[str, Any]) -> None:
        say = self.script.say
        places = list(range(len(THINGS)))
        _bars(axes, [place - 0.19 for place in places], self.you, "you", colours, label=say("you"))
        _bars(axes, [place + 0.19 for place in places], self.them, "them", colours, label=say("them"))
        for place, share in zip(places, self.traded.shares, strict=True):
            to = {1.0: "to_you", 0.0: "to_them"}.get(share, "to_both")
            axes.text(1.03, place, say(to), color=colours["ink"], fontsize=SMALL, va="center", transform=_beside(axes))
        axes.set(xlim=(0, 100), ylim=(2.55, -0.55), yticks=places)
        axes.set_yticklabels(
            [
                textwrap.fill(f"{number} · {textwrap.shorten(thing, 50, placeholder='…')}", 17)
                for number, thing in zip(THINGS, self.things, strict=True)
            ]
        )
        axes.set_title(say("care_title"), loc="left", x=-0.42, color=colours["ink"], fontsize=MIDDLE, fontweight="bold")
        axes.legend(
            loc="upper right", bbox_to_anchor=(1.32, 1.26), ncol=2, frameon=False, fontsize=SMALL, handlelength=1.3,
            labelcolor=colours["ink"], columnspacing=1,
        )  # fmt: skip
        quiet_axes(axes, colours)

    def _deals(self, axes: Axes, colours: Mapping[str, Any]) -> None:
        say = self.script.say
        deals = (split(self.you, self.them), self.traded, self.even)
        for place, deal in enumerate(deals):
            _bars(axes, [place], [deal.first], "you", colours, height=0.6)
            _bars(axes, [place], [deal.second], "them", colours, height=0.6, left=100 * deal.first)
            _in_bar(axes, place, deal, colours)
            whole = say("whole", points=_whole(deal))
            axes.text(100 * deal.total + 3, place, whole, color=colours["ink"], fontsize=SMALL, va="center")
        axes.axvline(100, color=colours["quiet"], linewidth=1, linestyle=(0, (1, 3)))
        axes.set(xlim=(0, 200), ylim=(2.5, -0.5), yticks=range(3), xticks=(0, 50, 100, 150, 200))
        axes.set_yticklabels([textwrap.fill(say(f"by_{name}"), 17) for name in ("split", "trade", "even")])
        axes.set_xlabel(say("worth_axis"))
        axes.set_title(say("deal_title"), loc="left", x=-0.42, color=colours["ink"], fontsize=MIDDLE, fontweight="bold")
        quiet_axes(axes, colours)


def _bars(
    axes: Axes,
    places: Sequence[float],
    lengths: Sequence[float],
    whose: str,
    colours: Mapping[str, Any],
    *,
    height: float = 0.34,
    left: float = 0,
    label: str | None = None,
) -> None:
    """Bars of one person: yours are filled, theirs are hatched, so that colour is not the only sign."""
    tone = colours["exchange" if whose == "you" else "interest"]
    look = (
        {"color": tone["line"]}
        if whose == "you"
        else {"facecolor": tone["tint"], "edgecolor": tone["line"], "hatch": "////", "linewidth": 0.8}
    )
    axes.barh(places, [100 * each for each in lengths], height, left=left, label=label, **look)


def _in_bar(axes: Axes, place: int, deal: Deal, colours: Mapping[str, Any]) -> None:
    """What each has, written into their part of the bar where there is room."""
    if deal.first > 0.12:
        axes.text(
            50 * deal.first,
            place,
            _points(deal.first),
            color=colours["paper"],
            fontsize=SMALL,
            ha="center",
            va="center",
        )
    if deal.second > 0.12:
        axes.text(
            100 * deal.first + 50 * deal.second, place, _points(deal.second), color=colours["ink"], fontsize=SMALL,
            ha="center", va="center", bbox={"facecolor": colours["interest"]["tint"], "edgecolor": "none", "pad": 2},
        )  # fmt: skip


def _beside(axes: Axes) -> Any:
    """Across in parts of the axes, down in places of things."""
    return axes.get_yaxis_transform()


def _whole(deal: Deal) -> int:
    """The points of both together, so that they are the sum of what is written beside them."""
    return round(100 * deal.first) + round(100 * deal.second)


def _points(share: float) -> str:
    return str(round(100 * share))
