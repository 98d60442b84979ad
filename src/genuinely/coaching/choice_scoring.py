"""`score_choice("id")` and `score_quote("id")`: what the two test cells of a choice call."""

from __future__ import annotations

from genuinely.coaching.choice_page import overlap_of, scored_choice, scored_quote
from genuinely.coaching.choice_words import labels, say
from genuinely.coaching.choices import Choice, load_choices
from genuinely.coaching.choosing import points_for_choice, read_answer
from genuinely.coaching.drafts import latest_choice, use_choice
from genuinely.coaching.ids import tidy
from genuinely.coaching.page import Notice, show
from genuinely.coaching.problem_sets import terms_of_choice, worth_of_choice
from genuinely.coaching.scoring import NotAttempted, ScoreError, as_points, validating
from genuinely.coaching.wording import say as say_of_all
from genuinely.keeping import is_grading


def score_choice(id: str) -> float | None:
    """Show whether the better message was chosen, and return the points: all or none.

    Where levels are shown only later, learners are told when, and None is returned, except to nbgrader. Under its
    Validate every attempted answer gets the maximum. Raises NotAttempted where nothing is written
    as the choice, ScoreError for an id without points.
    """
    choice, (worth, _) = _known(id)
    answer = read_answer(latest_choice(choice.id))
    if not answer.choice:
        raise NotAttempted(_missing("score.not_chosen", choice, "choice"))
    if _shown_later(choice):
        return worth if validating() else None
    earned = as_points(points_for_choice(answer, choice, worth), worth)
    show(scored_choice(choice, answer.letter, earned, worth, _notes()))
    return worth if validating() else earned


def score_quote(id: str) -> float | None:
    """Show which deciding words were quoted, and return the points, with two decimals; `overlap` has the rule.

    Later and under Validate it is as with `score_choice`. Raises NotAttempted where no words are quoted, ScoreError
    for an id without points.
    """
    choice, (_, worth) = _known(id)
    answer = read_answer(latest_choice(choice.id))
    if not answer.words:
        raise NotAttempted(_missing("score.not_quoted", choice, "words"))
    if _shown_later(choice):
        return worth if validating() else None
    found = overlap_of(answer.words, choice)
    earned = as_points(found.share * worth, worth)
    show(scored_quote(choice, found, earned, worth, _notes()))
    return worth if validating() else earned


def _known(id: str) -> tuple[Choice, tuple[float, float]]:
    id = tidy(id)
    choice, worth = load_choices().get(id), worth_of_choice(id)
    if choice is None:
        raise ScoreError(say("choose.unknown", id=id, known=", ".join(load_choices())))
    if worth is None:
        raise ScoreError(say("score.no_points", id=id))
    use_choice(id)
    return choice, worth


def _shown_later(choice: Choice) -> bool:
    """Whether points and reasons are not shown yet, which is then said; nbgrader's grading has them at any time."""
    when = terms_of_choice(choice.id).opening()
    if not when or (is_grading() and not validating()):
        return False
    show(Notice((say("score.later", title=choice.title, when=when),)))
    return True


def _missing(key: str, choice: Choice, part: str) -> str:
    return say(key, title=choice.title, shape=f"%%choose {choice.id}", label=labels()[part])


def _notes() -> tuple[str, ...]:
    return (say_of_all("score.validating"),) if validating() else ()
