"""The problem set as files: what the tests read from it, and copies of it with answers filled in."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
ASSIGNMENT = "ps2-interest"
NOTEBOOK = f"{ASSIGNMENT}.ipynb"
SCENARIOS = ("bank-chatbot-repairs", "history-phd-payments-panel", "slack-hard-negatives")

Notebook = dict[str, Any]
Cell = dict[str, Any]


def read(step: str) -> Notebook:
    """Return the notebook that stands under `step`: solutions or exercises."""
    path = REPOSITORY / step / ASSIGNMENT / NOTEBOOK
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


def reference(scenario: str) -> str:
    """Return the instructor's own answer, as a learner would have written it."""
    answer = source(cell_by_id(read("solutions"), f"rewrite-{scenario}"))
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


def without(notebook: Notebook, grade_id: str) -> Notebook:
    """Return the notebook after somebody deleted the cell with that grade id."""
    gone = cell_by_id(notebook, grade_id)
    return {**notebook, "cells": [cell for cell in notebook["cells"] if cell is not gone]}
