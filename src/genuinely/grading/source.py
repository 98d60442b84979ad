"""The instructor's notebook, as what submissions are graded by: its cells, what is graded in it, and how."""

from __future__ import annotations

import hashlib
import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from genuinely.grading.trouble import SourceError
from genuinely.scenarios import FrozenDict, UnknownScenarioError, load_scenario

KIND = "rewrite"
"""The one kind of test cell that is graded here, as `metadata.genuinely.kind` says it."""

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
    kind: "rewrite" for a message that is assessed, "by_hand" for an answer that a person reads.
    scenario: the card's id, "" for an answer that a person reads.
    """

    grade_id: str
    answer: str
    kind: Literal["rewrite", "by_hand"]
    points: float
    scenario: str = ""


@dataclass(frozen=True)
class Source:
    """One notebook of an assignment. Plain data that travels to other processes.

    name: without `.ipynb`.
    text: the notebook as JSON, without outputs, with the released text in every cell that students write in.
    items: what is graded, in the notebook's order.
    answers: for each cell that students write in, the text that they were given.
    """

    name: str
    text: str
    items: tuple[Item, ...]
    answers: FrozenDict[str, str]

    @cached_property
    def fingerprint(self) -> str:
        """Return digits that change whenever anything in the notebook does."""
        told = json.dumps([self.text, self.answers], sort_keys=True)
        return hashlib.sha256(told.encode("utf-8")).hexdigest()[:16]


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
    for cell in cells:
        if said(cell, "grade"):
            points = float(cell["metadata"]["nbgrader"]["points"])
            if said(cell, "solution"):
                yield Item(grade_id(cell), grade_id(cell), "by_hand", points)
            else:
                scenario = _scenario(cell, name)
                yield Item(grade_id(cell), _answer(cells, scenario, cell, name), "rewrite", points, scenario)


def _scenario(cell: Cell, name: str) -> str:
    """What a test cell says that it scores: test cells are not executed, so that their code says nothing."""
    where = f"{name}.ipynb, cell {grade_id(cell)!r}:"
    ours = cell["metadata"].get("genuinely", {})
    if ours.get("kind") != KIND or cell["cell_type"] != "code":
        raise SourceError(
            f"{where} its metadata do not say what it scores, and test cells are never executed.",
            f'Write into them: "genuinely": {{"kind": "{KIND}", "scenario": "SCENARIO-ID"}}.',
        )
    scenario = str(ours.get("scenario", ""))
    try:
        load_scenario(scenario)
    except UnknownScenarioError as error:
        raise SourceError(f"{where} {error}", 'Mend "scenario" in its metadata under "genuinely".') from error
    return scenario


def _answer(cells: list[Cell], scenario: str, test: Cell, name: str) -> str:
    wanted = {"kind": KIND, "scenario": scenario}
    found = [
        grade_id(cell)
        for cell in cells
        if said(cell, "solution") and not said(cell, "grade") and cell["metadata"].get("genuinely") == wanted
    ]
    if len(found) != 1:
        raise SourceError(
            f"{name}.ipynb, cell {grade_id(test)!r}: {len(found)} answer cells belong to it.",
            f'Give one answer cell the metadata "genuinely": {json.dumps(wanted)}.',
        )
    return found[0]
