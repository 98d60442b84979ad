"""What a student wrote for each thing that is graded, found among the cells that were handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from genuinely.coaching.choices import load_choices
from genuinely.coaching.choosing import choose_line, read_answer
from genuinely.coaching.ids import tidy
from genuinely.coaching.repairs import rewrite_line
from genuinely.coaching.rewriting import read
from genuinely.grading.notebooks import LONGEST_TEXT, HandedCell
from genuinely.grading.source import Source
from genuinely.scenarios import FrozenDict

FOR_A_PERSON = frozenset({"twice", "from_another", "names_another", "cut"})
"""Notes after which a person should look whether the right text was read."""


@dataclass(frozen=True)
class Answer:
    """What was found for one cell that students write in.

    text: the cell's whole text; what was given out if nothing was found.
    message: what is scored: a message, or what stands below the labels of a choice, labels and all. "" if nothing was
    written, or if a person reads the text anyway.
    notes: what was found odd, as keys of `data/wording/en/grading.toml` under [found].
    """

    text: str
    message: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Typed:
    """What was written in a cell, and the id that its first line names, as typed, "" if it names none."""

    message: str
    id: str


def find_answers(cells: Sequence[HandedCell], source: Source) -> FrozenDict[str, Answer]:
    """Return the answer for each cell of the source that students write in, by grade id."""
    scenarios = {item.answer: item.scenario for item in source.items if item.scenario}
    choices = {item.answer: item.choice for item in source.items if item.choice}
    found = {}
    for id, given in source.answers.items():
        own, notes = _own(cells, id)
        if id in scenarios:
            others = frozenset(scenarios.values()) - {scenarios[id]}
            answer = _message(cells, own, scenarios[id], others, "rewrite", read_message)
        elif id in choices:
            others = frozenset(load_choices()) - {choices[id]}
            answer = _message(cells, own, choices[id], others, "choose", read_choice)
        else:
            answer = Answer(own.text) if own else None
        answer = answer or Answer(own.text if own else given)
        found[id] = _bounded(Answer(answer.text, answer.message, (*notes, *answer.notes)))
    return FrozenDict(found)


@lru_cache(maxsize=64)
def read_message(text: str) -> Typed:
    """Read the message in a cell as a person would, also where its first line is damaged or missing.

    The text is looked at as text alone: it is not compiled, and only its first line is taken apart.
    """
    lines = text.replace("\r\n", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip("\ufeff\u200b\u00a0 \t")), 0)
    if (rest := rewrite_line(lines[first])) is not None:
        return _typed(rest, lines[first + 1 :])
    for number, line in enumerate(lines):
        if line.lstrip().startswith("%%rewrite"):
            below = _typed(line.strip().removeprefix("%%rewrite"), lines[number + 1 :])
            return below if below.message else Typed(_typed("", lines[:number]).message, below.id)
    return _typed("", lines)


@lru_cache(maxsize=64)
def read_choice(text: str) -> Typed:
    """Read what stands below the first line of a cell with a choice, or all of it where that line is missing."""
    lines = text.replace("\r\n", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip("\ufeff\u200b\u00a0 \t")), 0)
    rest = choose_line(lines[first])
    body = "\n".join(lines if rest is None else lines[first + 1 :])
    id = tidy(rest or "")
    return Typed(body if read_answer(body).attempted else "", id)


def _typed(rest: str, body: list[str]) -> Typed:
    cell = read(rest, "\n".join(body))
    return Typed(cell.message, cell.id)


def _own(cells: Sequence[HandedCell], id: str) -> tuple[HandedCell | None, tuple[str, ...]]:
    """The cell with this grade id: the last one, as for nbgrader. Else the one that has lost it, by its cell id."""
    marked = [cell for cell in cells if cell.grade_id == id]
    if len(marked) > 1:
        return marked[-1], ("twice" if len({cell.text for cell in marked}) > 1 else "twice_the_same",)
    if marked:
        return marked[0], ()
    lost = [cell for cell in cells if not cell.grade_id and cell.cell_id == id]
    return (lost[-1], ("lost_id",)) if lost else (None, ("missing",))


def _message(
    cells: Sequence[HandedCell],
    own: HandedCell | None,
    id: str,
    others: frozenset[str],
    magic: str,
    read_cell: Callable[[str], Typed],
) -> Answer | None:
    """What is written in the answer cell; where nothing is, in a cell whose first line names the same id."""
    typed = read_cell(own.text) if own else Typed("", "")
    for_another = typed.id in others
    if own and typed.message and not for_another:
        return Answer(own.text, typed.message)
    for cell in reversed(cells):
        if cell is not own and cell.is_code and magic in cell.text:
            found = read_cell(cell.text)
            if found.id == id and found.message:
                return Answer(cell.text, found.message, ("from_another",))
    return Answer(own.text, "", ("names_another",)) if own and for_another and typed.message else None


def _bounded(answer: Answer) -> Answer:
    if len(answer.text) <= LONGEST_TEXT:
        return answer
    return Answer(answer.text[:LONGEST_TEXT], answer.message, (*answer.notes, "cut"))
