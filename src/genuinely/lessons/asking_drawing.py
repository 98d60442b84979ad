"""The lines and shapes of the asking game: a crowd for the guesses, bars and rows of answers, a scale of chances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from genuinely.lessons.asking_model import Ask, Asking
from genuinely.lessons.plotting import MIDDLE, SMALL, bare_axes, quiet_axes
from genuinely.lessons.script import Script

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Colours = Mapping[str, Any]

CROWD, TEN = 60, 10
_IN_ROW = 20


def draw_guesses(figure: Figure, script: Script, asks: float | None, yes: float | None, colours: Colours) -> None:
    """Draw the crowd with those one would ask, and ten people with those who would say yes."""
    crowd = figure.add_axes((0.02, 0.43, 0.96, 0.45))
    for number in range(CROWD):
        place = (number % _IN_ROW, -1.35 * (number // _IN_ROW))
        _person(crowd, *place, number < (asks or 0), colours["exchange"], colours)
    _titled(crowd, script, "crowd", asks, colours)
    crowd.set(xlim=(-0.6, _IN_ROW - 0.4), ylim=(-3.5, 0.75))
    ten = figure.add_axes((0.02, 0.04, 0.96, 0.17))
    for number in range(TEN):
        _person(ten, number, 0, number < (yes or 0), colours["create"], colours)
    _titled(ten, script, "ten", yes, colours)
    ten.set(xlim=(-0.6, _IN_ROW - 0.4), ylim=(-0.8, 0.75))
    for axes in (crowd, ten):
        axes.set_aspect("equal", anchor="W")
        bare_axes(axes)


def _person(axes: Axes, x: float, y: float, is_meant: bool, tone: Mapping[str, str], colours: Colours) -> None:
    """A head above shoulders; filled where this one is meant."""
    from matplotlib.patches import Circle, Wedge

    look: dict[str, Any] = {
        "facecolor": tone["line"] if is_meant else colours["paper"],
        "edgecolor": tone["line"] if is_meant else colours["quiet"],
        "linewidth": 1.2,
    }
    axes.add_patch(Wedge((x, y - 0.42), 0.36, 0, 180, **look))
    axes.add_patch(Circle((x, y + 0.22), 0.21, **look))


def _titled(axes: Axes, script: Script, name: str, guess: float | None, colours: Colours) -> None:
    said = script.say("not_guessed") if guess is None else script.say(f"{name}_axis", count=round(guess))
    title = script.say(f"{name}_title")
    axes.set_title(title, loc="left", color=colours["ink"], fontsize=MIDDLE, fontweight="bold")
    axes.set_title(said, loc="right", color=colours["ink"], fontsize=SMALL)


def draw_tries(
    figure: Figure,
    script: Script,
    guess: float,
    mine: Asking,
    supposed: Asking,
    tries: Sequence[tuple[int, tuple[bool, ...]]],
    colours: Colours,
) -> None:
    """Draw how likely each number of people is, and below it, on the same scale, the last tries with their numbers."""
    from matplotlib.ticker import MaxNLocator

    spread = figure.add_axes((0.12, 0.63, 0.85, 0.26))
    rows = figure.add_axes((0.12, 0.30, 0.85, 0.22))
    far = max(guess + 3, mine.within(0.98) if mine.chance else 0, *(len(answers) + 2 for _, answers in tries), 20)
    _spread(spread, script, guess, mine, supposed, colours)
    _rows(rows, script, tries, bool(supposed.chance), far, colours)
    for axes in (spread, rows):
        axes.set_xlim(0.2, far)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    rows.set_xlabel(script.say("spread_axis"))


def _spread(axes: Axes, script: Script, guess: float, mine: Asking, supposed: Asking, colours: Colours) -> None:
    from matplotlib.patheffects import withStroke

    say, tone, own = script.say, colours["interest"], colours["exchange"]
    title = say("spread_title", count=supposed.wanted)
    axes.set_title(title, loc="left", x=-0.12, y=1.2, color=colours["ink"], fontsize=MIDDLE, fontweight="bold")
    top = 1.0
    if supposed.chance:
        _bars(axes, script, mine, supposed, colours)
        top = 1.25 * max(supposed.exactly(people) for people in range(supposed.wanted, supposed.within(0.99) + 1))
        look = {"color": tone["line"], "markersize": 8, "linestyle": "none"}
        axes.plot([supposed.mean], [0.92 * top], "v", label=say("on_average"), **look)
    else:
        axes.text(0.02, 0.45, say("never"), color=colours["ink"], fontsize=SMALL, transform=axes.transAxes)
    line = axes.axvline(guess, color=own["line"], linewidth=2.6, linestyle=(0, (4, 1.5)), label=say("your_guess"))
    line.set_path_effects([withStroke(linewidth=5, foreground=colours["paper"])])
    axes.set(ylim=(0, top), yticks=[])
    axes.legend(loc="lower left", bbox_to_anchor=(-0.14, 1.0), ncols=4, frameon=False, fontsize=SMALL,
                labelcolor=colours["ink"], handlelength=1.9, columnspacing=1.2)  # fmt: skip
    quiet_axes(axes, colours, keep="bottom")


def _bars(axes: Axes, script: Script, mine: Asking, supposed: Asking, colours: Colours) -> None:
    """What is supposed, with the usual numbers filled in; what the learner thinks as a line, where that differs."""
    tone = colours["interest"]
    low, high = supposed.usual
    numbers = range(supposed.wanted, supposed.within(0.99) + 1)
    usual = [each for each in numbers if low <= each <= high]
    rare = [each for each in numbers if not low <= each <= high]
    heights = {each: supposed.exactly(each) for each in numbers}
    look = {"edgecolor": tone["line"], "linewidth": 0.7}
    axes.bar(usual, [heights[each] for each in usual], 0.8, facecolor=tone["line"], label=script.say("usual"), **look)
    axes.bar(rare, [heights[each] for each in rare], 0.8, facecolor=tone["tint"], **look)
    if supposed != mine:
        people = range(mine.wanted, mine.within(0.99) + 1)
        chances = [mine.exactly(each) for each in people]
        axes.plot(people, chances, color=colours["quiet"], linewidth=1.6, label=script.say("as_i_think"))


def _rows(
    axes: Axes,
    script: Script,
    tries: Sequence[tuple[int, tuple[bool, ...]]],
    can_end: bool,
    far: float,
    colours: Colours,
) -> None:
    say = script.say
    size = 34 if far < 50 else 22
    for row, (_, answers) in enumerate(tries):
        for wanted, look in (
            (False, {"marker": "|", "color": colours["quiet"], "s": 34, "linewidth": 1.3}),
            (True, {"marker": "o", "color": colours["create"]["line"], "s": size}),
        ):
            people = [number for number, answer in enumerate(answers, start=1) if answer is wanted]
            label = say("a_yes" if wanted else "a_no") if row == 0 else None
            axes.scatter(people, [row] * len(people), label=label, **look)
    if not tries and can_end:
        axes.text(0.02, 0.45, say("no_tries"), color=colours["ink"], fontsize=SMALL, transform=axes.transAxes)
    axes.set(ylim=(4.6, -0.6), yticks=range(len(tries)))
    axes.set_yticklabels([say("one_try", number=number) for number, _ in tries])
    if tries:
        axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=2, frameon=False, fontsize=SMALL,
                    labelcolor=colours["ink"], handletextpad=0.2, borderaxespad=0.1)  # fmt: skip
    quiet_axes(axes, colours, keep="bottom")
    axes.tick_params(axis="y", length=0)


def draw_worth(figure: Figure, script: Script, ask: Ask, mine: float, supposed: float, colours: Colours) -> None:
    """Draw the scale of chances: where to be silent, where to ask, and where the learner's beliefs stand on it."""
    say = script.say
    axes = figure.add_axes((0.05, 0.075, 0.89, 0.055))
    turn = 100 * min(ask.least, 1)
    yes, no = colours["create"], colours["neutral"]
    axes.barh([0], [turn], 1, facecolor=no["tint"], edgecolor=no["line"], linewidth=0.8)
    axes.barh([0], [100 - turn], 1, left=turn, facecolor=yes["tint"], edgecolor=yes["line"], linewidth=0.8)
    for left, right, key, tone in ((0, turn, "silent", no), (turn, 100, "ask", yes)):
        if right - left >= 20:
            axes.text((left + right) / 2, 0, say(key), color=tone["line"], fontsize=SMALL, ha="center", va="center")
    marks = [("mine", mine, "v", colours["ink"])]
    if supposed != mine:
        marks.append(("supposed", supposed, "D", colours["interest"]["line"]))
    for key, chance, marker, colour in marks:
        axes.plot([100 * chance], [0.75], marker, color=colour, markersize=8, clip_on=False, label=say(key))
    axes.set(xlim=(0, 100), ylim=(-0.5, 0.5), yticks=[], xticks=(0, 25, 50, 75, 100))
    axes.set_xticklabels([f"{each} %" for each in (0, 25, 50, 75, 100)])
    axes.set_title(say("worth_title"), loc="left", y=1.55, color=colours["ink"], fontsize=MIDDLE, fontweight="bold")
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1.4), ncols=2, frameon=False, fontsize=SMALL,
                labelcolor=colours["ink"], handletextpad=0.1, borderaxespad=0)  # fmt: skip
    quiet_axes(axes, colours, keep="")
