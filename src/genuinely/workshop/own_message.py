"""The sheet on which people write at the end: one message, what to ask a first reader, and a day."""

from __future__ import annotations

from genuinely.coaching.wording import LANGUAGE
from genuinely.workshop.page import escape, lines, page
from genuinely.workshop.wording import say

_LINES = 15
_BLANK = '<span class="blank"></span>'
_CSS = """
.blank { display: inline-block; min-width: 9em; border-bottom: 1px solid var(--ink); height: 1.2em; }
.day { line-height: 2.2; }
"""


def as_html() -> str:
    """Return the sheet as one HTML file that needs nothing else."""
    body = (
        f"<h1>{escape(say('own.title'))}</h1><p>{escape(say('own.note'))}</p>"
        f"<p>{_with_blanks('own.to')}</p><p><strong>{escape(say('own.parts'))}</strong></p>"
        f"{lines(_LINES)}"
        f"<p>{escape(say('own.reader'))}</p>"
        f'<div class="box"><p class="day">{_with_blanks("own.day")}</p><p>{escape(say("own.after"))}</p></div>'
    )
    return page(say("own.title"), body, lang=LANGUAGE, css=_CSS)


def _with_blanks(key: str) -> str:
    return escape(say(key, blank="\0")).replace("\0", _BLANK)
