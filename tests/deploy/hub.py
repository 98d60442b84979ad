"""The Hub of deploy/jupyterhub, started for a test and spoken to by its own and its servers' REST interfaces."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import websocket

REPOSITORY = Path(__file__).resolve().parents[2]
DEPLOY = REPOSITORY / "deploy" / "jupyterhub"

PATIENCE = 180
"""Seconds that anything is waited for: one core may start four servers."""

_WITH_A_TOKEN = """
import os
load_subconfig("jupyterhub_config.py", path={path!r})
c.JupyterHub.services = [{{"name": "test", "api_token": os.environ["TEST_TOKEN"]}}]
c.JupyterHub.load_roles = [
    {{
        "name": "test",
        "services": ["test"],
        "scopes": ["admin:users", "admin:servers", "access:servers", "shutdown"],
    }}
]
"""


class RefusedError(Exception):
    """An answer other than 2xx: its status, and what it says."""

    def __init__(self, status: int, said: str) -> None:
        self.status = status
        super().__init__(f"{status}: {said[:500]}")


@dataclass(frozen=True)
class Hub:
    """A Hub that runs: its folder, its address, and a token with every right."""

    folder: Path
    address: str
    token: str

    def ask(self, path: str, *, data: Any = None, form: dict[str, str] | None = None, method: str = "") -> Any:
        """Send a request and return its JSON, None if there is none. Raises RefusedError."""
        body = (
            json.dumps(data).encode() if data is not None else urllib.parse.urlencode(form).encode() if form else None
        )
        headers = {"Authorization": f"token {self.token}"}
        if data is not None:
            headers["Content-Type"] = "application/json"
        request = urllib.request.Request(
            self.address + path, body, headers, method=method or ("POST" if body is not None else "GET")
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                said = answer.read()
        except urllib.error.HTTPError as error:
            raise RefusedError(error.code, error.read().decode("utf-8", "replace")) from error
        return json.loads(said) if said.strip() else None

    def start(self, *users: str) -> None:
        """Start the servers of users, all at once, and wait until they answer."""
        for user in users:
            with contextlib.suppress(RefusedError):  # known already
                self.ask(f"/hub/api/users/{user}", method="POST", data={})
            self.ask(f"/hub/api/users/{user}/server", method="POST", data={})
        for user in users:
            wait_for(lambda user=user: self.ask(f"/hub/api/users/{user}")["servers"].get("", {}).get("ready"), user)

    def execute(self, user: str, code: str) -> str:
        """Run code in a new kernel of a user's, and return all that it shows, as text."""
        kernel = self.ask(f"/user/{user}/api/kernels", data={})["id"]
        address = f"{self.address.replace('http', 'ws', 1)}/user/{user}/api/kernels/{kernel}/channels"
        with contextlib.closing(
            websocket.create_connection(address, timeout=PATIENCE, header=[f"Authorization: token {self.token}"])
        ) as channel:
            content = {"code": code, "silent": False, "store_history": False, "allow_stdin": False}
            head = {"msg_id": secrets.token_hex(8), "msg_type": "execute_request", "version": "5.3"}
            head |= {"username": user, "session": "test", "date": ""}
            told = {"header": head, "parent_header": {}, "metadata": {}, "content": content, "channel": "shell"}
            channel.send(json.dumps(told))
            shown = []
            while True:
                message = json.loads(channel.recv())
                if message["parent_header"].get("msg_id") != head["msg_id"]:
                    continue
                shown.append(message["content"].get("data", {}).get("text/plain") or message["content"].get("text", ""))
                if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                    return "\n".join(filter(None, shown))

    def home(self, user: str) -> Path:
        """Return a user's home."""
        return self.folder / "homes" / user


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Hub]:
    """Run the Hub of the demo in a folder that was prepared, with a token beside its own settings."""
    port = free_ports()
    token = secrets.token_hex(16)
    config = folder / "test_config.py"
    config.write_text(_WITH_A_TOKEN.format(path=str(DEPLOY)), encoding="utf-8")
    from_outside = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")}
    own = {
        "GENUINELY_HUB": str(folder),
        "GENUINELY_HUB_PORT": str(port),
        "GENUINELY_HUB_PASSWORD": secrets.token_urlsafe(12),
        "TEST_TOKEN": token,
    }
    log = folder / "hub.log"
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "jupyterhub", "--config", str(config)],
            cwd=folder,
            env={**from_outside, **own},
            stdout=file,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    hub = Hub(folder, f"http://127.0.0.1:{port}", token)
    try:
        wait_for(lambda: process.poll() is not None or hub.ask("/hub/api/"), "the Hub")
        assert process.poll() is None, log.read_text(encoding="utf-8")
        yield hub
    except BaseException:
        print(log.read_text(encoding="utf-8", errors="replace")[-8_000:])
        raise
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    """End the Hub, which ends its servers and its proxy; whatever is left of its group goes with it."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(60)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_for(answer: Any, what: str) -> None:
    """Ask until there is an answer. Whoever does not listen yet has none."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        with contextlib.suppress(OSError, RefusedError):
            if answer():
                return
        time.sleep(0.2)
    raise AssertionError(f"no answer from {what} within {PATIENCE} seconds")


def free_ports() -> int:
    """Return the first of three free ports in a row."""
    for _ in range(100):
        with socket.socket() as first:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            with contextlib.suppress(OSError, OverflowError), socket.socket() as second, socket.socket() as third:
                second.bind(("127.0.0.1", port + 1))
                third.bind(("127.0.0.1", port + 2))
                return port
    raise AssertionError("no three free ports in a row")
