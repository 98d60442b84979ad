"""The encoder's weights: stored as bytes with a scale for each stretch, used as 32-bit numbers."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from genuinely.resources import data

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

STRETCH = 32
"""Neighbouring weights of a row that share a scale."""


_TABLES = ("words", "places")


class Rows:
    """A matrix of which only the rows that are looked up are turned into 32-bit numbers."""

    def __init__(self, stored: NDArray[np.int8], scale: NDArray[np.float16]) -> None:
        self._stored, self._scale = stored, scale

    def __getitem__(self, which: NDArray[np.int64]) -> Floats:
        return grown(self._stored[which], self._scale[which])


def grown(stored: NDArray[np.int8], scale: NDArray[np.float16]) -> Floats:
    """Return rows as 32-bit numbers: rows, width."""
    wide: Floats = stored.astype(np.float32) * scale.astype(np.float32)
    return wide.reshape(len(stored), -1)


@cache
def load_tables() -> tuple[Rows, Rows]:
    """Return the vectors of words and of places."""
    with _stored() as stored:
        words, places = (Rows(stored[name], stored[f"{name}.scale"]) for name in _TABLES)
    return words, places


def load_layers() -> dict[str, Floats]:
    """Return the layers' matrices by name, 42 MB: who opens the graph gives them to it, and keeps none."""
    with _stored() as stored:
        names = [name for name in stored.files if not name.endswith(".scale") and name not in _TABLES]
        return {name: grown(stored[name], stored[f"{name}.scale"]) for name in names}


def _stored() -> Any:
    return np.load(io.BytesIO(data("model", "encoder.npz").read_bytes()), allow_pickle=False)
