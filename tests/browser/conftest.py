"""One server and one page for all browser tests: seconds for each test instead of tens of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from browser import notebook7
from browser.lab import Lab, running
from browser.notebook7 import Notebook7


@pytest.fixture(scope="session")
def the_lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    with running(tmp_path_factory.mktemp("lab"), browser) as lab:
        yield lab


@pytest.fixture
def lab(the_lab: Lab) -> Iterator[Lab]:
    """The lab in its light theme and at its usual width, whatever the test before did."""
    yield the_lab
    the_lab.page.set_viewport_size({"width": 1280, "height": 900})
    the_lab.theme("JupyterLab Light")


@pytest.fixture(scope="session")
def the_notebook7(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Notebook7]:
    with notebook7.running(tmp_path_factory.mktemp("notebook7"), browser) as running_there:
        yield running_there


@pytest.fixture
def notebook(the_notebook7: Notebook7) -> Iterator[Notebook7]:
    """Notebook 7, as `lab` is JupyterLab."""
    yield the_notebook7
    the_notebook7.page.set_viewport_size({"width": 1280, "height": 900})
    the_notebook7.theme("JupyterLab Light")
