"""The start page: the greeting, the slow cell, and the look into one's own folder."""

from __future__ import annotations

import _thread
import signal
import threading
import time
from pathlib import Path

import pytest

from genuinely.keeping import keep
from genuinely.lessons import hello, my_work, stuck


def test_hello_says_that_it_worked() -> None:
    assert hello().plain().startswith("It worked.")


def test_an_empty_folder_says_what_to_do(home: Path) -> None:
    shown = my_work().plain()
    assert str(home) in shown
    assert "Nothing yet" in shown


def test_what_is_kept_is_listed_with_its_versions() -> None:
    keep("journal", "a-walk", {"answers": {"where": "to the harbour"}})
    keep("journal", "a-walk", {"answers": {"where": "to the mill"}})
    assert "journal/a-walk.json: 2 (" in my_work().plain()
    assert "journal/a-walk.json" in my_work().html()


def test_files_that_are_not_ours_are_passed_over(home: Path) -> None:
    (home / "journal").mkdir(parents=True)
    for name, text in (("broken", "{"), ("list", "[]"), ("empty", '{"entries": []}'), ("odd", '{"entries": [1]}')):
        (home / "journal" / f"{name}.json").write_text(text, encoding="utf-8")
    assert "Nothing yet" in my_work().plain()


def test_the_folder_is_private_while_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("journal", "a-walk", {"answers": {}})
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert "a-walk" not in my_work().plain()


def test_the_slow_cell_ends_by_itself(capsys: pytest.CaptureFixture[str]) -> None:
    stuck(seconds=0)
    assert "Done counting" in capsys.readouterr().out


def test_being_stopped_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background a shell has it ignored
    began = time.monotonic()
    threading.Timer(0.3, _thread.interrupt_main).start()
    try:
        stuck(seconds=30)
    finally:
        signal.signal(signal.SIGINT, before)
    assert time.monotonic() - began < 10
    assert "Nothing is broken" in capsys.readouterr().out
