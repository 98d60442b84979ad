"""Floor 4: what the notebooks call.

The names are loaded when they are first used, so that a lesson which draws nothing waits for no drawing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from genuinely.lessons.answered import answered_requests
    from genuinely.lessons.evidence import sources
    from genuinely.lessons.network_controls import network_map
    from genuinely.lessons.predictions import compare, predict
    from genuinely.lessons.reflections import plan, quiz, reflect
    from genuinely.lessons.start import hello, my_work, stuck
    from genuinely.lessons.views import contrast, hints, worked

_HOMES = {
    "answered_requests": "answered",
    "compare": "predictions",
    "contrast": "views",
    "hello": "start",
    "hints": "views",
    "my_work": "start",
    "network_map": "network_controls",
    "plan": "reflections",
    "predict": "predictions",
    "quiz": "reflections",
    "reflect": "reflections",
    "sources": "evidence",
    "stuck": "start",
    "worked": "views",
}

__all__ = [
    "answered_requests",
    "compare",
    "contrast",
    "hello",
    "hints",
    "my_work",
    "network_map",
    "plan",
    "predict",
    "quiz",
    "reflect",
    "sources",
    "stuck",
    "worked",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'genuinely.lessons' has no attribute {name!r}")
    return getattr(import_module(f"genuinely.lessons.{_HOMES[name]}"), name)
