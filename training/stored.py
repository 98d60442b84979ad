"""Writing what a reader said of messages whose scenario was held out."""

from __future__ import annotations

import json
from pathlib import Path

from examples import Example


def write_levels(target: Path, examples: list[Example], said: list[dict[str, int]]) -> None:
    """Write a line for each message, with the level of each criterion that the reader gave one."""
    lines = [json.dumps({"id": e.id, "levels": levels}) for e, levels in zip(examples, said, strict=True)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
