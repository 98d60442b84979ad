"""When a submission was handed in, and what a late one costs, as the course's own nbgrader plugin says."""

from __future__ import annotations

from datetime import datetime
from typing import Any


def parse_timestamp(text: str) -> datetime | None:
    """Return what `timestamp.txt` says as UTC without a zone, as nbgrader keeps it, or None if it says nothing."""
    from nbgrader.utils import parse_utc  # type: ignore[import-untyped]

    try:
        found = parse_utc(text.strip()) if text.strip() else None
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    return found if isinstance(found, datetime) else None


class Lateness:
    """The plugin that the settings name, made when somebody is late for the first time."""

    def __init__(self, config: Any) -> None:
        self._config = config
        self._plugin: Any = None

    def penalty(self, student: str, score: float, seconds: float) -> float | None:
        """Return the points that are taken off, from 0 to `score`; None for none. `seconds` is above 0."""
        if self._plugin is None:
            from nbgrader.preprocessors import AssignLatePenalties  # type: ignore[import-untyped]

            assigning = AssignLatePenalties(config=self._config)
            assigning.init_plugin()
            self._plugin = assigning.plugin_inst
        penalty = self._plugin.late_submission_penalty(student, score, seconds)
        return None if penalty is None else min(max(float(penalty), 0.0), score)
