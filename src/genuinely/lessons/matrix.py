"""For each lesson: which activities work towards each promise, and which checks show later that it was kept.

Read from the notebooks themselves, so that it says what is there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from genuinely.lessons.activities import Activity, activities
from genuinely.lessons.objectives import Objective
from genuinely.lessons.quizzes import bank
from genuinely.lessons.syllabus import Lesson
from genuinely.scenarios import load_scenario

_REWRITE = re.compile(r"^%%rewrite ([\w-]+)", re.MULTILINE)
_OWN = re.compile(r"Studio\.own\(")

Kind = Literal["activity", "question", "rewrite", "own", "task"]


@dataclass(frozen=True)
class Row:
    """An activity, or a check, with the promises that it serves.

    kind: "activity"; or a check: "question" (of a later quiz), "rewrite" (a message that the checker reads), "own" (a
    message of one's own in the private studio), "task" (of the problem set). where: the section that it stands in, or
    the bank, or the problem set. text: its title or question.
    """

    kind: Kind
    where: str
    text: str
    serves: tuple[str, ...]


def promised(page: Path) -> dict[str, str]:
    """Return what a lesson promises: each verb, with the whole sentence in plain words."""
    first = _sources(page)[0][2]
    lines = re.findall(r"^- (\*\*(\w+)\*\*.+)$", first, re.MULTILINE)
    return {verb: line.replace("*", "").rstrip(",.") for line, verb in lines}


def matrix(lesson: Lesson, page: Path, problem_set: Path | None) -> tuple[Row, ...]:
    """Return every activity and every check of a lesson, in the order in which a learner meets them.

    page: its notebook. problem_set: the instructor's notebook of the set that follows it, None if there is none.
    """
    found = activities(page)
    rows = [Row("activity", each.page, each.title, each.serves) for each in found]
    rows += _messages(page, found)
    rows += _questions(lesson)
    rows += _tasks(lesson, problem_set) if problem_set else ()
    return tuple(rows)


def problem_set_of(lesson: Lesson, solutions: Path) -> Path | None:
    """Return the notebook of the problem set with the lesson's number, or None."""
    return next(iter(sorted(solutions.glob(f"ps{int(lesson.id[:2])}-*/*.ipynb"))), None)


def _messages(page: Path, found: tuple[Activity, ...]) -> Iterator[Row]:
    """The messages that the checker reads: in a section that is an activity, whose promises they serve."""
    by_cell = {each.cell: each for each in found}
    inside = None
    for kind, id, source in _sources(page):
        if kind == "markdown" and source.startswith("## "):
            inside = by_cell.get(id)
        elif kind == "code" and inside:
            for name in _REWRITE.findall(source):
                yield Row("rewrite", inside.title, load_scenario(name).title, inside.serves)
            if _OWN.search(source):
                yield Row("own", inside.title, "", inside.serves)


def _questions(lesson: Lesson) -> Iterator[Row]:
    asked: dict[tuple[str, str], list[str]] = {}
    for objective in lesson.objectives:
        for question in objective.questions:
            asked.setdefault(question, []).append(objective.verb)
    for (id, name), verbs in sorted(asked.items()):
        text = next(each.ask for each in bank(id).questions if each.name == name)
        yield Row("question", id, text, tuple(verbs))


def _tasks(lesson: Lesson, problem_set: Path) -> Iterator[Row]:
    """The graded tasks, each by the heading above it."""
    title = ""
    for cell in json.loads(problem_set.read_text(encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown" and (found := re.search(r"^## (.+)$", source, re.MULTILINE)):
            title = found.group(1)
        if cell["metadata"].get("nbgrader", {}).get("grade"):
            serves = tuple(each.verb for each in lesson.objectives if _shows(each, cell["metadata"]))
            yield Row("task", problem_set.stem, title, serves)


def _shows(objective: Objective, metadata: Mapping[str, Any]) -> bool:
    kind = metadata.get("genuinely", {}).get("kind") or metadata["nbgrader"]["grade_id"]
    return bool(objective.criteria) if kind == "rewrite" else kind in objective.tasks


def _sources(page: Path) -> list[tuple[str, str, str]]:
    """Kind, id and text of each cell."""
    cells = json.loads(page.read_text(encoding="utf-8"))["cells"]
    return [(cell["cell_type"], cell["id"], "".join(cell["source"])) for cell in cells]
