"""The problem sets as files: what the tests read from them, and copies of one with answers filled in."""

from __future__ import annotations

import copy
import json
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
ASSIGNMENTS = tuple(sorted(file.stem for file in (REPOSITORY / "data" / "problem_sets").glob("*.toml")))
"""Every problem set of the course. What is tried on one alone is tried on the one below."""

ASSIGNMENT = "ps2-interest"
NOTEBOOK = f"{ASSIGNMENT}.ipynb"
CHOICE = "moths-at-the-lamps"
SCENARIOS = ("bank-chatbot-repairs", "history-phd-payments-panel", "slack-hard-negatives")

Notebook = dict[str, Any]
Cell = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """A message for a scenario that people rated: a reference in some voice ("strong"), or a weak one beside it.

    ratings: the levels that each of two readings gave it, by criterion.
    """

    assignment: str
    scenario: str
    kind: str
    voice: str
    ratings: tuple[dict[str, int], dict[str, int]]
    message: str

    @property
    def name(self) -> str:
        return f"{self.scenario}-{self.kind}-{self.voice}"


@cache
def written() -> tuple[Written, ...]:
    """Return the rated messages of every problem set that has some, in the order of their files."""
    found = []
    for file in sorted(Path(__file__).with_name("references").glob("*.toml")):
        for answer in tomllib.loads(file.read_text(encoding="utf-8"))["answers"]:
            voice = answer["voice" if answer["kind"] == "strong" else "beside"]
            ratings = (answer["first"], answer["second"])
            message = answer["message"].rstrip("\n")
            found.append(Written(file.stem, answer["scenario"], answer["kind"], voice, ratings, message))
    return tuple(found)


def points(assignment: str) -> dict[str, float]:
    """Return what each rewrite of a problem set is worth, by scenario, as its data file says."""
    file = REPOSITORY / "data" / "problem_sets" / f"{assignment}.toml"
    worth: dict[str, float] = tomllib.loads(file.read_text(encoding="utf-8"))["rewrites"]
    return worth


def choices(assignment: str) -> dict[str, dict[str, float]]:
    """Return what the choice of a problem set is worth, by its id and then by "choice" and "quote"."""
    file = REPOSITORY / "data" / "problem_sets" / f"{assignment}.toml"
    worth: dict[str, dict[str, float]] = tomllib.loads(file.read_text(encoding="utf-8"))["choices"]
    return worth


def read(step: str, assignment: str = ASSIGNMENT) -> Notebook:
    """Return the notebook that stands under `step`: solutions or exercises."""
    path = REPOSITORY / step / assignment / f"{assignment}.ipynb"
    notebook: Notebook = json.loads(path.read_text(encoding="utf-8"))
    return notebook


def write(notebook: Notebook, folder: Path) -> Path:
    """Write the notebook into `folder` under the name that nbgrader knows it by."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / NOTEBOOK
    path.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def source(cell: Cell) -> str:
    return "".join(cell["source"])


def cell_by_id(notebook: Notebook, grade_id: str) -> Cell:
    """Return the one cell with that grade id."""
    [found] = [c for c in notebook["cells"] if c["metadata"].get("nbgrader", {}).get("grade_id") == grade_id]
    return found


def reference(scenario: str, assignment: str = ASSIGNMENT) -> str:
    """Return the instructor's own answer, as a learner would have written it."""
    answer = source(cell_by_id(read("solutions", assignment), f"rewrite-{scenario}"))
    found = re.fullmatch(rf"%%rewrite {scenario}\n### BEGIN SOLUTION\n(.+)\n### END SOLUTION", answer, flags=re.DOTALL)
    assert found, f"the answer cell of {scenario} has another shape"
    return found[1]


def answered(answers: dict[str, str]) -> Notebook:
    """Return the students' notebook with `answers` typed below the line `%%rewrite`."""
    return typed({scenario: f"%%rewrite {scenario}\n{text}" for scenario, text in answers.items()})


def typed(cells: dict[str, str]) -> Notebook:
    """Return the students' notebook with each answer cell's whole source, first line and all, as given."""
    notebook = copy.deepcopy(read("exercises"))
    for scenario, text in cells.items():
        cell_by_id(notebook, f"rewrite-{scenario}")["source"] = text
    return notebook


def with_choice(notebook: Notebook, cell: str) -> Notebook:
    """Return the notebook with the whole source of the choice's answer cell, first line and all, as given."""
    made = copy.deepcopy(notebook)
    cell_by_id(made, f"choose-{CHOICE}")["source"] = cell
    return made


def without(notebook: Notebook, grade_id: str) -> Notebook:
    """Return the notebook after somebody deleted the cell with that grade id."""
    gone = cell_by_id(notebook, grade_id)
    return {**notebook, "cells": [cell for cell in notebook["cells"] if cell is not gone]}
