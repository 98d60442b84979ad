"""`score("id")`: what an nbgrader test cell calls."""

from __future__ import annotations

import math
import os
import textwrap

from genuinely.assessing import TooLongError, assess
from genuinely.coaching.drafts import latest, take, use
from genuinely.coaching.feedback import Feedback
from genuinely.coaching.ids import known, shape, tidy, wrong_id
from genuinely.coaching.page import Notice, show
from genuinely.coaching.problem_sets import maximum, terms_of
from genuinely.coaching.view import View
from genuinely.coaching.wording import say
from genuinely.keeping import is_grading
from genuinely.scenarios import load_scenario

_WIDTH = 72
"""Characters in a line of an error: nbgrader cuts lines at 87, and its pages do not wrap them."""


class ScoreError(Exception):
    """There is nothing to score. Shown as its sentence alone: a traceback would not help anybody."""

    def _render_traceback_(self) -> list[str]:
        wrapped = (textwrap.wrap(line, _WIDTH, break_on_hyphens=False) for line in str(self).splitlines())
        return [part for lines in wrapped for part in lines]


class NotAttempted(ScoreError):  # noqa: N818 - not an error of the learner's, and not called one
    """No message has been given for the scenario, or an empty one."""


def score(id: str) -> float | None:
    """Show each criterion's row for the latest message of a scenario and return its points.

    The points are what `Terms.points` makes of the assessment, with terms and maximum as the problem set's file says;
    a plain, finite float from 0 to the maximum with two decimals. Where levels are shown only later, learners are
    told when, and None is returned, except to nbgrader. Under nbgrader's Validate every attempted answer gets
    the maximum, since Validate would call anything less a failed cell.
    Raises NotAttempted without a message, ScoreError for an id without points or a text too long to be a message.
    """
    id = tidy(id)
    if not known(id):
        raise ScoreError("\n".join(wrong_id(id)))
    use(id)
    worth = maximum(id)
    if worth is None:
        raise ScoreError(say("score.no_points", id=id, shape=shape(id)))
    card = load_scenario(id)
    unnamed = take()
    message = latest(id)
    if message is None and is_grading():
        message = unnamed  # of the cell above, whose first line was lost: nobody is there to mend it
    message = message or ""
    try:
        assessment = assess(message, card)
    except TooLongError as error:
        raise ScoreError(str(error)) from None
    if not assessment.attempted:
        raise NotAttempted(say("score.not_attempted", title=card.title, shape=shape(id)))
    terms = terms_of(id)
    if (when := terms.opening()) and (validating() or not is_grading()):
        show(Notice((say("later.score", title=card.title, when=when),)))
        return worth if validating() else None
    earned = as_points(terms.points(assessment, worth), worth)
    notes = [say("score.waits")] if assessment.flags else []
    if validating():
        notes.append(say("score.validating"))
    show(Feedback(View(message, card, assessment, notes=tuple(notes), points=(earned, worth))))
    return worth if validating() else earned


def validating() -> bool:
    """Whether nbgrader's Validate is running the notebook, as against autograde."""
    return os.environ.get("NBGRADER_EXECUTION") == "validate" or bool(os.environ.get("NBGRADER_VALIDATING"))


def as_points(points: float, worth: float) -> float:
    """Return points as nbgrader can read them: a plain float, finite, from 0 to `worth`, with two decimals."""
    if not math.isfinite(points):
        return 0.0
    return min(max(round(float(points), 2), 0.0), float(worth))
