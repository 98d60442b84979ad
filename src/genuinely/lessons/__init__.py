"""Floor 4: what the notebooks call.

The names are loaded when they are first used, so that a lesson which draws nothing waits for no drawing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from genuinely.lessons.answered import answered_requests
    from genuinely.lessons.asking_controls import asking_game
    from genuinely.lessons.baseline_page import then_and_now
    from genuinely.lessons.coupling_controls import coupling
    from genuinely.lessons.dialogue_widget import dialogue
    from genuinely.lessons.evidence import sources
    from genuinely.lessons.exchange_controls import exchange_map
    from genuinely.lessons.finder_controls import common_ground_finder
    from genuinely.lessons.findings_page import findings
    from genuinely.lessons.fresh_pages import fresh
    from genuinely.lessons.glossary_page import glossary
    from genuinely.lessons.hiring_controls import hiring_desk
    from genuinely.lessons.journal_page import journal
    from genuinely.lessons.ladder_controls import specificity_ladder
    from genuinely.lessons.network_controls import network_map
    from genuinely.lessons.predictions import compare, predict
    from genuinely.lessons.recall_game_controls import recall_game
    from genuinely.lessons.reflections import plan, quiz, reflect
    from genuinely.lessons.replies_controls import reply_simulator
    from genuinely.lessons.reviewing import review
    from genuinely.lessons.standing import progress
    from genuinely.lessons.start import hello, my_work, stuck
    from genuinely.lessons.taking_leave import forget, portfolio
    from genuinely.lessons.trading_controls import value_from_difference
    from genuinely.lessons.views import contrast, hints, worked

_HOMES = {
    "answered_requests": "answered",
    "asking_game": "asking_controls",
    "common_ground_finder": "finder_controls",
    "compare": "predictions",
    "contrast": "views",
    "coupling": "coupling_controls",
    "dialogue": "dialogue_widget",
    "exchange_map": "exchange_controls",
    "findings": "findings_page",
    "forget": "taking_leave",
    "fresh": "fresh_pages",
    "glossary": "glossary_page",
    "hello": "start",
    "hints": "views",
    "hiring_desk": "hiring_controls",
    "journal": "journal_page",
    "my_work": "start",
    "network_map": "network_controls",
    "plan": "reflections",
    "portfolio": "taking_leave",
    "predict": "predictions",
    "progress": "standing",
    "quiz": "reflections",
    "recall_game": "recall_game_controls",
    "reflect": "reflections",
    "reply_simulator": "replies_controls",
    "review": "reviewing",
    "sources": "evidence",
    "specificity_ladder": "ladder_controls",
    "stuck": "start",
    "then_and_now": "baseline_page",
    "value_from_difference": "trading_controls",
    "worked": "views",
}

__all__ = [
    "answered_requests",
    "asking_game",
    "common_ground_finder",
    "compare",
    "contrast",
    "coupling",
    "dialogue",
    "exchange_map",
    "findings",
    "forget",
    "fresh",
    "glossary",
    "hello",
    "hints",
    "hiring_desk",
    "journal",
    "my_work",
    "network_map",
    "plan",
    "portfolio",
    "predict",
    "progress",
    "quiz",
    "recall_game",
    "reflect",
    "reply_simulator",
    "review",
    "sources",
    "specificity_ladder",
    "stuck",
    "then_and_now",
    "value_from_difference",
    "worked",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'genuinely.lessons' has no attribute {name!r}")
    return getattr(import_module(f"genuinely.lessons.{_HOMES[name]}"), name)
