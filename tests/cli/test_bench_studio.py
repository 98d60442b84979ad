"""What the bench of the studio says, and what it says where it cannot measure."""

from __future__ import annotations

import subprocess
import sys

import pytest

from genuinely.cli import bench_studio, browsers
from genuinely.cli.bench_studio import Measured, good_answer, missing, report
from genuinely.cli.main import main

SEEN = Measured(
    typing=[80.0] * 95 + [310.0] * 5,
    paused=[100.0] * 100,
    updates=[90.0] * 99 + [400.0],
    keys=120,
    late=2,
    flickers=1,
)


def test_each_figure_stands_beside_its_target() -> None:
    assert list(report(SEEN)) == [
        "standing marks, same frame   118 of 120 keys   (target: all)",
        "new marks after a pause      100 ms at p95, 100 at p50, 100 at most   (target: 150 ms at p95)",
        "new marks while typing       80 ms at p95, 80 at p50, 310 at most   (target: 300 ms at p95)",
        "from update to update        90 ms at p95, 90 at p50, 400 at most   (target: 250 ms)",
        "marks that flickered         1 times   (target: never)",
    ]


def test_what_is_typed_is_a_message_of_about_150_words() -> None:
    assert 130 <= len(good_answer().split()) <= 170


def test_without_a_browser_it_says_how_to_get_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench_studio, "find_browser", lambda: None)
    assert main(["bench", "studio"]) == 1
    assert "Install Chromium or Chrome" in capsys.readouterr().err


def test_without_playwright_it_says_how_to_run_it_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    assert "python3 course.py tool genuinely bench studio" in missing()


def test_the_commands_do_not_need_playwright() -> None:
    code = "import sys; sys.modules['playwright'] = None; import genuinely.cli.bench, genuinely.cli.browsers"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_a_browser_that_is_named_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENUINELY_BROWSER", "a-browser")
    assert browsers.find_browser() == "a-browser"
