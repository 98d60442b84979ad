"""Which browser may be used to try the course in, and how it is started. Playwright drives it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = {
    "darwin": ("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ),
}
QUIETLY = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextlib.contextmanager
def started() -> Iterator[Browser]:
    """Start the browser, and end it. A process can have one of these open at a time.

    Raises ImportError without Playwright, which comes with the tests and not with the course.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(QUIETLY))
        yield browser
        browser.close()


def find_browser() -> str | None:
    """Return the path of Chromium or Chrome: `$GENUINELY_BROWSER`, on the PATH, or in the usual places."""
    return next(_found(), None)


def _found() -> Iterator[str]:
    if chosen := os.environ.get("GENUINELY_BROWSER"):
        yield chosen
    yield from (found for name in NAMES if (found := shutil.which(name)))
    yield from (place for place in PLACES.get(sys.platform, ()) if Path(place).is_file())
