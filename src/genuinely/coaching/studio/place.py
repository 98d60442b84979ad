"""Where what is written is kept, said truly: this computer, a server, a server that will be gone, or this browser."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from genuinely.coaching.studio.words import say

_TEMPORARY = (
    "BINDER_SERVICE_HOST",
    "BINDER_LAUNCH_HOST",
    "BINDER_REPO_URL",
    "COLAB_RELEASE_TAG",
    "KAGGLE_KERNEL_RUN_TYPE",
)
_SERVER = ("JUPYTERHUB_API_URL", "JUPYTERHUB_USER", "CODESPACES")
_LOOPBACK = ("localhost", "127.0.0.1", "::1", "[::1]")


def place(environ: Mapping[str, str], system: str, host: str) -> str:
    """Return "own", "server", "temporary" or "browser".

    system: `sys.platform` of the kernel. host: the name in the page's address, "" where that names no server.
    """
    if system == "emscripten":
        return "browser"
    if any(environ.get(name) for name in _TEMPORARY):
        return "temporary"
    if any(environ.get(name) for name in _SERVER) or not _is_this_computer(host):
        return "server"
    return "own"


def place_sentences(where: str, folder: Path) -> tuple[str, ...]:
    """Return what a place means for what is written in it."""
    first = say("place.browser") if where == "browser" else say(f"place.{where}", folder=folder)
    return (first,) if where == "browser" else (first, say("place.copies"))


def _is_this_computer(host: str) -> bool:
    return not host or host in _LOOPBACK or host.endswith(".localhost") or host.startswith("127.")
