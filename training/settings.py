"""The numbers that the fits are made with, from `settings.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("settings.toml")

SETTINGS: dict[str, Any] = tomllib.loads(FILE.read_text(encoding="utf-8"))
FOLDS: int = SETTINGS["folds"]
DRAFT_WEIGHT: float = SETTINGS["draft_weight"]
LIGHT: dict[str, float] = SETTINGS["light"]
TREES: dict[str, Any] = SETTINGS["trees"]
FULL: dict[str, Any] = SETTINGS["full"]
BLEND: dict[str, float] = SETTINGS["blend"]
