"""Guards: the flags of the rubric. A flagged message is not scored by the machine; it goes to a person.

Every guard is a pure function of a message and its card that says whether its flag applies. They are made so that an
honest message is not flagged; a trick that gets past them still earns no more than its words do.
"""

from __future__ import annotations

from collections.abc import Callable

from genuinely.assessing.guards.brief import contradicts_brief
from genuinely.assessing.guards.copying import copied_brief, copied_draft
from genuinely.assessing.guards.message import hostile, not_a_message, not_english, stuffed
from genuinely.assessing.guards.names import wrong_name
from genuinely.assessing.guards.seen import Seen
from genuinely.assessing.guards.slots import placeholder
from genuinely.assessing.text import Text
from genuinely.scenarios import Scenario

__all__ = ["FLAGS", "raise_flags"]

_GUARDS: dict[str, Callable[[Seen], bool]] = {
    "placeholder": placeholder,
    "wrong_name": wrong_name,
    "copied_draft": copied_draft,
    "copied_brief": copied_brief,
    "stuffed": stuffed,
    "not_a_message": not_a_message,
    "hostile": hostile,
    "not_english": not_english,
    "contradicts_brief": contradicts_brief,
}

FLAGS = tuple(_GUARDS)
"""The flags, in the rubric's order."""


def raise_flags(text: Text, scenario: Scenario) -> tuple[str, ...]:
    """Return the flags that apply to a message, in the rubric's order."""
    seen = Seen(text, scenario)
    return tuple(flag for flag, applies in _GUARDS.items() if applies(seen))
