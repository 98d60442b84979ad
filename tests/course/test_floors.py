"""A lower floor never imports a higher one, and packages of one floor never each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from floors import FLOORS, faults, imports
from small_course import REPOSITORY

SOURCE = REPOSITORY / "src" / "genuinely"


def test_no_import_goes_up_or_across() -> None:
    assert faults(SOURCE) == []


def test_every_package_stands_on_a_floor() -> None:
    packages = {folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").is_file()}
    assert packages <= set(FLOORS)


def test_the_course_is_really_read() -> None:
    assert len(list(imports(SOURCE))) > 50


@pytest.mark.parametrize(
    "code",
    [
        "import genuinely.coaching.page",
        "from genuinely.coaching import page",
        "from genuinely import coaching",
        "from ..coaching import page",
        "from .. import coaching",
        "from ..coaching.page import Shown",
        "def later():\n    from genuinely.coaching import page",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from genuinely.coaching import page",
        "from importlib import import_module\nimport_module('genuinely.coaching.page')",
        "import importlib\nimportlib.import_module(f'genuinely.coaching.{name}')",
        "from genuinely.keeping import keep",
        "from genuinely import score",
    ],
)
def test_a_planted_import_is_caught(code: str, tmp_path: Path) -> None:
    package = tmp_path / "genuinely"
    (package / "assessing").mkdir(parents=True)
    (package / "assessing" / "planted.py").write_text(code, encoding="utf-8")
    (fault,) = faults(package)
    assert fault.startswith("genuinely.assessing.planted, line ")


@pytest.mark.parametrize(
    "code", ["from genuinely.scenarios import Scenario", "from .text import words", "from . import text", "import ast"]
)
def test_an_import_that_goes_down_or_stays_is_not(code: str, tmp_path: Path) -> None:
    package = tmp_path / "genuinely"
    (package / "assessing").mkdir(parents=True)
    (package / "assessing" / "planted.py").write_text(code, encoding="utf-8")
    assert faults(package) == []
