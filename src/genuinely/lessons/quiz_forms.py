"""A question as something to answer in a form, and whether an answer is right."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from genuinely.lessons.fields import Field, Option
from genuinely.lessons.forms import FormSpec
from genuinely.lessons.quizzes import Bank, Choice, Question
from genuinely.lessons.wording import say

COMPARED_KINDS = frozenset({"multiple", "order", "match", "short"})
"""Kinds whose answer counts as given once it has been compared: a first tick is not yet an answer."""


def as_form(bank: Bank) -> FormSpec:
    """Return a bank as a form, whose replies say whether an option is right, and why."""
    fields = tuple(
        as_field(question, question.name, f"{number}. {question.ask}")
        for number, question in enumerate(bank.questions, start=1)
    )
    return FormSpec(f"quiz-{bank.id}", bank.label, bank.hint, fields)


def as_field(question: Question, name: str, label: str) -> Field:
    """Return a question as a field of this name and label."""
    return _FIELDS[question.kind](question, name, label)


def is_right(question: Question, answer: Any) -> bool:
    """Return whether an answer, in the shape that `Field` tells of, is right."""
    return _RIGHT[question.kind](question, answer)


def _single(question: Question, name: str, label: str) -> Field:
    return Field(name, "choice", label, options=_explained(question))


def _multiple(question: Question, name: str, label: str) -> Field:
    return Field(name, "ticks", label, options=_explained(question, "multiple"))


def _order(question: Question, name: str, label: str) -> Field:
    places = range(len(question.choices))

    def reply(choice: Choice, at: int, place: int) -> str:
        verdict = say("quiz.right") if place == at else say("quiz.place", place=at + 1)
        return f"{verdict} {choice.explanation}"

    replies = {
        option: {str(place): reply(choice, at, place) for place in places}
        for at, (option, choice) in enumerate(question.named)
    }
    options = [Option(option, choice.text) for option, choice in question.named]
    return Field(name, "order", label, options=_mixed(options, question.name), replies=replies)


def _match(question: Question, name: str, label: str) -> Field:
    targets = [Option(f"target-{option}", choice.target) for option, choice in question.named]
    lures = [Option(f"lure-{number}", lure.text) for number, lure in enumerate(question.lures, start=1)]
    said = {lure.name: choice.explanation for lure, choice in zip(lures, question.lures, strict=True)}

    def reply(option: str, choice: Choice, target: str) -> str:
        if target == f"target-{option}":
            return f"{say('quiz.right')} {choice.explanation}"
        return f"{say('quiz.wrong')} {said.get(target, choice.explanation)}"

    replies = {
        option: {target.name: reply(option, choice, target.name) for target in (*targets, *lures)}
        for option, choice in question.named
    }
    options = tuple(Option(option, choice.text) for option, choice in question.named)
    mixed = _mixed([*targets, *lures], question.name)
    return Field(name, "match", label, options=options, targets=mixed, replies=replies)


def _short(question: Question, name: str, label: str) -> Field:
    return Field(name, "short", label, options=_explained(question))


def _explained(question: Question, kind: str = "") -> tuple[Option, ...]:
    """Each option with its verdict and explanation, mixed: in the bank the right one often stands first.

    Of several ticks, the verdict says what to do with each.
    """
    verdicts = ("quiz.tick", "quiz.no_tick") if kind == "multiple" else ("quiz.right", "quiz.wrong")
    options = [
        Option(name, choice.text, f"{say(verdicts[0] if choice.right else verdicts[1])} {choice.explanation}")
        for name, choice in question.named
    ]
    return _mixed(options, question.name)


def _mixed(options: Sequence[Option], seed: str) -> tuple[Option, ...]:
    """In an order that tells nothing, the same each time; never the order in which they came."""
    mixed = sorted(options, key=lambda option: hashlib.sha256(f"{seed} {option.name}".encode()).digest())
    return tuple(mixed if mixed != list(options) else reversed(mixed))


def _right_choice(question: Question, answer: Any) -> bool:
    return any(name == answer and choice.right for name, choice in question.named)


def _right_ticks(question: Question, answer: Any) -> bool:
    return isinstance(answer, list) and set(_strings(answer)) == {n for n, choice in question.named if choice.right}


def _right_order(question: Question, answer: Any) -> bool:
    return bool(answer == [name for name, _ in question.named])


def _right_match(question: Question, answer: Any) -> bool:
    return bool(answer == {name: f"target-{name}" for name, _ in question.named})


def _right_short(question: Question, answer: Any) -> bool:
    return isinstance(answer, Mapping) and _right_choice(question, answer.get("nearest"))


def _strings(found: Iterable[Any]) -> list[str]:
    return [each for each in found if isinstance(each, str)]


_FIELDS: Mapping[str, Callable[[Question, str, str], Field]] = {
    "single": _single,
    "multiple": _multiple,
    "order": _order,
    "match": _match,
    "short": _short,
}
_RIGHT: Mapping[str, Callable[[Question, Any], bool]] = {
    "single": _right_choice,
    "multiple": _right_ticks,
    "order": _right_order,
    "match": _right_match,
    "short": _right_short,
}
