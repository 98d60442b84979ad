"""The frame of every page for a workshop: one HTML file that needs nothing else, for the screen and for paper.

`page(title, body_html)` gives the whole file. `body_html` begins with its own `<h1>`, comes inside `<main>`, and is
HTML: whatever is text in it has been through `escape`. `static/page.css` knows plain `h1` to `h4`, `p`, `ul`, `ol`,
`dl`, `table` (`th` with a `scope`), `blockquote` (a message as it was written) and these classes:

- `sheet`: a section that begins on a new sheet of paper.
- `whole`: what is not torn by the end of a sheet; table rows, blockquotes and boxes never are.
- `box`: a frame around something that belongs together.
- `cards`: two columns of boxes, for what is cut out.
- `quiet`: what may be passed over.
- `lines`: an empty place to write in by hand (`style="--lines: 8"` says how many lines, 4 where it does not).
- `large`: large print, on an element or on a `sheet`.
- `screen`: seen on the screen alone; `paper`: printed alone.
- `numbers`: figures of one width, such as clock times.

On the screen it follows the light or dark setting of the system; printed it is black on white, on whatever paper is in
the printer (A4 or Letter). Nothing is told by colour alone.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from genuinely.coaching.look import PLAIN_COLOURS, look
from genuinely.coaching.page import escape

__all__ = ["escape", "lines", "page"]


def page(title: str, body_html: str, *, lang: str = "en", css: str = "") -> str:
    """Return a whole HTML file. title: text, for the tab and the window. css: what this one page needs besides."""
    return (
        f'<!doctype html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_sheet()}{css}</style></head>\n"
        f"<body><main>{body_html}</main></body></html>\n"
    )


@cache
def lines(count: int) -> str:
    """Return lines to write on: each drawn by itself, since a printer may drop those of a pattern."""
    return f'<div class="ruled">{"<i></i>" * count}</div>'


def _sheet() -> str:
    """The style sheet, with the colours of `look.toml`; those of the dark theme are for the screen alone."""
    dark = f"@media screen and (prefers-color-scheme: dark){{:root{{{_colours('dark')}}}}}"
    rules = (files("genuinely.workshop") / "static" / "page.css").read_text(encoding="utf-8")
    return f":root{{{_colours('light')}}}{dark}{rules}"


def _colours(theme: str) -> str:
    return ";".join(f"--{name}:{look()[theme][name]}" for name in PLAIN_COLOURS)
