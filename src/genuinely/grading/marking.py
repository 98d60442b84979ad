"""From an answer to its points: what goes into the gradebook, the graded notebook and the instructor's list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from genuinely.assessing import Assessment, TooLongError
from genuinely.coaching.attempts import LEAST, fault
from genuinely.coaching.choice_page import overlap_of, scored_choice, scored_quote
from genuinely.coaching.choices import load_choices
from genuinely.coaching.choosing import points_for_choice, read_answer
from genuinely.coaching.feedback import Feedback
from genuinely.coaching.page import Notice, Shown
from genuinely.coaching.reflecting import written
from genuinely.coaching.scoring import as_points
from genuinely.coaching.view import View
from genuinely.grading.answers import FOR_A_PERSON, Answer
from genuinely.grading.source import Item
from genuinely.grading.wording import say
from genuinely.scenarios import FrozenDict, Scenario, load_scenario

Assessor = Callable[[str, Scenario], Assessment]
"""`genuinely.assessing.assess`, or something that remembers what it said."""


@dataclass(frozen=True)
class Score:
    """What an item earned.

    points: from 0 to `maximum`, with two decimals; None if a person gives them.
    needs_person: whether a person should look, as `reason` says in a sentence ("" where nobody need).
    at_stake: how far the points may be from a person's, in points.
    made_with: the versions of assessor, rubric and card, or of a choice in the card's place; "" where there is none.
    levels: of each criterion, from 0 to 2; of none where nothing was assessed.
    """

    grade_id: str
    points: float | None
    maximum: float
    needs_person: bool = False
    reason: str = ""
    at_stake: float = 0.0
    made_with: tuple[str, str, str] = ("", "", "")
    levels: FrozenDict[str, int] = field(default_factory=FrozenDict)


@dataclass(frozen=True)
class Mark:
    """A score with what stands beside it: the outputs of its cell, and a comment on the answer, "" for none."""

    score: Score
    outputs: tuple[dict[str, Any], ...] = ()
    comment: str = ""


def mark(item: Item, answer: Answer, given: str, assess: Assessor) -> Mark:
    """Return what an answer earns. `given` is the text that students were given in its cell."""
    match item.kind:
        case "rewrite":
            return _rewrite(item, answer, assess)
        case "choice":
            return _choice(item, answer)
        case "quote":
            return _quote(item, answer)
        case "completion":
            return _completion(item, answer, given)
        case "by_hand":
            return _by_hand(item, answer, given)


def _rewrite(item: Item, answer: Answer, assess: Assessor) -> Mark:
    if not answer.message:
        return _unwritten(item, answer)
    try:
        assessment = assess(answer.message, load_scenario(item.scenario))
    except TooLongError as error:
        score = Score(item.grade_id, 0.0, item.points, True, str(error), item.points)
        return Mark(score, _outputs(Notice((str(error), say("answer.waits"))), 0.0), _comment(answer, "answer.waits"))
    if not assessment.attempted:
        return _unwritten(item, answer)
    return _assessed(item, answer, assessment)


def found(answer: Answer, given: str) -> str:
    """Return the comment on an answer that has no points of its own."""
    return _comment(answer, *(["answer.no_response"] if answer.text == given else []))


def _by_hand(item: Item, answer: Answer, given: str) -> Mark:
    """As nbgrader does: what was left as it was given out has 0 points, all else is for a person."""
    if answer.text == given:
        return Mark(Score(item.grade_id, 0.0, item.points), comment=_comment(answer, "answer.no_response"))
    return Mark(Score(item.grade_id, None, item.points, needs_person=True), comment=_comment(answer))


def _completion(item: Item, answer: Answer, given: str) -> Mark:
    """All the points for a real attempt; none for now, and a look by a person, for what does not look like one."""
    if answer.text == given:
        return Mark(Score(item.grade_id, 0.0, item.points), comment=_comment(answer, "answer.no_response"))
    missing = fault(written(answer.text), item.prompt)
    if missing == "empty":
        return Mark(Score(item.grade_id, 0.0, item.points), comment=_comment(answer, "answer.no_response"))
    if missing:
        score = Score(item.grade_id, 0.0, item.points, True, say(f"completion.{missing}", least=LEAST), item.points)
        return Mark(score, comment=_comment(answer, "answer.waits"))
    return Mark(Score(item.grade_id, float(item.points), item.points), comment=_comment(answer, "completion.written"))


def _choice(item: Item, answer: Answer) -> Mark:
    """All the points for the better of two messages. A letter that cannot be told is looked at by a person."""
    choice, typed = load_choices()[item.choice], read_answer(answer.message)
    if not typed.choice:
        return _unwritten(item, answer)
    points = as_points(points_for_choice(typed, choice, item.points), item.points)
    shown = scored_choice(choice, typed.letter, points, item.points)
    return _chosen(item, answer, points, shown, "" if typed.letter else say("choice.unclear"))


def _quote(item: Item, answer: Answer) -> Mark:
    """The points for quoted words, as `genuinely.coaching.overlap` has the rule."""
    choice, typed = load_choices()[item.choice], read_answer(answer.message)
    if not typed.words:
        return _unwritten(item, answer)
    found = overlap_of(typed.words, choice)
    points = as_points(found.share * item.points, item.points)
    return _chosen(item, answer, points, scored_quote(choice, found, points, item.points))


def _chosen(item: Item, answer: Answer, points: float, shown: Shown, unclear: str = "") -> Mark:
    odd = not FOR_A_PERSON.isdisjoint(answer.notes)
    reason = " ".join(filter(None, (unclear, _sentences(answer) if odd else "")))
    score = Score(
        item.grade_id,
        points,
        item.points,
        needs_person=bool(reason),
        reason=reason,
        at_stake=item.points if reason else 0.0,
        made_with=("", "", load_choices()[item.choice].version),
    )
    return Mark(score, _outputs(shown, points), _comment(answer, *(["answer.look"] if reason else [])))


def _unwritten(item: Item, answer: Answer) -> Mark:
    title = load_choices()[item.choice].title if item.choice else load_scenario(item.scenario).title
    look = not FOR_A_PERSON.isdisjoint(answer.notes)
    reason = _sentences(answer) if look else ""
    score = Score(item.grade_id, 0.0, item.points, look, reason, item.points if look else 0.0)
    said = "answer.waits" if look else "answer.no_response"
    return Mark(score, _outputs(Notice((say("score.not_attempted", title=title),)), 0.0), _comment(answer, said))


def _assessed(item: Item, answer: Answer, assessment: Assessment) -> Mark:
    card = load_scenario(item.scenario)
    points = as_points(item.terms.points(assessment, item.points), item.points)
    odd = not FOR_A_PERSON.isdisjoint(answer.notes)
    if assessment.flags:
        said = ["answer.waits"]
        reason = " ".join(assessment.reasons.values())
        at_stake = item.points * item.terms.share(assessment.total)
    else:
        said = ["answer.provisional"] if assessment.needs_person else ["answer.look"] if odd else []
        reason = say("answer.provisional") if assessment.needs_person else ""
        at_stake = points if odd else item.points * item.terms.share(assessment.expected_error)
    reason = " ".join(filter(None, (reason, _sentences(answer) if odd else "")))
    versions = assessment.versions
    score = Score(
        item.grade_id,
        points,
        item.points,
        needs_person=assessment.needs_person or odd,
        reason=reason,
        at_stake=round(at_stake, 2),
        made_with=(versions.assessor, versions.rubric, versions.card),
        levels=assessment.levels,
    )
    notes = tuple(say(key) for key in said)
    shown = Feedback(View(answer.message, card, assessment, notes=notes, points=(points, item.points)))
    return Mark(score, _outputs(shown, points), _comment(answer, *said))


def _sentences(answer: Answer) -> str:
    return " ".join(say(f"found.{note}") for note in answer.notes)


def _comment(answer: Answer, *keys: str) -> str:
    """Sentences of the course's own alone: nbgrader shows comments without escaping them."""
    return "\n\n".join(say(key) for key in (*(f"found.{note}" for note in answer.notes), *keys))


def _outputs(shown: Shown, points: float) -> tuple[dict[str, Any], ...]:
    """What running the cell would have shown: the rows, and the points as nbgrader reads them."""
    return (
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"text/html": shown.html(), "text/plain": shown.plain()},
        },
        {"output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": {"text/plain": repr(points)}},
    )
