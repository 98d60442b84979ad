"""Genuinely: a course on networking that does not feel transactional.

The public names are loaded when they are first used, so that `import genuinely` costs milliseconds.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from genuinely.assessing import Assessment, assess
    from genuinely.coaching import load_ipython_extension, score, show_scenario
    from genuinely.coaching.studio import Studio
    from genuinely.scenarios import Scenario, load_scenarios

__version__ = "0.1.0"

_HOMES = {
    "Assessment": "genuinely.assessing",
    "Scenario": "genuinely.scenarios",
    "Studio": "genuinely.coaching.studio",
    "assess": "genuinely.assessing",
    "load_ipython_extension": "genuinely.coaching",
    "load_scenarios": "genuinely.scenarios",
    "score": "genuinely.coaching",
    "show_scenario": "genuinely.coaching",
}

__all__ = [
    "Assessment",
    "Scenario",
    "Studio",
    "assess",
    "load_ipython_extension",
    "load_scenarios",
    "score",
    "show_scenario",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'genuinely' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
