"""Notebook 7 in a real browser: all that `lab.py` does in JupyterLab, with the same methods."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from browser.lab import Lab, a_page, serving


class Notebook7(Lab):
    """One server and one page; a page shows one notebook and nothing beside it."""

    def address(self, name: str) -> str:
        return f"{self.url}/notebooks/{name}.ipynb"


@contextlib.contextmanager
def running(folder: Path, browser: Browser) -> Iterator[Notebook7]:
    """Start a server with settings of its own under `folder`, open a page for it, and end both."""
    with serving(folder, "notebook", "--JupyterNotebookApp.expose_app_in_browser=True") as url, a_page(browser) as page:
        yield Notebook7(page, url, folder / "notebooks", folder / "home")
