"""A drawing that stands in a notebook in both themes, with what it shows in words."""

from __future__ import annotations

import base64
import io
from abc import abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from genuinely.coaching.look import look
from genuinely.coaching.page import Shown, escape, page

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_DARK = '[data-jp-theme-light="false"] .genuinely'


class Drawing(Shown):
    """Drawn once with the colours of each theme; the page shows the one that fits. `text` says all that is in it."""

    @property
    @abstractmethod
    def title(self) -> str:
        """What the drawing is of."""

    @property
    @abstractmethod
    def text(self) -> str:
        """The text alternative: somebody who cannot see the drawing misses nothing."""

    @property
    def comparison(self) -> tuple[str, ...]:
        """What the drawing says of the learner's own guess or drafts, in sentences; none by default."""
        return ()

    @property
    @abstractmethod
    def notes(self) -> tuple[str, ...]:
        """Below the drawing: its source and its limits."""

    @abstractmethod
    def draw(self, colours: Mapping[str, Any]) -> Figure:
        """Draw it with the colours of one theme, as `look.toml` names them."""

    def pictures(self) -> str:
        """Return the picture in the colours of each theme, as HTML; the page shows the one that fits."""
        # Without our style, as in a page that is not trusted yet, the picture for the light theme stands there alone.
        pictures = self._picture("light", "max-width:100%") + self._picture("dark", "max-width:100%;display:none")
        switch = f"{_DARK} .g-light{{display:none}}{_DARK} .g-dark{{display:inline!important}}"
        return f"<style>@media screen{{{switch}}}</style>{pictures}"

    def html(self) -> str:
        said = "".join(f"<p>{escape(sentence)}</p>" for sentence in self.comparison)
        notes = "".join(f'<p class="g-quiet">{escape(note)}</p>' for note in self.notes)
        return page(f"{self.pictures()}{said}{notes}", label=self.title)

    def _picture(self, theme: str, style: str) -> str:
        source = _as_source(self.draw(look()[theme]))
        return f'<img class="g-{theme}" style="{style}" alt="{escape(self.text)}" src="{source}">'

    def plain(self) -> str:
        return "\n".join((self.title, self.text, *self.notes))


def _as_source(figure: Figure) -> str:
    """Return a figure as the address of a picture that needs no file."""
    import matplotlib

    picture = io.BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "genuinely"}):
        figure.savefig(picture, format="svg", metadata={"Date": None}, transparent=True, bbox_inches="tight")
    return "data:image/svg+xml;base64," + base64.b64encode(picture.getvalue()).decode("ascii")
