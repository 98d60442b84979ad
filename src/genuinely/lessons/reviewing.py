"""Questions that come back: which are due, and a form to answer them in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from genuinely.coaching.page import Notice, Shown
from genuinely.keeping import Entry, is_grading, kept_files
from genuinely.lessons.course_wording import say
from genuinely.lessons.form_widget import Form, answers_in
from genuinely.lessons.forms import COMPARED, FormSpec
from genuinely.lessons.quiz_forms import COMPARED_KINDS, as_field, is_right
from genuinely.lessons.quizzes import Bank, Question, banks
from genuinely.lessons.reading import LessonDataError
from genuinely.lessons.spacing import SPACINGS, Attempt, comes_back, settings

KIND = "reviews"
"""A review is kept under its day, apart from the journal: it is the same form with other questions each time."""


@dataclass(frozen=True)
class Asked:
    """A question that was answered before, with its bank and the day on which it is due."""

    bank: Bank
    question: Question
    due: date

    @property
    def name(self) -> str:
        return f"{self.bank.id}/{self.question.name}"


def review(spacing: str = "widening", today: date | None = None) -> Form | Shown:
    """Return the questions that are due today, or a sentence on when the next one is.

    spacing: "widening" (an interval longer than the one before, after each right answer) or "fixed".
    Raises LessonDataError for another.
    """
    if is_grading():
        return Notice((say("review.grading"),))
    today = today or date.today()
    asked = answered_before(today, spacing)
    due = [each for each in asked if each.due <= today]
    if not due:
        soonest = min((each.due for each in asked), default=None)
        return Notice((say("review.none_due", day=f"{soonest:%Y-%m-%d}") if soonest else say("review.none_yet"),))
    most = settings().at_most
    fields = tuple(
        as_field(each.question, each.name, f"{number}. {each.question.ask}")
        for number, each in enumerate(due[:most], start=1)
    )
    hint = (
        say("review.hint") if len(due) <= most else f"{say('review.hint')} {say('review.rest', count=len(due) - most)}"
    )
    return Form(FormSpec(today.isoformat(), say("review.label"), hint, fields), kind=KIND)


def due_by_bank(today: date | None = None) -> Mapping[str, int]:
    """Return for each bank how many of its questions are due and not answered yet today."""
    today = today or date.today()
    given = {name for entry in _reviews().get(today.isoformat(), ()) for name in answers_in(entry)}
    due = (each for each in answered_before(today) if each.due <= today and each.name not in given)
    return Counter(each.bank.id for each in due)


def answered_before(today: date, spacing: str = "widening") -> tuple[Asked, ...]:
    """Return the questions that were answered on a day before `today`, those that have waited longest first."""
    if spacing not in SPACINGS:
        raise LessonDataError(f"There is no spacing {spacing!r}. There are: {', '.join(SPACINGS)}.")
    days = settings().days[spacing]
    found = []
    quizzes = {each.name: each.entries for each in kept_files("journal")}
    sittings = sorted(_reviews().items())
    for bank in banks().values():
        for question in bank.questions:
            tries = _attempts(bank, question, quizzes.get(f"quiz-{bank.id}", ()), sittings)
            due = comes_back([attempt for attempt in tries if attempt.day < today], days)
            if due:
                found.append(Asked(bank, question, due))
    return tuple(sorted(found, key=lambda each: each.due))


def _attempts(
    bank: Bank, question: Question, quiz: tuple[Entry, ...], sittings: list[tuple[str, tuple[Entry, ...]]]
) -> list[Attempt]:
    """The first answer of each day, in the order of the days."""
    first: dict[date, Attempt] = {}
    for name, entries in ((question.name, quiz), *((f"{bank.id}/{question.name}", each) for _, each in sittings)):
        answered = _first_answer(question, name, entries)
        if answered is not None:
            first.setdefault(answered.day, answered)
    return sorted(first.values(), key=lambda attempt: attempt.day)


def _first_answer(question: Question, name: str, entries: tuple[Entry, ...]) -> Attempt | None:
    for entry in entries:
        given, day = answers_in(entry), _day(entry)
        if day is not None and _is_given(question, name, given):
            return Attempt(day, is_right(question, given[name]))
    return None


def _is_given(question: Question, name: str, given: dict[str, Any]) -> bool:
    """A tick among several is an answer once it is compared; words, once it is said what they come nearest to."""
    answer = given.get(name)
    if question.kind == "short":
        return isinstance(answer, dict) and bool(answer.get("nearest"))
    if question.kind in COMPARED_KINDS:
        compared = given.get(COMPARED)
        return name in given and isinstance(compared, list) and name in compared
    return answer is not None


def _reviews() -> dict[str, tuple[Entry, ...]]:
    return {each.name: each.entries for each in kept_files(KIND)}


def _day(entry: Entry) -> date | None:
    try:
        return datetime.fromisoformat(entry["time"]).date()
    except (KeyError, TypeError, ValueError):
        return None
