"""One picture for both themes: drawn once, with the page's own colours in the place of numbers."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from genuinely.coaching.look import PLAIN_COLOURS, TONES, look

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def themed_svg(draw: Callable[[Mapping[str, Any]], Figure]) -> str:
    """Return an SVG element whose colours are the variables of `coaching.look`: it follows the theme by itself.

    Its letters are the page's own. It is as wide as its place, and hidden from screen readers, for whom the words
    beside it are.
    """
    import matplotlib

    file = io.StringIO()
    with matplotlib.rc_context({"svg.hashsalt": "genuinely", "svg.fonttype": "none"}):
        draw(look()["light"]).savefig(file, format="svg", metadata={"Date": None}, transparent=True)
    svg = file.getvalue()
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.DOTALL)
    svg = re.sub(
        r'<svg ([^>]*?)width="[^"]*" height="[^"]*"', r'<svg aria-hidden="true" \1', svg.replace("\n", " "), count=1
    )
    return re.sub(r"#[0-9a-f]{6}", lambda found: _variables().get(found[0], found[0]), svg)


@cache
def _variables() -> Mapping[str, str]:
    light = look()["light"]
    toned = {light[tone][part]: f"var(--g-{tone}-{part})" for tone in TONES for part in ("tint", "line")}
    return {**toned, **{light[name]: f"var(--g-{name})" for name in PLAIN_COLOURS}}
