"""Which browser the browser tests may use: the one that the course's own bench takes."""

from __future__ import annotations

from genuinely.cli.browsers import find_browser, started

__all__ = ["find_browser", "started"]
