"""An answer that is nearly identical to a known text goes to a person, with the source named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from genuinely.grading.known import KnownText, nearest
from genuinely.grading.marking import Mark
from genuinely.grading.wording import say
from genuinely.scenarios import load_scenario


def held_against_known(
    mark: Mark, message: str, scenario: str, known: Sequence[KnownText], handout: Sequence[str]
) -> Mark:
    """Return the mark of an answer as it is, or for a person to look at if the message is nearly identical to another.

    The points stay: whether they count is for the person to say. The student is told that somebody looks, and no more.
    """
    found = nearest(message, load_scenario(scenario), known, handout) if message and known else None
    if found is None:
        return mark
    source = say(f"alike.{found.text.kind}", name=found.text.name)
    said = say("alike.said", percent=round(100 * found.share), source=source)
    look = "" if mark.score.needs_person else say("answer.look")
    score = replace(
        mark.score,
        needs_person=True,
        reason=" ".join(filter(None, (mark.score.reason, said))),
        at_stake=max(mark.score.at_stake, mark.score.points or 0.0),
    )
    return replace(mark, score=score, comment="\n\n".join(filter(None, (mark.comment, look))))
