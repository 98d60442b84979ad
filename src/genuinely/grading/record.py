"""What a graded notebook says of how it was graded, in its own metadata: by it the next run knows what is done."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from genuinely.grading.marking import Score
from genuinely.scenarios import FrozenDict


def record(stamp: str, scores: Sequence[Score]) -> dict[str, Any]:
    """Return what is kept under "genuinely" in the metadata of a graded notebook."""
    return {"stamp": stamp, "scores": [asdict(score) for score in scores]}


def recorded(file: Path, stamp: str | None = None) -> tuple[Score, ...] | None:
    """Return the scores in a graded notebook, or None if it is not there, not ours, or of another stamp than given."""
    try:
        notebook = json.loads(file.read_text(encoding="utf-8"))
        same = stamp is None or notebook["metadata"]["genuinely"]["stamp"] == stamp
        return scores_in(notebook) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def scores_in(notebook: Mapping[str, Any]) -> tuple[Score, ...]:
    """Return the scores in a graded notebook of ours. Raises KeyError or TypeError if it is none."""
    return tuple(map(_score, notebook["metadata"]["genuinely"]["scores"]))


def _score(told: Mapping[str, Any]) -> Score:
    return Score(**{**told, "made_with": tuple(told["made_with"]), "levels": FrozenDict(told["levels"])})
