"""How the network map is drawn: where people stand, and the marks that tell them apart without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import cos, pi, sin
from typing import TYPE_CHECKING, Any

from genuinely.lessons.network import Graph, Tie
from genuinely.lessons.network_classic import STRONG, WEAK, Classic
from genuinely.lessons.network_people import STRENGTHS, YOU, Contact, Suggestion, worlds
from genuinely.lessons.plotting import WIDTH
from genuinely.lessons.script import Script

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Place = tuple[float, float]

_MARKS = {
    "existing": ("o", "interest"),
    "dormant": ("s", "craft"),
    "bridge": ("D", "create"),
    "later": ("o", "neutral"),
}
"""For each group the shape and the tone; `later` is drawn smaller and hollow."""
_FAR = {"close": 1.3, "friendly": 1.8, "slight": 2.3}
_RIM = 2.85


def angles(contacts: Sequence[Contact]) -> dict[str, float]:
    """Return for each name its direction from the middle, in radians: worlds side by side, a gap between them."""
    by_world = worlds(contacts)
    slots = len(contacts) + len(by_world)
    at, found = 0.5, {}
    for people in by_world.values():
        for each in people:
            found[each.name] = pi / 2 - 2 * pi * at / slots
            at += 1
        at += 1
    return found


def spots(contacts: Sequence[Contact]) -> dict[str, Place]:
    """Return where everybody stands: the learner in the middle, the close near, the slight far."""
    found = {YOU: (0.0, 0.0)}
    directions = angles(contacts)
    for each in contacts:
        found[each.name] = _at(directions[each.name], _FAR[each.strength])
    return found


def draw_own(script: Script, told: Sequence[Suggestion], graph: Graph, colours: Mapping[str, Any]) -> Figure:
    """Draw the learner's people: a numbered mark for each, in the order in which to write to them."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 6.6), layout="constrained")
    axes = figure.add_subplot()
    by_name = {each.contact.name: each.contact for each in told}
    contacts = [by_name[name] for name in graph.nodes if name != YOU]
    places = spots(contacts)
    _sectors(axes, contacts, colours)
    for tie in graph.ties:
        _own_tie(axes, tie, places, by_name, colours)
    axes.text(0, 0, script.say("you"), color=colours["paper"], fontsize=11, fontweight="bold", ha="center", va="center",
              bbox={"boxstyle": "circle,pad=0.3", "fc": colours["ink"], "ec": colours["ink"]}, zorder=5)  # fmt: skip
    for number, each in enumerate(told, start=1):
        _person(axes, number, each, places[each.contact.name], colours)
    _bare(axes)
    axes.set(xlim=(-3.5, 3.5), ylim=(-3.05, 3.05), aspect="equal")
    _own_legend(figure, script, {each.group for each in told}, colours)
    return figure


def draw_classic(
    script: Script, classic: Classic, left: Graph, held: frozenset[str], title: str, colours: Mapping[str, Any]
) -> Figure:
    """Draw the club with the ties that are `left`; who is not in the part `held` together stands hollow."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH, 5.4), layout="constrained")
    axes = figure.add_subplot()
    for tie in left.ties:
        xs, ys = zip(classic.places[tie.one], classic.places[tie.other], strict=True)
        axes.plot(xs, ys, zorder=1, **_classic_line(tie, colours))
    for node, (x, y) in classic.places.items():
        first = classic.half[node] == "instructor"
        line = colours["interest" if first else "exchange"]["line"]
        inside = node in held
        axes.scatter([x], [y], marker="o" if first else "s", s=230, fc=line if inside else colours["paper"], ec=line,
                     linewidths=1.6, zorder=3)  # fmt: skip
        axes.text(x, y, node, color=colours["paper"] if inside else line, fontsize=9, ha="center", va="center_baseline",
                  zorder=4)  # fmt: skip
    _bare(axes)
    axes.set_aspect("equal")
    axes.set_title(title, loc="left", color=colours["ink"], fontsize=13, fontweight="bold")
    _classic_legend(figure, script, len(held) < len(classic.places), colours)
    return figure


def _at(angle: float, radius: float) -> Place:
    return radius * cos(angle), radius * sin(angle)


def _sectors(axes: Axes, contacts: Sequence[Contact], colours: Mapping[str, Any]) -> None:
    """A wedge behind each world, with its name at the rim."""
    from matplotlib.patches import Wedge

    directions = angles(contacts)
    by_world = worlds(contacts)
    half = pi / (len(contacts) + len(by_world)) * 1.3
    for world, people in by_world.items():
        last, first = directions[people[-1].name] - half, directions[people[0].name] + half
        if not world:
            continue
        axes.add_patch(
            Wedge((0, 0), _RIM - 0.12, last * 180 / pi, first * 180 / pi, width=2.0, fc=colours["raised"], ec="none")
        )
        x, y = _at((first + last) / 2, _RIM + 0.1)
        side = "center" if abs(x) < 0.5 else "left" if x > 0 else "right"
        axes.text(x, y, world, color=colours["quiet"], fontsize=12, fontstyle="italic", ha=side, va="center", zorder=4)


def _own_tie(
    axes: Axes, tie: Tie, places: Mapping[str, Place], by_name: Mapping[str, Contact], colours: Mapping[str, Any]
) -> None:
    (x1, y1), (x2, y2) = places[tie.one], places[tie.other]
    if tie.one != YOU:
        axes.plot([x1, x2], [y1, y2], color=colours["quiet"], linewidth=0.7, zorder=1)
        return
    contact = by_name[tie.other]
    width = 1.0 + 1.2 * STRENGTHS.index(contact.strength)
    style: Any = (0, (3, 2)) if contact.is_dormant else "solid"
    axes.plot([x1, x2], [y1, y2], color=colours["quiet"], linewidth=width, linestyle=style, zorder=2)


def _person(axes: Axes, number: int, told: Suggestion, place: Place, colours: Mapping[str, Any]) -> None:
    from matplotlib.patheffects import withStroke

    marker, tone = _MARKS[told.group]
    line, hollow = colours[tone]["line"], told.group == "later"
    x, y = place
    axes.scatter([x], [y], marker=marker, s=190 if marker == "D" else 230, fc=colours["paper"] if hollow else line,
                 ec=line, linewidths=1.6, zorder=5)  # fmt: skip
    axes.text(x, y, str(number), color=line if hollow else colours["paper"], fontsize=9.5, fontweight="bold",
              ha="center", va="center_baseline", zorder=6)  # fmt: skip
    axes.text(x, y - 0.21, told.contact.name, color=colours["ink"], fontsize=10.5, ha="center", va="top", zorder=6,
              path_effects=[withStroke(linewidth=3, foreground=colours["raised"])])  # fmt: skip


def _classic_line(tie: Tie, colours: Mapping[str, Any]) -> dict[str, Any]:
    if tie.strength <= WEAK:
        return {"color": colours["create"]["line"], "linewidth": 1.2, "linestyle": (0, (4, 2))}
    if tie.strength >= STRONG:
        return {"color": colours["ink"], "linewidth": 3.0}
    return {"color": colours["quiet"], "linewidth": 1.6}


def _own_legend(figure: Figure, script: Script, groups: set[str], colours: Mapping[str, Any]) -> None:
    from matplotlib.lines import Line2D

    handles = []
    for group, (marker, tone) in _MARKS.items():
        if group in groups:
            line = colours[tone]["line"]
            inside = colours["paper"] if group == "later" else line
            handles.append(Line2D([], [], linestyle="none", marker=marker, markersize=9, mfc=inside, mec=line,
                                  label=script.say(f"legend_{group}")))  # fmt: skip
    handles.append(Line2D([], [], color=colours["quiet"], linestyle=(0, (3, 2)), linewidth=2,
                          label=script.say("legend_ties")))  # fmt: skip
    _legend(figure, handles, colours)


def _classic_legend(figure: Figure, script: Script, cut: bool, colours: Mapping[str, Any]) -> None:
    from matplotlib.lines import Line2D

    shown = [("instructor", "o", "interest"), ("officers", "s", "exchange")]
    handles = [
        Line2D([], [], linestyle="none", marker=marker, markersize=9, color=colours[tone]["line"],
               label=script.say(f"legend_{name}"))
        for name, marker, tone in shown
    ]  # fmt: skip
    if cut:
        handles.append(Line2D([], [], linestyle="none", marker="o", markersize=9, mfc=colours["paper"],
                              mec=colours["quiet"], label=script.say("legend_cut")))  # fmt: skip
    for name, strength in (("weak", WEAK), ("middle", WEAK + 1), ("strong", STRONG)):
        line = _classic_line(Tie("", " ", strength), colours)
        handles.append(Line2D([], [], label=script.say(f"legend_{name}"), **line))
    _legend(figure, handles, colours)


def _legend(figure: Figure, handles: list[Any], colours: Mapping[str, Any]) -> None:
    figure.legend(handles=handles, loc="outside lower left", ncols=2, frameon=False, fontsize=10.5,
                  labelcolor=colours["ink"], handlelength=2.2, columnspacing=1.6)  # fmt: skip


def _bare(axes: Axes) -> None:
    axes.set(xticks=[], yticks=[])
    for spine in axes.spines.values():
        spine.set_visible(False)
