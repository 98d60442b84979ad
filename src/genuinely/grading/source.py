"""The instructor's notebook, as what submissions are graded by: its cells, what is graded in it, and how."""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from genuinely.coaching.choices import load_choices
from genuinely.coaching.problem_sets import ProblemSetError, terms_of
from genuinely.coaching.terms import COURSE_TERMS, Terms
from genuinely.grading.known import KnownText
from genuinely.grading.trouble import SourceError
from genuinely.scenarios import FrozenDict, ScenarioError, UnknownScenarioError, load_scenario

KINDS = ("rewrite", "choice", "quote")
"""The kinds of test cells that are graded here, as `metadata.genuinely.kind` says it."""

Cell = dict[str, Any]

_GENERATE = "Run `genuinely nbgrader generate_assignment {name} --force`, which enters it as it is now."


@dataclass(frozen=True)
class Released:
    """A cell as the gradebook knows it: the text that students were given, its checksum, and its points if graded."""

    text: str
    checksum: str
    points: float | None = None


@dataclass(frozen=True)
class Item:
    """Something that is graded.

    grade_id: of the cell with the points.
    answer: grade id of the cell that students write in; the same one where a person grades it.
    kind: "rewrite" for a message that is assessed; "choice" and "quote" for the two halves of a choice; "by_hand" for
    an answer that a person reads; "completion" for one that earns its points by being written.
    scenario: the card's id, for a message alone.
    choice: the choice's id, for its two halves alone.
    prompt: the text of the cell above, for "completion" alone.
    terms: what the instructor has chosen for the problem set, for a message alone.
    """

    grade_id: str
    answer: str
    kind: Literal["rewrite", "choice", "quote", "by_hand", "completion"]
    points: float
    scenario: str = ""
    choice: str = ""
    prompt: str = ""
    terms: Terms = COURSE_TERMS


@dataclass(frozen=True)
class Source:
    """One notebook of an assignment. Plain data that travels to other processes.

    name: without `.ipynb`.
    text: the notebook as JSON, without outputs, with the released text in every cell that students write in.
    items: what is graded, in the notebook's order.
    answers: for each cell that students write in, the text that they were given.
    known: by scenario, the texts that its answers are held against.
    """

    name: str
    text: str
    items: tuple[Item, ...]
    answers: FrozenDict[str, str]
    known: FrozenDict[str, tuple[KnownText, ...]] = field(default_factory=FrozenDict)

    @cached_property
    def fingerprint(self) -> str:
        """Return digits that change whenever anything in the notebook does."""
        worth = [item.terms.full_points_from for item in self.items]
        told = json.dumps([self.text, self.answers, repr(self.known), worth], sort_keys=True)
        return hashlib.sha256(told.encode("utf-8")).hexdigest()[:16]

    @cached_property
    def handout(self) -> tuple[str, ...]:
        """Return the texts of all its cells as students were given them."""
        return tuple(text_of(cell) for cell in json.loads(self.text)["cells"])


def read_source(raw: bytes, name: str, released: Mapping[str, Released]) -> Source:
    """Read the instructor's notebook, and hold it against what the gradebook says was released, by grade id.

    Raises SourceError, with the cell and what to do, where submissions could not be graded by it.
    """
    try:
        notebook = json.loads(raw.decode("utf-8-sig"))
        cells = [cell for cell in notebook["cells"] if "nbgrader" in cell["metadata"]]
    except (ValueError, KeyError, TypeError) as error:
        raise SourceError(
            f"{name}.ipynb in the source folder is not a notebook.", "Save it with JupyterLab."
        ) from error
    _check_ids(cells, name, released)
    for cell in cells:
        _check_cell(cell, name, released)
    answers = {grade_id(cell): released[grade_id(cell)].text for cell in cells if said(cell, "solution")}
    items = tuple(_items(cells, name))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell.update(outputs=[], execution_count=None)
        if "nbgrader" in cell["metadata"]:
            cell["metadata"]["nbgrader"]["checksum"] = released[grade_id(cell)].checksum
            cell["source"] = answers.get(grade_id(cell), text_of(cell))
    return Source(name, json.dumps(notebook, ensure_ascii=False), items, FrozenDict(answers))


def checksum(cell: Cell) -> str:
    """Return the digits by which nbgrader tells whether a cell has changed (its `compute_checksum`)."""
    grade, solution = said(cell, "grade"), said(cell, "solution")
    locked = not solution and (grade or said(cell, "locked"))
    told = [text_of(cell), cell["cell_type"], str(grade), str(solution), str(locked), grade_id(cell)]
    told += [str(float(cell["metadata"]["nbgrader"]["points"]))] if grade else []
    return hashlib.md5("".join(told).encode("utf-8"), usedforsecurity=False).hexdigest()


def grade_id(cell: Cell) -> str:
    """Return the id by which nbgrader knows a cell, "" if it has none."""
    return str(cell["metadata"]["nbgrader"].get("grade_id", ""))


def said(cell: Cell, key: str) -> bool:
    """Return what nbgrader's metadata of a cell say to `grade`, `solution`, `locked` or `task`."""
    return bool(cell["metadata"]["nbgrader"].get(key, False))


def text_of(cell: Cell) -> str:
    """Return a cell's text, which a file may hold as one text or as lines."""
    return "".join(cell["source"])


def _check_ids(cells: list[Cell], name: str, released: Mapping[str, Released]) -> None:
    counts = Counter(map(grade_id, cells))
    for id, count in counts.items():
        if not id or count > 1:
            fault = f"is there {count} times" if id else "has no id"
            raise SourceError(f"{name}.ipynb: the nbgrader cell {id!r} {fault}.", "Give each its own id.")
    if set(counts) != set(released):
        differing = ", ".join(sorted(set(counts) ^ set(released)))
        raise SourceError(
            f"{name}.ipynb has other cells than the gradebook knows: {differing}.", _GENERATE.format(name=name)
        )


def _check_cell(cell: Cell, name: str, released: Mapping[str, Released]) -> None:
    """Whether the gradebook knows the cell as it stands here; of what students write in, the points alone."""
    id = grade_id(cell)
    where = f"{name}.ipynb, cell {id!r}:"
    if said(cell, "task"):
        raise SourceError(
            f"{where} it is a task, whose answers stand in cells of the students' own, and those are not read.",
            "Make it a manually graded answer, in which they write.",
        )
    if not said(cell, "solution") and checksum(cell) != released[id].checksum:
        raise SourceError(f"{where} its text is another than the gradebook's.", _GENERATE.format(name=name))
    points = cell["metadata"]["nbgrader"].get("points") if said(cell, "grade") else None
    if points != released[id].points:
        raise SourceError(
            f"{where} it is worth {points}, and {released[id].points} in the gradebook.", _GENERATE.format(name=name)
        )
    if points is not None and not (math.isfinite(points) and points >= 0):
        raise SourceError(f"{where} it is worth {points}.", "Give it a number of points, 0 or more.")


def _items(cells: list[Cell], name: str) -> Iterator[Item]:
    above = ""
    for cell in cells:
        if not said(cell, "grade"):
            above = text_of(cell) if cell["cell_type"] == "markdown" else above
        elif said(cell, "solution"):
            yield _written(cell, name, above)
        else:
            yield _tested(cell, cells, name)


def _written(cell: Cell, name: str, above: str) -> Item:
    """An answer that is graded where it stands: by a person, unless its metadata say "by": "completion"."""
    id, points = grade_id(cell), float(cell["metadata"]["nbgrader"]["points"])
    by = cell["metadata"].get("genuinely", {}).get("by", "hand")
    if by == "completion":
        return Item(id, id, "completion", points, prompt=above)
    if by != "hand":
        raise SourceError(
            f"{name}.ipynb, cell {id!r}: its metadata say that it is graded by {by!r}.",
            'Write into them: "genuinely": {"kind": "reflection", "by": "hand"}, or "by": "completion".',
        )
    return Item(id, id, "by_hand", points)


def _tested(cell: Cell, cells: list[Cell], name: str) -> Item:
    """What a test cell says that it scores: test cells are not executed, so that their code says nothing."""
    id, points = grade_id(cell), float(cell["metadata"]["nbgrader"]["points"])
    where = f"{name}.ipynb, cell {id!r}:"
    ours = cell["metadata"].get("genuinely", {})
    kind = ours.get("kind")
    if kind not in KINDS or cell["cell_type"] != "code":
        raise SourceError(
            f"{where} its metadata do not say what it scores, and test cells are never executed.",
            'Write into them: "genuinely": {"kind": "rewrite", "scenario": "SCENARIO-ID"}, or '
            '{"kind": "choice", "choice": "CHOICE-ID"}, or the same with "quote" as its kind.',
        )
    if kind == "rewrite":
        scenario = _scenario(str(ours.get("scenario", "")), where)
        answer = _answer(cells, {"kind": "rewrite", "scenario": scenario}, where)
        return Item(id, answer, "rewrite", points, scenario=scenario, terms=_terms(scenario))
    choice = str(ours.get("choice", ""))
    if choice not in load_choices():
        known = ", ".join(load_choices())
        raise SourceError(f"{where} there is no choice {choice!r}.", f'Mend "choice" in its metadata: one of {known}.')
    answer = _answer(cells, {"kind": "choose", "choice": choice}, where)
    return Item(id, answer, "choice" if kind == "choice" else "quote", points, choice=choice)


def _terms(scenario: str) -> Terms:
    try:
        return terms_of(scenario)
    except ProblemSetError as error:
        raise SourceError(str(error), "It is in the folder problem_sets.") from error


def _scenario(scenario: str, where: str) -> str:
    try:
        load_scenario(scenario)
    except UnknownScenarioError as error:
        raise SourceError(f"{where} {error}", 'Mend "scenario" in its metadata under "genuinely".') from error
    except ScenarioError as error:  # a card of the instructor's own
        raise SourceError(f"{where} {error}", f"See `genuinely check-scenario {scenario}`.") from error
    return scenario


def _answer(cells: list[Cell], wanted: Mapping[str, str], where: str) -> str:
    found = [
        grade_id(cell)
        for cell in cells
        if said(cell, "solution") and not said(cell, "grade") and cell["metadata"].get("genuinely") == wanted
    ]
    if len(found) != 1:
        raise SourceError(
            f"{where} {len(found)} answer cells belong to it.",
            f'Give one answer cell the metadata "genuinely": {json.dumps(wanted)}.',
        )
    return found[0]
