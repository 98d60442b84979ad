"""The hiring desk, third view: a thousand applicants, picked by their CVs, or because somebody passed their name on."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from genuinely.lessons.controls import Values
from genuinely.lessons.hiring_model import Counts, Sieve
from genuinely.lessons.instrument import Scene
from genuinely.lessons.plotting import MIDDLE, SMALL, bare_axes, plain, sheet
from genuinely.lessons.script import Script, needs

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

ALL = 1000
ROWS, COLUMNS = 20, 50
WAYS = ("cv", "name")

_PICKED = "picked good_picked others_picked percent interviews"

SENTENCES = needs(
    sieve_title="",
    sieve_text="good cv name",
    sieve_way="way picked good_picked good_missed",
    sieve_cv=_PICKED,
    sieve_name=_PICKED,
    sieve_nobody="way",
    sieve_no_good="way picked",
    sieve_why="",
    way_cv="",
    way_name="",
    count_picked="picked good",
    count_one="interviews",
    count_none="",
    mark_good_picked="",
    mark_others_picked="",
    mark_good_missed="",
    mark_others_left="",
)


@dataclass(frozen=True, repr=False)
class SieveScene(Scene):
    """The scene for a share of good applicants and two ways to pick."""

    script: Script
    values: Values

    def sieve(self, way: str) -> Sieve:
        """Return one of the two ways, of `WAYS`."""
        good, detects, alarm = (self.values[name] / 100 for name in ("good", f"{way}_detects", f"{way}_alarm"))
        return Sieve(good, detects, alarm)

    @property
    def open_parts(self) -> Sequence[str]:
        return ("view", "all", "cv", "name")

    @property
    def title(self) -> str:
        return self.script.say("sieve_title")

    @property
    def text(self) -> str:
        ways = {way: self._way(way) for way in WAYS}
        return self.script.say("sieve_text", good=self.sieve("cv").counts(ALL).good, **ways)

    def _way(self, way: str) -> str:
        counts = self.sieve(way).counts(ALL)
        return self.script.say(
            "sieve_way",
            way=self.script.say(f"way_{way}"),
            picked=counts.picked,
            good_picked=counts.good_picked,
            good_missed=counts.good_missed,
        )

    @property
    def comparison(self) -> tuple[str, ...]:
        return tuple(self._said())

    def _said(self) -> Iterator[str]:
        for way in WAYS:
            yield self._said_of(way, self.sieve(way))
        cv, name = (self.sieve(way).precision for way in WAYS)
        if cv and name and name > cv:
            yield self.script.say("sieve_why")

    def _said_of(self, way: str, sieve: Sieve) -> str:
        say, counts = self.script.say, sieve.counts(ALL)
        if sieve.precision is None:
            return say("sieve_nobody", way=say(f"way_{way}"))
        if not sieve.precision:
            return say("sieve_no_good", way=say(f"way_{way}"), picked=counts.picked)
        return say(
            f"sieve_{way}",
            picked=counts.picked,
            good_picked=counts.good_picked,
            others_picked=counts.others_picked,
            percent=plain(100 * sieve.precision, 1),
            interviews=plain(sieve.interviews, 1),
        )

    def draw(self, colours: Mapping[str, Any]) -> Figure:
        figure = sheet(6.5)
        for way, bottom in zip(WAYS, (0.553, 0.1), strict=True):
            sieve = self.sieve(way)
            axes = figure.add_axes((0.01, bottom, 0.98, 0.357))
            self._thousand(axes, sieve.counts(ALL), colours)
            self._above(figure, bottom + 0.368, way, sieve, colours)
        self._legend(figure, colours)
        return figure

    def _thousand(self, axes: Axes, counts: Counts, colours: Mapping[str, Any]) -> None:
        """One square for each applicant, column by column: the good ones first, those who are picked in the middle."""
        begin = 0
        for kind, count in _kinds(counts):
            look = _look(kind, colours)
            for x, y, width, height in blocks(begin, begin + count):
                axes.barh(y, width, height, left=x, align="edge", linewidth=0, **look)
            begin += count
        for x in range(COLUMNS + 1):
            axes.plot((x, x), (0, ROWS), color=colours["paper"], linewidth=1)
        for y in range(ROWS + 1):
            axes.plot((0, COLUMNS), (y, y), color=colours["paper"], linewidth=1)
        axes.set(xlim=(0, COLUMNS), ylim=(ROWS, 0))
        bare_axes(axes)

    def _above(self, figure: Figure, height: float, way: str, sieve: Sieve, colours: Mapping[str, Any]) -> None:
        """What a field is of, how many are picked, and how many interviews that takes."""
        say, counts = self.script.say, sieve.counts(ALL)
        look = {"color": colours["ink"], "va": "bottom"}
        figure.text(0.01, height + 0.032, say(f"way_{way}"), fontsize=MIDDLE, fontweight="bold", **look)
        told = say("count_picked", picked=counts.picked, good=counts.good_picked)
        figure.text(0.01, height, told, fontsize=SMALL, **look)
        none = math.isinf(sieve.interviews)
        one = say("count_none") if none else say("count_one", interviews=plain(sieve.interviews, 1))
        figure.text(0.99, height, one, fontsize=SMALL, fontweight="bold", ha="right", **look)

    def _legend(self, figure: Figure, colours: Mapping[str, Any]) -> None:
        from matplotlib.patches import Patch

        order = ("good_picked", "others_picked", "good_missed", "others_left")
        signs = [Patch(label=self.script.say(f"mark_{kind}"), **_look(kind, colours)) for kind in order]
        figure.legend(handles=signs, loc="lower left", bbox_to_anchor=(0.0, 0.0), ncol=2, frameon=False,
                      fontsize=SMALL, labelcolor=colours["ink"], handlelength=1.2, borderaxespad=0.2,
                      columnspacing=3)  # fmt: skip


def blocks(begin: int, end: int, rows: int = ROWS) -> list[tuple[int, int, int, int]]:
    """Return rectangles (left, top, width, height) that cover the squares from `begin` up to `end`, counted down the
    columns: the rest of a begun column, whole columns, and the beginning of the last."""
    found = []
    while begin < end:
        column, row = divmod(begin, rows)
        whole = (end - begin) // rows
        if row == 0 and whole:
            found.append((column, 0, whole, rows))
            begin += whole * rows
        else:
            height = min(rows - row, end - begin)
            found.append((column, row, 1, height))
            begin += height
    return found


def _kinds(counts: Counts) -> Iterator[tuple[str, int]]:
    for kind in ("good_missed", "good_picked", "others_picked", "others_left"):
        yield kind, getattr(counts, kind)


def _look(kind: str, colours: Mapping[str, Any]) -> dict[str, Any]:
    """Filled: good and picked. Hatched: picked, and not good. Dotted: good, and overlooked. Plain: neither."""
    tone = colours[{"others_picked": "exchange", "others_left": "neutral"}.get(kind, "create")]
    if kind == "good_picked":
        return {"facecolor": tone["line"]}
    if kind == "others_left":
        return {"facecolor": tone["tint"]}
    return {
        "facecolor": tone["tint"],
        "edgecolor": tone["line"],
        "hatch": "////" if kind == "others_picked" else "....",
    }
