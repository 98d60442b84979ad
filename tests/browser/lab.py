"""JupyterLab in a real browser: a server of its own on the loopback, and the few things that a learner does."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from playwright.sync_api import Browser, Locator, Page

_SERVER = (
    "--no-browser",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    "--IdentityProvider.token=",  # an empty token: for tests on the loopback only
)
_LAB = (
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
)
_IDLE = (
    "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
    " && jupyterapp.shell.currentWidget.content.widgets.every(c => c.promptNode?.textContent !== '[*]:')"
)


@dataclass
class Lab:
    """One server and one page for the whole suite."""

    page: Page
    url: str
    folder: Path
    home: Path

    def open(self, name: str, cells: list[str]) -> None:
        """Write a notebook of code cells, open it and wait for its kernel."""
        notebook = nbformat.v4.new_notebook(
            cells=[nbformat.v4.new_code_cell(source) for source in cells],
            metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
        )
        nbformat.write(notebook, self.folder / f"{name}.ipynb")
        self.page.goto(self.address(name))
        self.page.locator("#jupyterlab-splash").wait_for(state="detached", timeout=60_000)
        self.wait_until_idle()

    def address(self, name: str) -> str:
        """Return where a notebook of the folder is opened."""
        return f"{self.url}/lab/tree/{name}.ipynb?reset"

    def wait_until_idle(self) -> None:
        self.page.wait_for_function(_IDLE, timeout=60_000)

    def command(self, name: str) -> None:
        self.page.evaluate(f"jupyterapp.commands.execute({json.dumps(name)})")

    def cell(self, index: int) -> Locator:
        return self.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-Cell").nth(index)

    def run(self, index: int) -> Locator:
        """Run one cell and return its output."""
        self.page.evaluate(f"jupyterapp.shell.currentWidget.content.activeCellIndex = {index}")
        self.page.evaluate("jupyterapp.commands.execute('notebook:run-cell')")
        self.wait_until_idle()
        return self.cell(index).locator(".jp-OutputArea")

    def type_into(self, index: int, text: str) -> None:
        """Put the text into a cell with the keyboard, in place of what stood there."""
        self.cell(index).locator(".cm-content").click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def source(self, index: int) -> str:
        return str(
            self.page.evaluate(f"jupyterapp.shell.currentWidget.content.widgets[{index}].model.sharedModel.source")
        )

    def restart(self) -> None:
        self.page.evaluate("jupyterapp.shell.currentWidget.sessionContext.restartKernel()")
        self.page.wait_for_timeout(300)
        self.wait_until_idle()

    def theme(self, name: str) -> None:
        """Switch to "JupyterLab Light" or "JupyterLab Dark"."""
        light = json.dumps(str("Light" in name).lower())
        self.page.evaluate(f"jupyterapp.commands.execute('apputils:change-theme', {{theme: {json.dumps(name)}}})")
        self.page.wait_for_function(f"() => document.body.dataset.jpThemeLight === {light}", timeout=30_000)


@contextlib.contextmanager
def running(folder: Path, browser: Browser) -> Iterator[Lab]:
    """Start a server with settings of its own under `folder`, open a page for it, and end both."""
    with serving(folder, "jupyterlab", *_LAB) as url, a_page(browser) as page:
        yield Lab(page, url, folder / "notebooks", folder / "home")


@contextlib.contextmanager
def a_page(browser: Browser) -> Iterator[Page]:
    """Open a page as wide as a small laptop's, and close it."""
    with contextlib.closing(browser.new_page(viewport={"width": 1280, "height": 900})) as page:
        yield page


@contextlib.contextmanager
def serving(folder: Path, program: str, *options: str) -> Iterator[str]:
    """Start a Jupyter program in `folder`/notebooks, with `folder`/home as the learner's folder; give its address."""
    notebooks, home = folder / "notebooks", folder / "home"
    for each in (notebooks, home):
        each.mkdir(parents=True, exist_ok=True)
    _no_news(folder / "jupyterlab_settings_dir")
    port = _free_port()
    url = f"http://127.0.0.1:{port}"
    with (folder / "server.log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", program, *_SERVER, *options, f"--ServerApp.port={port}", "--allow-root"],
            cwd=notebooks,
            env=_environment(folder),
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(f"{url}/api/status", server, folder / "server.log")
            yield url
        finally:
            server.terminate()
            server.wait(timeout=20)


def _no_news(settings: Path) -> None:
    """Jupyter's question about news would lie over what a test looks at."""
    file = settings / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    file.parent.mkdir(parents=True)
    file.write_text('{"fetchNews": "false"}', encoding="utf-8")


def _environment(folder: Path) -> dict[str, str]:
    own = {
        name: str(folder / name.lower())
        for name in (
            "JUPYTER_CONFIG_DIR",
            "JUPYTER_DATA_DIR",
            "JUPYTER_RUNTIME_DIR",
            "JUPYTERLAB_SETTINGS_DIR",
            "JUPYTERLAB_WORKSPACES_DIR",
            "IPYTHONDIR",
        )
    }
    return {**os.environ, **own, "GENUINELY_HOME": str(folder / "home")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + 90
    while time.monotonic() < give_up and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=2)
            return
        time.sleep(0.2)
    raise RuntimeError(f"Jupyter did not start:\n{log.read_text(encoding='utf-8')[-2000:]}")
