"""Question banks: every option has its explanation, every wrong one the misconception that it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from genuinely.lessons.forms import Field, FormSpec, Option
from genuinely.lessons.reading import LessonDataError, Table, read_all
from genuinely.lessons.wording import say


@dataclass(frozen=True)
class Choice:
    """One option. `misconception` names what somebody who takes it believes; "" for the right one."""

    text: str
    explanation: str
    misconception: str = ""

    @property
    def right(self) -> bool:
        return not self.misconception


@dataclass(frozen=True)
class Question:
    """A question with one right option."""

    name: str
    ask: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True)
class Bank:
    """A set of questions, and in words each misconception that its wrong options name."""

    id: str
    label: str
    hint: str
    misconceptions: Mapping[str, str]
    questions: tuple[Question, ...]


def bank(id: str) -> Bank:
    """Return the bank of this id. Raises LessonDataError, which lists the ids there are."""
    try:
        return banks()[id]
    except KeyError:
        raise LessonDataError(f"There is no quiz called '{id}'. There are: {', '.join(banks())}.") from None


@cache
def banks() -> Mapping[str, Bank]:
    """Return every bank in `data/quizzes/`, by id. Raises LessonDataError."""
    return {found.id: found for found in map(bank_from, read_all("quizzes"))}


def bank_from(file: Table) -> Bank:
    """Return the bank in a file. Raises LessonDataError."""
    file.only("id", "label", "hint", "misconceptions", "questions")
    id = file.text("id")
    if f"{id}.toml" != file.file:
        file.refuse("id", f"found {id!r}, expected the file's name without .toml.")
    named = file.table("misconceptions")
    misconceptions = {name: named.text(name) for name in named.found}
    questions = tuple(_question(table, misconceptions) for table in file.tables("questions"))
    used = {choice.misconception for question in questions for choice in question.choices}
    for name in misconceptions:
        if name not in used:
            named.refuse(name, "no wrong option stands for it. Take it out, or name it in an option.")
    return Bank(id, file.text("label"), file.text("hint"), misconceptions, questions)


def as_form(bank: Bank) -> FormSpec:
    """Return a bank as a form, whose replies say whether an option is right, and why."""
    fields = tuple(
        Field(question.name, "choice", f"{number}. {question.ask}", options=tuple(map(_option, _named(question))))
        for number, question in enumerate(bank.questions, start=1)
    )
    return FormSpec(f"quiz-{bank.id}", bank.label, bank.hint, fields)


def _named(question: Question) -> list[tuple[str, Choice]]:
    return [(f"option-{number}", choice) for number, choice in enumerate(question.choices, start=1)]


def _option(named: tuple[str, Choice]) -> Option:
    name, choice = named
    verdict = say("quiz.right" if choice.right else "quiz.wrong")
    return Option(name, choice.text, f"{verdict} {choice.explanation}")


def _question(table: Table, misconceptions: Mapping[str, str]) -> Question:
    table.only("name", "ask", "options")
    choices = tuple(_choice(option, misconceptions) for option in table.tables("options"))
    if sum(choice.right for choice in choices) != 1:
        table.refuse("options", "expected exactly one with `right = true`.")
    return Question(table.text("name"), table.text("ask"), choices)


def _choice(table: Table, misconceptions: Mapping[str, str]) -> Choice:
    table.only("text", "right", "explanation", "misconception")
    misconception = table.text("misconception", "")
    if table.flag("right") == bool(misconception):
        table.refuse("misconception", "a wrong option names one of [misconceptions]; the right one names none.")
    if misconception and misconception not in misconceptions:
        table.refuse("misconception", f"{misconception!r} is not in [misconceptions]. Add it there with its words.")
    return Choice(table.text("text"), table.text("explanation"), misconception)
