"""Browser tests are left out, and named, where there is no browser; in CI they fail instead."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import find_browser, started
from playwright.sync_api import Browser

BROWSER_TESTS = Path(__file__).parent / "browser"
LEFT_OUT = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The one browser of this process: a second one beside it cannot be started."""
    with started() as chromium:
        yield chromium


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if BROWSER_TESTS in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.slow)
    without_browser = find_browser() is None and not os.environ.get("CI")
    left_out = [item for item in items if without_browser and item.get_closest_marker("browser")]
    config.stash[LEFT_OUT] = [item.nodeid for item in left_out]
    if left_out:
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    left_out = config.stash.get(LEFT_OUT, [])
    if left_out:
        terminalreporter.write_line(
            f"Left out for want of a browser: {len(left_out)} tests ({', '.join(left_out)}). "
            "Install Chromium or Chrome (on Debian and Ubuntu: sudo apt install chromium), "
            "or name one in GENUINELY_BROWSER."
        )
