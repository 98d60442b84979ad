"""The instruments of the course, under the names by which a notebook calls them: for whatever must hold for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import genuinely.lessons

if TYPE_CHECKING:
    from genuinely.lessons.instrument import Instrument

INSTRUMENTS = (
    "network_map",
    "specificity_ladder",
    "common_ground_finder",
    "reply_simulator",
    "recall_game",
    "coupling",
    "value_from_difference",
    "exchange_map",
    "asking_game",
    "hiring_desk",
)


def instrument(name: str, place: str = "") -> Instrument:
    """Return one of `INSTRUMENTS`; `place` tells it apart from the same one in another lesson."""
    made: Instrument = getattr(genuinely.lessons, name)(place)
    return made
