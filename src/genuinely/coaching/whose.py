"""Whose a copy in the browser is: one browser may serve several users, servers and folders."""

from __future__ import annotations

import getpass
import hashlib
import platform
from collections.abc import Mapping
from pathlib import Path


def owner(environ: Mapping[str, str], folder: Path) -> str:
    """Return twelve digits that tell one user on one server from any other: browser copies are kept apart by them."""
    parts = (environ.get("JUPYTERHUB_USER", ""), _user(), platform.node(), str(folder))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name, as in some containers
        return ""
