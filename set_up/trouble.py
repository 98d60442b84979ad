"""When a set-up cannot go on: what the trouble is, and the sentences that say what to do."""

import errno
import os
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from set_up.places import LOG, ROOT, WORDS

ROOM = 2_000_000_000
"""Bytes that a first set-up wants free: the environment, and what is fetched for it."""


class SetUpError(Exception):
    """A set-up that cannot go on. The message says why in plain words, and what to do."""


def words() -> dict[str, Any]:
    try:
        return tomllib.loads(WORDS.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SetUpError(f"{WORDS} cannot be read ({error}).\nGet a fresh copy of the course.") from error


def say(trouble: str, detail: object = "") -> str:
    details = {"folder": ROOT, "log": LOG, "detail": detail, "proxy": next(proxies(os.environ), "")}
    version = "{}.{}".format(*sys.version_info)
    return str(words()["trouble"][trouble]["say"]).strip().format(python=version, **details)


def proxies(given: Mapping[str, str]) -> Iterator[str]:
    return (value for name, value in given.items() if name.upper() in ("HTTPS_PROXY", "ALL_PROXY") and value)


def cause(output: str, given: Mapping[str, str]) -> tuple[str, str]:
    """Return the trouble that the output of pip, uv or venv speaks of, and the line that gave it away."""
    for name, trouble in words()["trouble"].items():
        for sign in trouble.get("signs", ()):
            if found := re.search(f".*(?:{sign}).*", output, re.IGNORECASE):
                behind_proxy = name == "network" and any(proxies(given))
                return "proxy" if behind_proxy else str(name), found.group().strip()
    return "unknown", ""


def cause_of(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "disk"
    return "read_only" if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else "system"


def disk_trouble(free: int) -> str | None:
    if free >= ROOM:
        return None
    return say("disk", f"{free / 1e9:.1f} GB are free")
