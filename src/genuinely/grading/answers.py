"""What a student wrote for each thing that is graded, found among the cells that were handed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

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
    message: what is assessed, "" if nothing was written, or if a person reads the text anyway.
    notes: what was found odd, as keys of `data/wording/en/grading.toml` under [found].
    """

    text: str
    message: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Typed:
    """The message in a cell, and the scenario that its first line names, as typed, "" if it names none."""

    message: str
    scenario: str


def find_answers(cells: Sequence[HandedCell], source: Source) -> FrozenDict[str, Answer]:
    """Return the answer for each cell of the source that students write in, by grade id."""
    scenarios = {item.answer: item.scenario for item in source.items if item.scenario}
    found = {}
    for id, given in source.answers.items():
        own, notes = _own(cells, id)
        if id in scenarios:
            others = frozenset(scenarios.values()) - {scenarios[id]}
            answer = _message(cells, own, scenarios[id], others)
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
            return below if below.message else Typed(_typed("", lines[:number]).message, below.scenario)
    return _typed("", lines)


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
    cells: Sequence[HandedCell], own: HandedCell | None, scenario: str, others: frozenset[str]
) -> Answer | None:
    """The message of the answer cell; where there is none, that of a cell whose first line names the scenario."""
    typed = read_message(own.text) if own else Typed("", "")
    for_another = typed.scenario in others
    if own and typed.message and not for_another:
        return Answer(own.text, typed.message)
    for cell in reversed(cells):
        if cell is not own and cell.is_code and "rewrite" in cell.text:
            found = read_message(cell.text)
            if found.scenario == scenario and found.message:
                return Answer(cell.text, found.message, ("from_another",))
    return Answer(own.text, "", ("names_another",)) if own and for_another and typed.message else None


def _bounded(answer: Answer) -> Answer:
    if len(answer.text) <= LONGEST_TEXT:
        return answer
    return Answer(answer.text[:LONGEST_TEXT], answer.message, (*answer.notes, "cut"))
