"""A page with studios that is run without anybody in front of it, and read where no widget can be shown."""

from __future__ import annotations

import html
import os
import re
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from coaching.studio.made import FIRST, ID
from genuinely.coaching.studio.desk import Desk

pytestmark = pytest.mark.slow

SETTINGS = Path(__file__).resolve().parents[3] / "jupyter"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A notebook with a studio and one for an own message; something is kept of the first."""
    Desk(ID).write(FIRST, open=False, seen=0)
    cells = [
        nbformat.v4.new_code_cell(code) for code in (f"from genuinely import Studio\nStudio({ID!r})", "Studio.own()")
    ]
    file = tmp_path / "page.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells), file)
    return file


def convert(page: Path, *options: str) -> str:
    """Run the notebook as `nbconvert --execute` does and return it in another form."""
    command = [sys.executable, "-m", "jupyter", "nbconvert", "--execute", "--stdout", *options, str(page)]
    env = {**os.environ, "JUPYTER_CONFIG_PATH": str(SETTINGS)}
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8", env=env, timeout=120).stdout


def test_run_all_without_a_page_leaves_card_and_text_to_read(page: Path) -> None:
    made = nbformat.reads(convert(page, "--to", "notebook"), as_version=4)
    (first,), (own,) = (cell.outputs for cell in made.cells)
    assert "Two numbers for one village" in first.data["text/html"]
    assert FIRST in first.data["text/plain"]
    assert "Nothing of it is stored in the notebook" in own.data["text/html"]


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_converted_it_can_be_read(form: str, page: Path) -> None:
    shown = html.unescape(re.sub(r"<script.*?</script>", "", convert(page, "--to", form), flags=re.DOTALL))
    assert "Two numbers for one village" in shown
    assert "Hana Tesfaye" in shown
    assert FIRST[:60] in shown
    assert "To write here, open this page in JupyterLab" in shown
