"""`genuinely bench studio`: types in a real Chromium and says how soon the marks follow, next to the targets.

A JupyterLab of its own shows one studio; a message of about 150 words is typed into it at 80 ms a key, and then single
letters after pauses of a second. A time ends when the frame with the new marks has been painted.
"""

from __future__ import annotations

import contextlib
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from genuinely.cli.bench_lab import serving
from genuinely.cli.browsers import find_browser, started

if TYPE_CHECKING:
    from playwright.sync_api import Page

CARD = "process-engineer-alum"
"""The card; its good answer, of about 150 words, is what is typed."""

KEY_EVERY = 80
"""Milliseconds from key to key."""

PAUSE = 1_000
"""Milliseconds before each of the later letters."""

TOO_LONG = 120_000
"""Milliseconds that JupyterLab is waited for: with its first start on a busy machine in mind."""

LATER = "e a t o n i s r l d e a t o n i s r l d "

NO_PLAYWRIGHT = (
    "This types in a real browser and needs what the tests need. Run it as\n"
    "    python3 course.py tool genuinely bench studio"
)
NO_BROWSER = (
    "This types in a real browser, and none was found. Install Chromium or Chrome "
    "(on Debian and Ubuntu: sudo apt install chromium), or name one in GENUINELY_BROWSER."
)

_CELL = f"from genuinely import Studio\nStudio({CARD!r})"
_READY = "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
_RUN = "jupyterapp.commands.execute('notebook:run-all-cells')"


@dataclass(frozen=True)
class Measured:
    """Milliseconds from each key to its marks while typing and after pauses, and from update to update while typing.

    keys: how many were typed. late: those after which some standing mark was not under its words in the same frame.
    flickers: updates while typing in which marks came back that had gone out less than a second before.
    """

    typing: list[float]
    paused: list[float]
    updates: list[float]
    keys: int
    late: int
    flickers: int


def missing() -> str:
    """Return what is missing to measure, with the remedy, or ""."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return NO_PLAYWRIGHT
    return "" if find_browser() else NO_BROWSER


def report(found: Measured) -> Iterator[str]:
    """Yield a line for each figure with its target."""
    moved = found.keys - found.late
    yield f"standing marks, same frame   {moved} of {found.keys} keys   (target: all)"
    yield f"new marks after a pause      {_ms(found.paused)}   (target: 150 ms at p95)"
    yield f"new marks while typing       {_ms(found.typing)}   (target: 300 ms at p95)"
    yield f"from update to update        {_ms(found.updates)}   (target: 250 ms)"
    yield f"marks that flickered         {found.flickers} times   (target: never)"


def measure(message: str, later: str = LATER) -> Measured:
    """Type a message, then the later letters one after each pause, and return what was seen."""
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place,
        serving(Path(place), _CELL) as url,
        started() as browser,
        contextlib.closing(browser.new_page()) as page,
    ):
        _open(page, f"{url}/lab/tree/bench.ipynb?reset")
        page.keyboard.type(message, delay=KEY_EVERY)
        updates, flickers = page.evaluate("[bench.updates, bench.flickers]")
        page.wait_for_timeout(PAUSE)
        typing = page.evaluate("bench.waits.splice(0)")
        for letter in later:
            page.keyboard.type(letter)
            page.wait_for_timeout(PAUSE)
        last = page.evaluate("bench")
    gaps = [after - before for before, after in pairwise(updates)]
    return Measured(typing, last["waits"], gaps, last["keys"], last["late"], flickers)


def good_answer() -> str:
    """Return the message that is typed."""
    from genuinely.coaching.studio.models import model_of

    model = model_of(CARD)
    return model.message if model else ""


def _open(page: Page, url: str) -> None:
    """Open the notebook, run it, and stand ready in the editor with somebody watching."""
    page.goto(url)
    page.wait_for_function(_READY, timeout=TOO_LONG)
    page.evaluate(_RUN)
    area = page.locator(".g-studio .g-letter textarea:not([readonly])")
    area.wait_for(timeout=TOO_LONG)
    page.wait_for_timeout(PAUSE)
    area.click()
    watch = files("genuinely.cli") / "static" / "bench_studio.js"
    page.locator(".g-studio").evaluate(watch.read_text(encoding="utf-8"))


def _ms(values: Sequence[float]) -> str:
    p95 = sorted(values)[int(0.95 * (len(values) - 1))]
    return f"{p95:.0f} ms at p95, {statistics.median(values):.0f} at p50, {max(values):.0f} at most"
