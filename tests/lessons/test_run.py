"""Every notebook runs from an empty folder, and a second time on what it left."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from .pages import ALL

pytestmark = pytest.mark.slow


def run(page: Path, folder: Path) -> Any:
    """Execute a notebook with settings of its own under `folder`, and return it."""
    own = {"GENUINELY_HOME": str(folder), "IPYTHONDIR": str(folder / "ipython")}
    notebook = nbformat.read(page, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}})
    client.execute(env={**os.environ, **own})
    return notebook


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_page_runs_twice(page: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = run(page, tmp_path)
        failed = [
            cell.id
            for cell in done.cells
            for output in cell.get("outputs", ())
            if output.output_type == "error" and "raises-exception" not in cell.metadata.get("tags", ())
        ]
        assert failed == []


@pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
def test_every_output_can_be_read_as_text(page: Path, tmp_path: Path) -> None:
    for cell in run(page, tmp_path).cells:
        for output in cell.get("outputs", ()):
            if output.output_type in ("display_data", "execute_result"):
                text = output.data["text/plain"]
                assert len(text) > 40, cell.id
                assert "object at 0x" not in text, cell.id
            elif output.output_type == "stream":
                assert output.name == "stdout", (cell.id, output.text)
