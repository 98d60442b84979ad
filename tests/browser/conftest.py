"""One server and one page for all browser tests: seconds for each test instead of tens of them."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lab import Lab, running


@pytest.fixture(scope="session")
def the_lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    with running(tmp_path_factory.mktemp("lab")) as lab:
        yield lab


@pytest.fixture
def lab(the_lab: Lab) -> Iterator[Lab]:
    """The lab in its light theme and at its usual width, whatever the test before did."""
    yield the_lab
    the_lab.page.set_viewport_size({"width": 1280, "height": 900})
    the_lab.theme("JupyterLab Light")
