"""A JupyterLab on the loopback for as long as something is measured in it, with nothing of the user's own."""

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
from pathlib import Path

_OPTIONS = (
    "--no-browser",
    "--ServerApp.ip=127.0.0.1",
    "--ServerApp.port_retries=0",
    "--IdentityProvider.token=",  # an empty token: on the loopback, for as long as this takes
    "--LabApp.expose_app_in_browser=True",
    "--LabApp.news_url=None",
    "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    "--allow-root",
)
_FOLDERS = (
    "JUPYTER_CONFIG_DIR",
    "JUPYTER_DATA_DIR",
    "JUPYTER_RUNTIME_DIR",
    "JUPYTERLAB_SETTINGS_DIR",
    "JUPYTERLAB_WORKSPACES_DIR",
    "IPYTHONDIR",
)
_NO_NEWS = Path("jupyterlab_settings_dir", "@jupyterlab", "apputils-extension", "notification.jupyterlab-settings")


@contextlib.contextmanager
def serving(folder: Path, cell: str) -> Iterator[str]:
    """Start JupyterLab in a folder with a notebook `bench.ipynb` of one cell, give its address, and end it.

    What a learner writes in it stays in the folder. Raises RuntimeError if it does not start.
    """
    (folder / "bench.ipynb").write_text(json.dumps(_notebook(cell)), encoding="utf-8")
    (folder / _NO_NEWS).parent.mkdir(parents=True)
    (folder / _NO_NEWS).write_text('{"fetchNews": "false"}', encoding="utf-8")
    own = {name: str(folder / name.lower()) for name in _FOLDERS} | {"GENUINELY_HOME": str(folder)}
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "jupyterlab", *_OPTIONS, f"--ServerApp.port={port}"]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=folder, env={**os.environ, **own}, stdout=quiet, stderr=quiet)
    try:
        _wait_for(f"http://127.0.0.1:{port}/api/status", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _notebook(cell: str) -> dict[str, object]:
    code: dict[str, object] = {
        "cell_type": "code",
        "id": "bench",
        "metadata": {},
        "outputs": [],
        "execution_count": None,
    }
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return {"cells": [{**code, "source": cell}], "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}


def _wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    give_up = time.monotonic() + 90
    while time.monotonic() < give_up and server.poll() is None:
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=2)
            return
        time.sleep(0.2)
    raise RuntimeError("JupyterLab did not start.")
