"""An order that gives nothing away."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def mixed(things: Sequence[T], seed: str) -> tuple[T, ...]:
    """Return the things in an order that tells nothing, the same each time; never the order in which they came."""
    ordered = sorted(things, key=lambda thing: hashlib.sha256(f"{seed} {thing}".encode()).digest())
    return tuple(ordered if ordered != list(things) else reversed(ordered))
