"""An assessment as something to learn from."""

from __future__ import annotations

from dataclasses import dataclass

from genuinely.assessing import Assessment
from genuinely.coaching import feedback_html, feedback_plain
from genuinely.coaching.page import Shown
from genuinely.coaching.view import View
from genuinely.scenarios import Scenario


@dataclass(frozen=True, repr=False)
class Feedback(Shown):
    """A message with its feedback. See `View` for what the fields mean."""

    view: View

    def html(self) -> str:
        return feedback_html.render(self.view)

    def plain(self) -> str:
        return feedback_plain.render(self.view)


def html(message: str, scenario: Scenario, assessment: Assessment) -> str:
    """Return the feedback on a message as a whole HTML output."""
    return feedback_html.render(View(message, scenario, assessment))


def plain(message: str, scenario: Scenario, assessment: Assessment) -> str:
    """Return the feedback on a message as plain text."""
    return feedback_plain.render(View(message, scenario, assessment))
