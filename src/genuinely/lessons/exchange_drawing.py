"""Draws the exchange map: a plane of what is left for you and for them, and below it what is gained and paid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from genuinely.lessons.exchange_model import Exchange, Side
from genuinely.lessons.plotting import MIDDLE, SMALL, plain, quiet_axes, sheet, signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from genuinely.lessons.exchange_picture import ExchangeScene
    from genuinely.lessons.script import Script

_EDGE = 11.0
"""Points at the edges of the plane; whoever lies beyond, with much going back, stands on the edge."""
_REACH = 9.2
"""Points as far as which the slanting line is drawn, so that it leaves the words in the corners alone."""
_LETTER = 0.34
"""Points that a letter of a name takes, at most."""
_LONGEST = 18.0
"""Points at the ends of the bars: 10, and 8 that go back."""


def draw_map(scene: ExchangeScene, colours: Mapping[str, Any]) -> Figure:
    """Return the map with the friendship, the line of the other side while it stands alone, and the person's point."""
    figure = sheet(6.7)
    plane = figure.add_axes((0.115, 0.335, 0.87, 0.645))
    _ground(plane, scene.script, colours)
    _corners(plane, scene.looked_at, scene.script, colours)
    friend, person = scene.friend or scene.example, scene.looked_at
    _friend(plane, friend, scene.friend_name, scene.friend is None, colours)
    shown, name = friend, scene.friend_name
    if person:
        # Beside the friendship, and off the slanting line.
        _person(plane, person, scene.who, person.left[1] >= friend.left[1], colours)
        if scene.step != "friend":
            shown, name = person, scene.who
    elif scene.theirs:
        _their_line(plane, scene.theirs, scene.script, colours)
    _bars(figure.add_axes((0.115, 0.075, 0.74, 0.14)), shown, name, scene.script, colours)
    return figure


def _ground(axes: Axes, script: Script, colours: Mapping[str, Any]) -> None:
    """The four quarters, with the one in which both gain shaded."""
    axes.fill_between((0, _EDGE), 0, _EDGE, color=colours["create"]["tint"], linewidth=0)
    axes.axhline(0, color=colours["quiet"], linewidth=1)
    axes.axvline(0, color=colours["quiet"], linewidth=1)
    ticks = (-10, -5, 0, 5, 10)
    axes.set(xlim=(-_EDGE, _EDGE), ylim=(-_EDGE, _EDGE), xticks=ticks, yticks=ticks)
    axes.set_xticklabels([signed(each) for each in ticks])
    axes.set_yticklabels([signed(each) for each in ticks])
    axes.set_xlabel(script.say("axis_you"))
    axes.set_ylabel(script.say("axis_them"), labelpad=2)
    quiet_axes(axes, colours, keep="")


def _corners(axes: Axes, person: Exchange | None, script: Script, colours: Mapping[str, Any]) -> None:
    """What each quarter means, and in the first what there is to share."""
    for key, x, y in (("both", 1, 1), ("you", 1, -1), ("them", -1, 1), ("none", -1, -1)):
        is_both = key == "both"
        axes.text(
            x * (_EDGE - 0.35), y * (_EDGE - 0.45), script.say(f"corner_{key}"), fontsize=SMALL,
            color=colours["create"]["line"] if is_both else colours["quiet"], fontweight="bold" if is_both else None,
            ha="right" if x > 0 else "left", va="top" if y > 0 else "bottom",
        )  # fmt: skip
    if person:
        some = person.surplus > 0
        share = script.say("share", surplus=plain(person.surplus, 1)) if some else script.say("no_region")
        axes.text(
            _EDGE - 0.35, _EDGE - 1.5, share, fontsize=SMALL, color=colours["create"]["line"], ha="right", va="top"
        )


def _friend(axes: Axes, exchange: Exchange, name: str, is_example: bool, colours: Mapping[str, Any]) -> None:
    x, y = _inside(*exchange.left)
    tone = colours["neutral"]["line"]
    fill = colours["paper"] if is_example else tone
    axes.plot([x], [y], "o", markersize=9, markerfacecolor=fill, markeredgecolor=tone, markeredgewidth=1.6, zorder=4)
    _name(axes, x, y, name, colours["quiet"], "right" if _has_room(x, name) else "left", "center")


def _their_line(axes: Axes, theirs: Side, script: Script, colours: Mapping[str, Any]) -> None:
    """Their side alone: the point will lie somewhere on this line."""
    line = theirs.net()
    axes.axhline(line, color=colours["interest"]["line"], linewidth=2, linestyle=(0, (4, 2)))
    # Below the line at the top, so that it never lies on the words in the corners.
    beside, height = (line - 0.3, "top") if line > 0 else (line + 0.25, "bottom")
    told = script.say("their_side")
    axes.text(0.35 - _EDGE, beside, told, fontsize=SMALL, color=colours["interest"]["line"], va=height)


def _person(axes: Axes, person: Exchange, who: str, is_upper: bool, colours: Mapping[str, Any]) -> None:
    """The way from nothing to the size that is asked for, the point, and how far it can be moved so that both gain."""
    tone, sizes = colours["interest"]["line"], [person.size * step / 40 for step in range(41)]
    axes.plot(
        [person.you.net(each) for each in sizes], [person.them.net(each) for each in sizes], color=colours["quiet"],
        linewidth=1.4, linestyle=(0, (1, 2)), zorder=2,
    )  # fmt: skip
    surplus = person.surplus
    begin, end = max(-_REACH, surplus - _REACH), min(_REACH, surplus + _REACH)
    axes.plot((begin, end), (surplus - begin, surplus - end), color=tone, linewidth=1, linestyle=(0, (4, 3)))
    if surplus > 0:
        axes.plot((0, surplus), (surplus, 0), color=colours["create"]["line"], linewidth=4, solid_capstyle="round")
    axes.set(xlim=(-_EDGE, _EDGE), ylim=(-_EDGE, _EDGE))
    x, y = _inside(*person.left)
    axes.plot([x], [y], "D", markersize=10, color=tone, markeredgecolor=colours["paper"], zorder=5)
    side = "right" if _has_room(x, who) and (is_upper or not _has_room(-x, who)) else "left"
    _name(axes, x, y, who, tone, side, "bottom" if is_upper else "top", weight="bold")


def _has_room(x: float, name: str) -> bool:
    """Whether a name ends before the right edge, if it begins beside a point there (−x: the same for the left)."""
    return x + _LETTER * len(name) <= _EDGE


def _name(
    axes: Axes, x: float, y: float, name: str, colour: str, side: str, height: str, *, weight: str | None = None
) -> None:
    """A name to the right or left of a point, and level with it ("center"), above it ("bottom") or below ("top")."""
    axes.annotate(
        name, (x, y), xytext=(9 if side == "right" else -9, {"center": 0, "bottom": 5, "top": -5}[height]),
        textcoords="offset points", color=colour, fontsize=SMALL, fontweight=weight, va=height,
        ha="left" if side == "right" else "right", zorder=6,
    )  # fmt: skip


def _bars(axes: Axes, exchange: Exchange, name: str, script: Script, colours: Mapping[str, Any]) -> None:
    """What it is worth to each to the right, what it costs them to the left, and what is left at the end."""
    say, size = script.say, exchange.size
    sides = ((exchange.them, exchange.back, exchange.left[1]), (exchange.you, -exchange.back, exchange.left[0]))
    worth, cost, goes_back = colours["create"], colours["against"], colours["craft"]
    for place, (side, comes, left) in enumerate(sides):
        axes.barh(place, side.brings(size), 0.6, color=worth["line"])
        axes.barh(
            place, -side.takes(size), 0.6, facecolor=cost["tint"], edgecolor=cost["line"], hatch="////", linewidth=0.8
        )
        begins = side.brings(size) if comes > 0 else -side.takes(size)
        if comes:
            axes.barh(place, comes, 0.6, left=begins, facecolor=goes_back["tint"], edgecolor=goes_back["line"],
                      hatch="..", linewidth=0.8)  # fmt: skip
        axes.text(1.02, place, say("left", points=signed(left, 1)), transform=axes.get_yaxis_transform(),
                  color=colours["ink"], fontsize=SMALL, va="center")  # fmt: skip
    axes.axvline(0, color=colours["quiet"], linewidth=1)
    axes.set(xlim=(-_LONGEST, _LONGEST), ylim=(1.5, -0.5), yticks=(0, 1), xticks=())
    axes.set_yticklabels((say("row_them"), say("row_you")))
    _key(axes, script, exchange.back != 0, colours)
    axes.set_title(say("bars", name=name), loc="left", x=-0.13, y=1.02, color=colours["ink"], fontsize=MIDDLE,
                   fontweight="bold")  # fmt: skip
    quiet_axes(axes, colours, keep="")


def _key(axes: Axes, script: Script, goes_back: bool, colours: Mapping[str, Any]) -> None:
    from matplotlib.patches import Patch

    def hatched(key: str, tone: str, hatch: str) -> Patch:
        tint, line = colours[tone]["tint"], colours[tone]["line"]
        return Patch(facecolor=tint, edgecolor=line, hatch=hatch, linewidth=0.8, label=script.say(key))

    signs = [hatched("costs", "against", "////"), Patch(color=colours["create"]["line"], label=script.say("worth"))]
    if goes_back:
        signs.append(hatched("goes_back", "craft", ".."))
    axes.legend(handles=signs, loc="upper center", bbox_to_anchor=(0.5, 0.0), ncol=3, frameon=False, fontsize=SMALL,
                labelcolor=colours["ink"], handlelength=1.4, columnspacing=1.6, borderaxespad=0.3)  # fmt: skip


def _inside(x: float, y: float) -> tuple[float, float]:
    return max(-_EDGE, min(_EDGE, x)), max(-_EDGE, min(_EDGE, y))
