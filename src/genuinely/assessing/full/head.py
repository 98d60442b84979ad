"""The head of the full reader."""

from __future__ import annotations

import math

from genuinely.assessing.text import Text
from genuinely.scenarios import Scenario


def lengths_of(text: Text, scenario: Scenario) -> list[float]:
    """Return what the head knows of a message's length and channel, numbers of about 0 to 1."""
    return [
        math.log(text.words + 1) / 5,
        math.log(text.characters + 1) / 7,
        len(text.sentences) / 20,
        float(scenario.channel == "chat"),
        float(scenario.channel == "linkedin_note"),
    ]
