"""The browser's part of forgetting: the copies of what was typed, which no file holds."""

from __future__ import annotations

from typing import Any

import anywidget
import traitlets

from genuinely.coaching.studio.widget import module, sheet
from genuinely.coaching.studio.words import say
from genuinely.coaching.wording import LANGUAGE

_RENDER = """
export default { render({ model, el }) {
  el.classList.add("genuinely", "g-widget");
  el.lang = model.get("language");
  shelf("").forget();
  el.textContent = model.get("said");
  el.setAttribute("role", "status");
} };
"""


class ForgetInBrowser(anywidget.AnyWidget):
    """Shown in a notebook, it clears every copy that the course has left in this browser, and says so."""

    _esm = module("shelf") + _RENDER
    _css = sheet()

    said = traitlets.Unicode().tag(sync=True)
    language = traitlets.Unicode(LANGUAGE).tag(sync=True)

    def __init__(self, **options: Any) -> None:
        super().__init__(said=say("place.forgotten").replace("`", ""), **options)


def forget_in_browser() -> ForgetInBrowser:
    """Return a widget that forgets the copies in the browser that shows it."""
    return ForgetInBrowser()
