"""Writes what a fit was made with: the sums of the rated messages and of the settings, which tests compare."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from examples import RATINGS
from settings import FILE

DATA = ("messages.jsonl", "moves.jsonl", "ratings.jsonl")


def made_with(target: Path) -> None:
    """Write the sums of what lies there now."""
    sums = {"data": {name: sum_of(RATINGS / name) for name in DATA}, "settings": sum_of(FILE)}
    target.write_text(json.dumps(sums, indent=1) + "\n", encoding="utf-8")


def sum_of(file: Path) -> str:
    """Return the SHA-256 of a text, whichever line ends it has here."""
    return hashlib.sha256(file.read_text(encoding="utf-8").encode("utf-8")).hexdigest()
