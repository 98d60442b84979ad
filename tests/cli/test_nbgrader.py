"""`genuinely nbgrader ...`: every word goes to nbgrader, with the course's settings where it looks for them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from genuinely.cli.main import make_parser
from genuinely.cli.nbgrader import environment


@pytest.mark.parametrize(
    "words",
    [[], ["--help"], ["--version"], ["autograde", "ps2-interest", "--force", "-f", "--student=ada"]],
    ids=" ".join,
)
def test_every_word_is_passed_on(words: list[str]) -> None:
    args = make_parser(["nbgrader"]).parse_args(["nbgrader", *words])
    assert args.words == words


def test_settings_are_found_from_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").touch()
    below = tmp_path / "notebooks" / "deep"
    below.mkdir(parents=True)
    assert environment(below, {"LANG": "C"}) == {"LANG": "C", "JUPYTER_CONFIG_PATH": str(tmp_path)}


def test_settings_of_the_machine_come_after_those_of_the_course(tmp_path: Path) -> None:
    (tmp_path / "nbgrader_config.py").touch()
    found = environment(tmp_path, {"JUPYTER_CONFIG_PATH": "theirs"})
    assert found["JUPYTER_CONFIG_PATH"].split(os.pathsep) == [str(tmp_path), "theirs"]


def test_outside_a_course_nothing_is_changed(tmp_path: Path) -> None:
    assert environment(tmp_path, {"LANG": "C"}) == {"LANG": "C"}
