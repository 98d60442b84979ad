"""Every notebook runs from an empty folder, a second time on what it left, and after the others in either order."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from .pages import ALL

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module", params=ALL, ids=lambda page: page.stem)
def runs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """A notebook after its first run, and after a second one in the same folder."""
    folder = tmp_path_factory.mktemp("learner")
    return run(request.param, folder), run(request.param, folder)


@pytest.mark.parametrize("order", [ALL, ALL[::-1]], ids=["in course order", "in reverse"])
def test_they_run_after_one_another(order: list[Path], tmp_path: Path) -> None:
    assert [failures(run(page, tmp_path)) for page in order] == [[] for _ in order]


def run(page: Path, folder: Path) -> Any:
    """Execute a notebook with settings of its own under `folder`, and return it."""
    own = {"GENUINELY_HOME": str(folder), "IPYTHONDIR": str(folder / "ipython")}
    notebook = nbformat.read(page, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}})
    client.execute(env={**os.environ, **own})
    return notebook


def failures(notebook: Any) -> list[str]:
    """The cells that failed, without those that are meant to."""
    return [
        cell.id
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type == "error" and "raises-exception" not in cell.metadata.get("tags", ())
    ]


def test_nothing_fails_but_what_is_meant_to(runs: tuple[Any, Any]) -> None:
    assert [failures(notebook) for notebook in runs] == [[], []]


def test_every_output_can_be_read_as_text(runs: tuple[Any, Any]) -> None:
    for cell in runs[0].cells:
        for output in cell.get("outputs", ()):
            if output.output_type in ("display_data", "execute_result"):
                text = output.data["text/plain"]
                assert len(text) > 40, cell.id
                assert "object at 0x" not in text, cell.id
            elif output.output_type == "stream":
                assert output.name == "stdout", (cell.id, output.text)
