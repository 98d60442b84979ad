"""Submissions as bytes, and the source as the gradebook would know it, without a gradebook."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from genuinely.grading.source import Released, Source, checksum, read_source

from .problem_set import ASSIGNMENT, REPOSITORY, Cell, Notebook, read, source


def raw(notebook: Any) -> bytes:
    """Return anything as the bytes of a JSON file."""
    return json.dumps(notebook).encode("ascii")


def solutions(assignment: str = ASSIGNMENT) -> bytes:
    """Return the instructor's notebook as it stands in its file."""
    return (REPOSITORY / "solutions" / assignment / f"{assignment}.ipynb").read_bytes()


def released(assignment: str = ASSIGNMENT) -> dict[str, Released]:
    """Return what the students' copies say of each nbgrader cell, which is what nbgrader enters into the gradebook."""
    cells = [cell for cell in read("exercises", assignment)["cells"] if "nbgrader" in cell["metadata"]]
    return {cell["metadata"]["nbgrader"]["grade_id"]: _released(cell) for cell in cells}


def _released(cell: Cell) -> Released:
    said = cell["metadata"]["nbgrader"]
    return Released(source(cell), said["checksum"], said.get("points"))


@cache
def ps2() -> Source:
    """Return the problem set as submissions are graded by it."""
    return read_source(solutions(), ASSIGNMENT, released())


@cache
def with_markdown() -> Source:
    """Return the problem set as if its reflection stood in a Markdown cell, as an instructor's own may."""
    notebook, known = read("solutions"), released()
    [cell] = [cell for cell in notebook["cells"] if cell["id"] == "reflection"]
    cell.update(cell_type="markdown", source="*Write here.*")
    known["reflection"] = Released("*Write here.*", checksum(cell), known["reflection"].points)
    return read_source(raw(notebook), ASSIGNMENT, known)


def with_cell(notebook: Notebook, text: str, **fields: Any) -> Notebook:
    """Return the notebook with one more code cell at its end."""
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None, "source": text, **fields}
    return {**notebook, "cells": [*notebook["cells"], cell]}
