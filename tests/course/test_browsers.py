"""Without a browser, the browser tests are left out by name; in CI none is."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from small_course import REPOSITORY

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere browsers are found away from the PATH too")


def collected(**env: str) -> str:
    """Return what pytest says of the browser tests on a machine with nothing on its PATH."""
    outer = {name: value for name, value in os.environ.items() if name not in ("CI", "GENUINELY_BROWSER")}
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/browser"]
    return subprocess.run(
        command, cwd=REPOSITORY, env={**outer, "PATH": "", **env}, capture_output=True, encoding="utf-8"
    ).stdout


def test_they_are_left_out_in_one_line_that_says_which_and_how_to_get_one() -> None:
    (line,) = (line for line in collected().splitlines() if line.startswith("Left out for want of a browser"))
    assert "tests/browser/test_writing.py::" in line
    assert "Install Chromium or Chrome" in line


@pytest.mark.parametrize("env", [{"CI": "true"}, {"GENUINELY_BROWSER": "/a/browser"}])
def test_in_ci_or_with_one_named_none_is_left_out(env: dict[str, str]) -> None:
    output = collected(**env)
    assert "Left out" not in output
    assert "tests/browser/test_writing.py::" in output
