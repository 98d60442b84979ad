"""The pictures of a class report, drawn with the colours of one theme: of tables that are not empty."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from genuinely.grading.class_report import STRONG, criterion_title
from genuinely.grading.class_report_tables import ALL, TOTAL
from genuinely.grading.class_report_wording import say
from genuinely.lessons.plotting import SMALL, quiet_axes, sheet

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from pandas import DataFrame, Series

_STEP = 10
"""Per cent of the points in one bar."""

_PALEST, _FULLEST = 0.04, 0.4
"""How far the colour of a field covers the page: no further, so that the number in it can be read in both themes."""


def draw_spread(percentages: Series[float], colours: Mapping[str, Any]) -> Figure:
    """Draw how many students have how much, in steps of ten per cent; what is above 100 stands in the last one."""
    import numpy as np
    from matplotlib.ticker import MaxNLocator

    steps = np.arange(0, 100 + _STEP, _STEP)
    counts, _ = np.histogram(percentages.clip(0, 100), bins=steps)
    figure = sheet(2.6, width=7.0)
    axes = figure.subplots()
    bars = axes.bar(steps[:-1], counts, width=0.92 * _STEP, align="edge", color=colours["accent"])
    axes.bar_label(bars, [str(count) if count else "" for count in counts], color=colours["ink"], fontsize=SMALL)
    axes.set(xlabel=say("spread.axis_points"), ylabel=say("spread.axis_students"), xticks=steps, xlim=(0, 100))
    axes.yaxis.set_major_locator(MaxNLocator(nbins=5, integer=True))
    axes.margins(y=0.15)
    quiet_axes(axes, colours)
    figure.tight_layout()
    return figure


def draw_heat_map(table: DataFrame, titles: Mapping[str, str], colours: Mapping[str, Any]) -> Figure:
    """Draw mean levels: a row for each criterion, a column for each card, by the title given. Empty where NaN."""
    from matplotlib.patches import Rectangle

    rows, columns = table.shape
    figure = sheet(0.9 + 0.38 * rows, width=8.0)
    axes = figure.subplots()
    for row, criterion in enumerate(table.index):
        for column, card in enumerate(table.columns):
            mean = table.loc[criterion, card]
            if mean != mean:  # not a number: the card does not count it
                continue
            alpha = _PALEST + (_FULLEST - _PALEST) * mean / STRONG
            axes.add_patch(Rectangle((column + 0.02, row + 0.05), 0.96, 0.9, facecolor=colours["accent"], alpha=alpha))
            place = {"ha": "center", "va": "center", "fontsize": SMALL, "color": colours["ink"]}
            axes.text(column + 0.5, row + 0.5, f"{mean:.1f}", **place)
    axes.set(xlim=(0, columns), ylim=(rows, 0))
    axes.set_xticks([column + 0.5 for column in range(columns)], [_wrapped(titles[card]) for card in table.columns])
    axes.set_yticks([row + 0.5 for row in range(rows)], [criterion_title(criterion) for criterion in table.index])
    axes.xaxis.tick_top()
    quiet_axes(axes, colours, keep="")
    axes.tick_params(length=0)
    figure.tight_layout()
    return figure


def draw_before_after(table: DataFrame, colours: Mapping[str, Any]) -> Figure:
    """Draw for each criterion the mean level of first versions, hollow, and of what was handed in, full."""
    levels = table.drop(index=TOTAL)
    figure = sheet(1.0 + 0.34 * len(levels), width=7.0)
    axes = figure.subplots()
    places = range(len(levels))
    axes.hlines(places, levels["before"], levels["after"], color=colours["quiet"], linewidth=1.5)
    style = {"s": 60, "edgecolor": colours["accent"], "linewidth": 1.5, "zorder": 3}
    axes.scatter(levels["before"], places, facecolor=colours["paper"], label=say("before.first"), **style)
    axes.scatter(levels["after"], places, facecolor=colours["accent"], label=say("before.handed_in"), **style)
    axes.set(xlim=(-0.1, STRONG + 0.1), ylim=(len(levels) - 0.5, -0.5), xticks=range(STRONG + 1))
    axes.set_yticks(places, [criterion_title(criterion) for criterion in levels.index])
    axes.set_xlabel(say("before.axis"))
    quiet_axes(axes, colours)
    legend = axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, frameon=False, fontsize=SMALL)
    for text in legend.get_texts():
        text.set_color(colours["ink"])
    figure.tight_layout()
    return figure


def column_titles(table: DataFrame, titles: Mapping[str, str]) -> dict[str, str]:
    """Return what stands above each column of the heat map."""
    return {**titles, ALL: say("levels.all")} if ALL in table.columns else dict(titles)


def _wrapped(title: str) -> str:
    import textwrap

    return "\n".join(textwrap.wrap(title, 22))
