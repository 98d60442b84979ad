"""Instruments and forms where no widget can be shown: a headless run, and the page that is made of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest

from genuinely.lessons.instruments import INSTRUMENTS, instrument

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = ROOT / "jupyter"
CALLS = [*(f"{name}()" for name in INSTRUMENTS), "reflect('02-guess')", "portfolio()"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A notebook with every instrument and a form, as a headless run leaves it."""
    folder = tmp_path_factory.mktemp("headless")
    cells = ["from genuinely.lessons import *", *CALLS]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    nbformat.write(notebook, folder / "all.ipynb")
    convert(folder, "--to", "notebook", "--execute", "--inplace", "all.ipynb")
    return folder / "all.ipynb"


def convert(folder: Path, *arguments: str) -> None:
    own = {"GENUINELY_HOME": str(folder), "IPYTHONDIR": str(folder), "JUPYTER_CONFIG_PATH": str(SETTINGS)}
    command = [sys.executable, "-m", "nbconvert", *arguments]
    subprocess.run(command, cwd=folder, env={**os.environ, **own}, check=True, capture_output=True, timeout=240)


def outputs(run: Path) -> list[Any]:
    return [cell.outputs[0].data for cell in nbformat.read(run, as_version=4).cells[1:]]


def test_a_headless_run_neither_hangs_nor_fails_and_leaves_a_page_for_each(run: Path) -> None:
    shown = outputs(run)
    assert len(shown) == len(CALLS)
    for data in shown:
        assert 'class="genuinely"' in data["text/html"]
        assert len(data["text/plain"]) > 80


def test_each_page_says_what_the_instrument_asks_and_shows_in_words(run: Path) -> None:
    for name, data in zip(INSTRUMENTS, outputs(run), strict=False):
        script = instrument(name).script
        assert script.question in data["text/plain"], name
        assert script.limits[0] in data["text/plain"], name
        alternatives = set(re.findall(r'<img[^>]* alt="([^"]*)"', data["text/html"]))
        assert len(alternatives) == 1, name
        assert len(alternatives.pop()) > 25, name


def test_exported_with_the_state_of_its_widgets_no_box_is_empty(run: Path) -> None:
    state = nbformat.read(run, as_version=4).metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    assert len(state) >= len(CALLS)  # nbconvert would show these, for which a page needs the internet
    convert(run.parent, "--to", "html", "--output", "all.html", run.name)
    page = (run.parent / "all.html").read_text(encoding="utf-8")
    assert len(re.findall(r'<div[^>]* class="genuinely"', page)) == len(CALLS)
    assert "application/vnd.jupyter.widget-view+json" not in re.findall(r'<script type="([^"]*)"', page)


def test_the_settings_only_put_a_page_before_a_widget() -> None:
    """They come along into the environment; everything else that an export prefers stays as it was."""
    from nbconvert.exporters import HTMLExporter

    (order,) = json.loads((SETTINGS / "jupyter_config.json").read_text(encoding="utf-8")).values()
    usual = list(HTMLExporter().default_config.NbConvertBase.display_data_priority)
    page, widget = "text/html", "application/vnd.jupyter.widget-view+json"
    ours = order["display_data_priority"]
    assert ours.index(page) < ours.index(widget)
    assert [each for each in ours if each != widget] == [each for each in usual if each != widget]
