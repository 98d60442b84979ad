"""Formgrader in a server of its own, spoken to as its page speaks to it."""

from __future__ import annotations

import json
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

from .nbgrader import environment

PATIENCE = 120.0


@contextmanager
def formgrader(course: Path, home: Path) -> Iterator[str]:
    """Start a server in the course's folder; its address, without a slash at its end."""
    options = ["--no-browser", "--ServerApp.token=", "--ServerApp.password=", "--ServerApp.port=0", "--allow-root"]
    options += ["--ServerApp.jpserver_extensions={'nbgrader.server_extensions.formgrader': True}"]
    process = subprocess.Popen(
        [sys.executable, "-m", "jupyter_server", *options],
        cwd=course,
        env=environment(home),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield _address(home / "jupyter-runtime")
    finally:
        process.terminate()
        process.wait(30)


def get(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        text: str = answer.read().decode("utf-8")
        return text


def press(server: str, path: str) -> Any:
    """Send what a button of the page sends, with the page's own cookie, and return the answer."""
    cookies = CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(cookies))
    browser.open(f"{server}/formgrader/manage_assignments", timeout=PATIENCE).close()
    [token] = [cookie.value for cookie in cookies if cookie.name == "_xsrf"]
    pressed = urllib.request.Request(f"{server}{path}", data=b"", headers={"X-XSRFToken": str(token)}, method="POST")
    with browser.open(pressed, timeout=PATIENCE) as answer:
        return json.loads(answer.read())


def _address(runtime: Path) -> str:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        for file in runtime.glob("jpserver-*.json"):
            try:
                url = str(json.loads(file.read_text(encoding="utf-8"))["url"]).rstrip("/")
                get(f"{url}/api")
            except (ValueError, urllib.error.URLError, OSError):
                continue
            return url
        time.sleep(0.2)
    raise AssertionError("the server did not start")
