"""A problem set of an instructor's own: the notebook with its cells and metadata, and what travels with it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.coaching.wording import check, load, words
from genuinely.grading.course import Course
from genuinely.grading.trouble import CourseError
from genuinely.resources import data
from genuinely.scenarios import Scenario, ScenarioError, UnknownScenarioError, load_scenario, own_scenarios
from genuinely.scenarios.own import FOLDER

POINTS_FOLDER = "problem_sets"
_SETUP = "%load_ext genuinely"
_CELLS = {
    "title": frozenset({"title", "count", "total"}),
    "how": frozenset[str](),
    "task": frozenset({"number", "title", "recipient", "sender", "channel", "length", "points"}),
    "reflection": frozenset[str](),
    "hand_in": frozenset[str](),
    "yours": frozenset[str](),
}

Cell = dict[str, Any]


@dataclass(frozen=True)
class Plan:
    """What a problem set is to be. worth: points by the id of each scenario. reflection: its points, 0 for none."""

    name: str
    title: str
    worth: Mapping[str, float]
    reflection: float = 10.0


def make(course: Course, plan: Plan) -> list[Path]:
    """Write the notebook, the points, and the copies that travel with the assignment; return the files written.

    A notebook that is there stays as it is, and its copies are made anew. Raises CourseError.
    """
    cards = [_card(id) for id in plan.worth]
    folder = course.source / plan.name
    notebook = folder / f"{plan.name}.ipynb"
    home = course.source.parent / FOLDER
    written = []
    if data(POINTS_FOLDER, f"{plan.name}.toml").is_file():
        raise CourseError(f"The course has a problem set {plan.name!r}.", "Take another name.")
    try:
        points = home / POINTS_FOLDER / f"{plan.name}.toml"
        if not notebook.exists():
            folder.mkdir(parents=True, exist_ok=True)
            points.parent.mkdir(parents=True, exist_ok=True)
            points.write_text(_points(plan), encoding="utf-8", newline="\n")
            text = json.dumps(as_notebook(plan, cards), ensure_ascii=False, indent=1) + "\n"
            notebook.write_text(text, encoding="utf-8", newline="\n")
            written += [notebook, points]
        return written + list(_travelling(folder / FOLDER, points, plan))
    except OSError as error:
        raise CourseError(f"{folder} cannot be written to ({error.strerror}).", "Mend its rights.") from error


def as_notebook(plan: Plan, cards: list[Scenario]) -> dict[str, Any]:
    """Return the instructor's notebook as nbgrader and `genuinely grade` read it."""
    return {
        "cells": list(_cells(plan, cards)),
        "metadata": {
            "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _card(id: str) -> Scenario:
    try:
        return load_scenario(id)
    except UnknownScenarioError as error:
        raise CourseError(str(error), "Make it first: new-scenario.") from error
    except ScenarioError as error:
        raise CourseError(str(error), f"See check-scenario {id}.") from error


def _travelling(folder: Path, points: Path, plan: Plan) -> Iterator[Path]:
    """Copy what students need beside their notebook; nbgrader gives out whatever lies there."""
    own = own_scenarios()
    (folder / POINTS_FOLDER).mkdir(parents=True, exist_ok=True)
    pairs = [(own[id], folder / f"{id}.toml") for id in plan.worth if id in own]
    for source, copy in [*pairs, (points, folder / POINTS_FOLDER / points.name)]:
        if source.resolve() != copy.resolve():
            shutil.copyfile(source, copy)
            yield copy


def _points(plan: Plan) -> str:
    head = "# The points of each rewrite, by scenario. The notebook in solutions/ says the same.\n\n"
    said = f"id = {json.dumps(plan.name)}\ntitle = {json.dumps(plan.title, ensure_ascii=False)}\n\n[rewrites]\n"
    return head + said + "".join(f"{id} = {points:g}\n" for id, points in plan.worth.items())


def _cells(plan: Plan, cards: list[Scenario]) -> Iterator[Cell]:
    total = sum(plan.worth.values()) + plan.reflection
    yield _markdown("title", _say("title", title=plan.title, count=len(cards), total=f"{total:g}"))
    yield _code("setup", _SETUP, _locked("setup"))
    yield _markdown("how", _say("how"))
    for number, card in enumerate(cards, start=1):
        yield from _task(number, card, plan.worth[card.id])
    if plan.reflection:
        yield _markdown("task-reflection", _say("reflection"), _locked("task-reflection"))
        graded = _nbgrader("reflection", grade=True, solution=True, points=plan.reflection)
        yield _markdown("reflection", f"### BEGIN SOLUTION\n{_say('yours')}\n### END SOLUTION", graded)
    yield _markdown("hand-in", _say("hand_in"))


def _task(number: int, card: Scenario, points: float) -> Iterator[Cell]:
    channel = words("channels")[card.channel]
    ours = {"genuinely": {"kind": "rewrite", "scenario": card.id}}
    yield _markdown(
        f"task-{card.id}",
        _say(
            "task",
            number=number,
            title=card.title,
            recipient=card.recipient.name,
            sender=card.sender.name,
            channel=channel["name"],
            length=channel["length"],
            points=f"{points:g}",
        ),
    )
    yield _code(f"card-{card.id}", f'show_scenario("{card.id}")', _locked(f"card-{card.id}"))
    yield _code(
        f"rewrite-{card.id}",
        f"%%rewrite {card.id}\n### BEGIN SOLUTION\n{_say('yours')}\n### END SOLUTION",
        {**ours, **_nbgrader(f"rewrite-{card.id}", solution=True)},
    )
    yield _code(
        f"score-{card.id}",
        f'score("{card.id}")',
        {**ours, **_nbgrader(f"score-{card.id}", grade=True, locked=True, points=points)},
    )


def _say(key: str, **values: object) -> str:
    found = check(load("own_problem_set"), "own_problem_set.toml", {"cells": _CELLS})
    return found["cells"][key].strip().format(**values)


def _locked(id: str) -> dict[str, Any]:
    return _nbgrader(id, locked=True)


def _nbgrader(
    id: str, *, grade: bool = False, locked: bool = False, solution: bool = False, points: float | None = None
) -> dict[str, Any]:
    said = {"grade": grade, "grade_id": id, "locked": locked, "schema_version": 3, "solution": solution, "task": False}
    return {"nbgrader": said if points is None else {**said, "points": points}}


def _markdown(id: str, text: str, metadata: Mapping[str, Any] | None = None) -> Cell:
    return {"cell_type": "markdown", "id": id[:64], "metadata": dict(metadata or {}), "source": _lines(text)}


def _code(id: str, text: str, metadata: Mapping[str, Any]) -> Cell:
    run: Cell = {"execution_count": None, "outputs": []}
    return {"cell_type": "code", "id": id[:64], "metadata": dict(metadata), "source": _lines(text), **run}


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)
