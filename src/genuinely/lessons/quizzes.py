"""Question banks: every option has its explanation, every wrong one the misconception that it stands for.

`data/quizzes/README.md` says how a bank is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import LessonDataError, Table, read_all


@dataclass(frozen=True)
class Choice:
    """One option. `misconception` names what somebody who takes it believes; "" for a right one.

    target: what belongs to it, in a question of the kind "match"; "" for a lure, to which nothing belongs.
    """

    text: str
    explanation: str
    misconception: str = ""
    target: str = ""

    @property
    def right(self) -> bool:
        return not self.misconception


@dataclass(frozen=True)
class Question:
    """A question.

    kind: "single" (one option is right), "multiple" (several may be), "order" (`choices` stand in the right order),
    "match" (each choice with its `target`; `lures` are targets to which nothing belongs), or "short" (a few words
    are written, then compared with typical answers, of which at least one is right).
    """

    name: str
    ask: str
    choices: tuple[Choice, ...]
    kind: str = "single"
    lures: tuple[Choice, ...] = ()

    @property
    def named(self) -> tuple[tuple[str, Choice], ...]:
        """Each choice with the name under which an answer keeps it."""
        return tuple((f"option-{number}", choice) for number, choice in enumerate(self.choices, start=1))


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
    return {found.id: found for found in map(bank_from, read_all("quizzes", LANGUAGE))}


def bank_from(file: Table) -> Bank:
    """Return the bank in a file. Raises LessonDataError."""
    file.only("id", "label", "hint", "misconceptions", "questions")
    id = file.text("id")
    if f"{id}.toml" != file.file:
        file.refuse("id", f"found {id!r}, expected the file's name without .toml.")
    named = file.table("misconceptions") if "misconceptions" in file.found else Table(file.file, "misconceptions", {})
    misconceptions = {name: named.text(name) for name in named.found}
    questions = tuple(_question(table, misconceptions) for table in file.tables("questions"))
    names = [question.name for question in questions]
    for name in names:
        if names.count(name) > 1:
            file.refuse("questions", f"two questions are called '{name}'. Rename one of them.")
    used = {choice.misconception for each in questions for choice in (*each.choices, *each.lures)}
    for name in misconceptions:
        if name not in used:
            named.refuse(name, "no wrong option stands for it. Take it out, or name it in an option.")
    return Bank(id, file.text("label"), file.text("hint"), misconceptions, questions)


def _question(table: Table, misconceptions: Mapping[str, str]) -> Question:
    kind = table.text("kind", "single")
    if kind not in _CHECKS:
        table.refuse("kind", f"found {kind!r}, expected one of: {', '.join(_CHECKS)}.")
    table.only("name", "ask", "kind", "options", *(("lures",) if kind == "match" else ()))
    lured = table.tables("lures") if "lures" in table.found else ()
    made = Question(
        table.text("name"),
        table.text("ask"),
        tuple(_choice(option, kind, misconceptions) for option in table.tables("options")),
        kind,
        tuple(_judged(lure, misconceptions, right=False) for lure in lured),
    )
    if trouble := _CHECKS[kind](made):
        table.refuse("options", trouble)
    return made


def _choice(table: Table, kind: str, misconceptions: Mapping[str, str]) -> Choice:
    if kind == "order":
        table.only("text", "explanation")
        return Choice(table.text("text"), table.text("explanation"))
    if kind == "match":
        table.only("text", "target", "explanation")
        return Choice(table.text("text"), table.text("explanation"), target=table.text("target"))
    table.only("text", "right", "explanation", "misconception")
    return _judged(table, misconceptions, right=table.flag("right"))


def _judged(table: Table, misconceptions: Mapping[str, str], *, right: bool) -> Choice:
    misconception = table.text("misconception", "")
    if right == bool(misconception):
        table.refuse("misconception", "a wrong option names one of [misconceptions]; a right one names none.")
    if misconception and misconception not in misconceptions:
        table.refuse("misconception", f"{misconception!r} is not in [misconceptions]. Add it there with its words.")
    return Choice(table.text("text"), table.text("explanation"), misconception)


def _single(question: Question) -> str:
    return "" if sum(choice.right for choice in question.choices) == 1 else "expected exactly one with `right = true`."


def _some_of_each(question: Question) -> str:
    both = {choice.right for choice in question.choices} == {True, False}
    return "" if both else "expected at least one with `right = true` and at least one without."


def _ordered(question: Question) -> str:
    return "" if len(question.choices) > 2 else "expected three or more, in the right order."


def _matched(question: Question) -> str:
    targets = [choice.target for choice in question.choices] + [lure.text for lure in question.lures]
    if len(question.choices) < 2:
        return "expected two or more."
    return "" if len(set(targets)) == len(targets) else "two targets are the same. Each belongs to one option."


_CHECKS: Mapping[str, Callable[[Question], str]] = {
    "single": _single,
    "multiple": _some_of_each,
    "order": _ordered,
    "match": _matched,
    "short": _some_of_each,
}
