"""The bricks of every output: escaped text, our own root, and an object that shows itself as HTML or as text."""

from __future__ import annotations

import html as _html
import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from genuinely.coaching.look import style
from genuinely.coaching.wording import LANGUAGE


class Shown(ABC):
    """Something that shows itself in a notebook as HTML, and as plain text everywhere else."""

    @abstractmethod
    def html(self) -> str:
        """Return a whole output: escaped, with its style, without scripts."""

    @abstractmethod
    def plain(self) -> str:
        """Return the same for a screen reader, a terminal and nbgrader, with nothing left out."""

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": self.plain(), "text/html": self.html()}

    def __repr__(self) -> str:
        return self.plain()


@dataclass(frozen=True, repr=False)
class Notice(Shown):
    """A few sentences, each of its own."""

    sentences: tuple[str, ...]

    def html(self) -> str:
        return page(notices(self.sentences))

    def plain(self) -> str:
        return "\n".join(self.sentences)


def show(shown: Shown) -> None:
    """Show it below the running cell."""
    from IPython.display import display

    display(shown)  # type: ignore[no-untyped-call]


def page(body: str, *, label: str = "") -> str:
    """Return `body`, which is HTML, inside our root with its style."""
    named = f' role="region" aria-label="{escape(label)}"' if label else ""
    return f'<div class="genuinely" lang="{LANGUAGE}"{named}>{style()}{body}</div>'


def escape(text: str) -> str:
    """Return text as HTML shows it, quotes included. Everything from a learner or a card goes through here."""
    return _html.escape(text, quote=True)


def sentence(text: str) -> str:
    """Return a sentence as HTML, with what stands in `backticks` as code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", escape(text))


def notices(sentences: Iterable[str]) -> str:
    """Return a quiet box with the sentences, or nothing if there are none."""
    lines = "".join(f"<p>{sentence(text)}</p>" for text in sentences)
    return f'<div class="g-notice" role="note">{lines}</div>' if lines else ""


def heading(text: str, *, level: int = 4, kind: str = "g-heading") -> str:
    """Return a heading that stays out of the notebook's own table of contents."""
    return f'<p class="{kind}" role="heading" aria-level="{level}">{escape(text)}</p>'


def symbol(text: str) -> str:
    """Return a sign that words beside it explain: a screen reader passes over it."""
    return f'<span class="g-symbol" aria-hidden="true">{escape(text)}</span>'
