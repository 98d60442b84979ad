"""The button that forgets deletes what is ticked, and only once it is confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.keeping import keep
from genuinely.lessons import forget
from genuinely.lessons.task import Task


@pytest.fixture
def task(home: Path) -> Task:
    keep("journal", "a-walk", {"answers": {}})
    keep("messages", "coat-rack", {"text": "Dear Gergely"})
    keep("strange kind", "x", {"text": "y"})
    assert home.is_dir()
    return forget()


def press(task: Task, *ticked: str, number: int = 1) -> str:
    task.pressed = {"number": number, "button": "delete", "ticked": list(ticked)}
    return " ".join(task.answered["sentences"])


def test_it_lists_what_there_is(task: Task) -> None:
    said = [tick["text"] for tick in task.ticks]
    assert "Reflections, plans, predictions and quizzes (1)" in said
    assert any(text.startswith("strange-kind") for text in said)
    assert said[-1].startswith("Yes, delete")


def test_without_the_last_tick_nothing_is_deleted(task: Task, home: Path) -> None:
    assert "Nothing was deleted" in press(task, "journal")
    assert "nothing is ticked" in press(task, "sure", number=2)
    assert len(list(home.glob("*/*.json"))) == 3
    assert task.answered["clears"] is False


def test_what_is_ticked_is_deleted_and_the_rest_stays(task: Task, home: Path) -> None:
    said = press(task, "journal", "sure")
    assert "Deleted for good, files: 1." in said
    assert "handed in" in said
    assert task.answered["clears"] is True
    assert not (home / "journal").exists()
    assert (home / "messages" / "coat-rack.json").is_file()


def test_with_nothing_kept_there_is_no_button(home: Path) -> None:
    task = forget()
    assert str(home) in task.hint
    assert (task.ticks, task.buttons) == ([], [])


def test_nothing_is_touched_while_graded(task: Task, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert "while a notebook is graded" in press(task, "journal", "sure")
    assert (home / "journal" / "a-walk.json").is_file()


def test_without_a_page_it_can_be_read(task: Task) -> None:
    bundle = task._repr_mimebundle_()
    text = (bundle[0] if isinstance(bundle, tuple) else bundle)["text/plain"]
    assert "python3 course.py forget" in text
