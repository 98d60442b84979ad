"""What the pictures of the instruments share: a quiet pair of axes, and numbers as one reads them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 6.0
"""Inches: beside its controls a picture is some 530 pixels wide, and a letter of 10 points 12 pixels large."""

SMALL, MIDDLE = 10, 11
"""Sizes of letters, in points."""


def sheet(height: float, *, width: float = WIDTH) -> Figure:
    """Return an empty figure, in inches."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height))


def quiet_axes(axes: Axes, colours: Mapping[str, Any], *, keep: str = "left bottom") -> None:
    """Leave of the frame what `keep` names, and give lines and letters the colours of the theme."""
    for side, spine in axes.spines.items():
        spine.set_visible(side in keep.split())
        spine.set_color(colours["quiet"])
    axes.tick_params(colors=colours["quiet"], labelcolor=colours["ink"], labelsize=SMALL, length=3)
    axes.xaxis.label.set(color=colours["ink"], fontsize=SMALL)
    axes.yaxis.label.set(color=colours["ink"], fontsize=SMALL)
    axes.set_facecolor("none")


def bare_axes(axes: Axes) -> None:
    """Take away frame, ticks and ground."""
    axes.set_axis_off()


def plain(value: float, digits: int = 2) -> str:
    """Return a number without needless noughts, and with a minus sign that is one."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return ("0" if text == "-0" else text).replace("-", "−")


def signed(value: float, digits: int = 2) -> str:
    """Return a number with its sign; nought has none."""
    text = plain(value, digits)
    return text if text == "0" or text.startswith("−") else f"+{text}"
