"""The figures as they were last recorded, which nothing may fall far below."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from genuinely.cli.measuring.held_out import CHECKERS
from genuinely.cli.measuring.kappas import Readers, kappas
from genuinely.keeping.files import write_whole

FILE = "recorded.json"
MAY_FALL = 0.03
"""A criterion's kappa may be so much lower than recorded."""

Figures = Mapping[str, Mapping[str, float]]
"""The kappa of each criterion, for each of the checker's readers."""


def figures(readers: Readers) -> dict[str, dict[str, float]]:
    """Return the kappas to record."""
    return {
        name: {criterion: round(kappa, 4) for criterion, kappa in kappas(rows).items()}
        for name in CHECKERS
        if (rows := readers[name]) is not None
    }


def recorded(folder: Path) -> Figures:
    """Return what was recorded last."""
    found: Figures = json.loads((folder / FILE).read_text(encoding="utf-8"))
    return found


def record(folder: Path, now: Figures) -> Path:
    """Write the figures down, and return the file."""
    file = folder / FILE
    write_whole(file, json.dumps(now, indent=2) + "\n")
    return file


def fallen(now: Figures, before: Figures) -> list[str]:
    """Return a sentence for each figure that fell too far, or is not there any more."""
    told = []
    for reader, kappas_before in before.items():
        for criterion, kappa in kappas_before.items():
            found = now.get(reader, {}).get(criterion)
            if found is None:
                told.append(f"{reader}, {criterion}: recorded as {kappa:.3f}, and not measured now")
            elif found < kappa - MAY_FALL:
                told.append(f"{reader}, {criterion}: {found:.3f}, recorded as {kappa:.3f}")
    return told
