"""A `%%rewrite` cell: read, kept, shown; and the feedback comes whatever the disk says."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from coaching.notebook import Notebook
from genuinely.assessing import assess
from genuinely.coaching import feedback, latest
from genuinely.keeping import file_of, kept
from genuinely.keeping import files as keeping_files
from genuinely.scenarios import load_scenario

TEXT = "Dear Gergely,\nyou said that users press Clear. Could you name one clause?"
CELL = f"%%rewrite coat-rack\n{TEXT}\n"


def test_running_shows_what_the_assessor_says(notebook: Notebook) -> None:
    card = load_scenario("coat-rack")
    output = notebook.run(CELL)
    assert output.plain.startswith(feedback.plain(TEXT, card, assess(TEXT, card)))
    assert len(output.htmls) == 1
    assert output.value is None


def test_every_version_is_kept(notebook: Notebook) -> None:
    notebook.run(CELL)
    notebook.run(CELL)
    output = notebook.run(CELL + "Thank you.")
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == [TEXT, f"{TEXT}\nThank you."]
    assert "Kept as draft 2 in my_work/messages/coat-rack.json" in output.plain


def test_the_latest_run_wins_even_if_empty(notebook: Notebook) -> None:
    notebook.run(CELL)
    assert latest("coat-rack") == TEXT
    notebook.run("%%rewrite coat-rack\n\n")
    assert latest("coat-rack") == ""


def test_the_history_is_one_line_away(notebook: Notebook) -> None:
    notebook.run(CELL)
    assert "Draft 1" in notebook.run("%rewrite_history coat-rack").plain


def test_nothing_is_kept_while_nbgrader_executes(
    notebook: Notebook, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    output = notebook.run(CELL)
    assert "Feedback on" in output.plain
    assert "Kept" not in output.plain
    assert list(own_folder.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "there is no room left on the disk"),
        (errno.EACCES, "cannot be written to"),
        (errno.EIO, "the system says"),
    ],
)
def test_a_disk_that_refuses_costs_one_sentence_and_no_feedback(
    code: int, sentence: str, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "fsync", refuse)
    output = notebook.run(CELL)
    assert output.error is None
    assert output.plain.count(sentence) == 1
    assert "Feedback on" in output.plain


def test_another_writer_costs_one_sentence(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping_files, "WAIT_AT_MOST", 0.05)
    notebook.run(CELL)
    file_of("messages", "coat-rack").with_name("coat-rack.json.lock").touch()
    assert "another program is writing" in notebook.run(CELL + "Thank you.").plain


def test_a_damaged_file_is_told_of_once(notebook: Notebook) -> None:
    notebook.run(CELL)
    file_of("messages", "coat-rack").write_text("{", encoding="utf-8")
    assert "has been set aside, untouched" in notebook.run(CELL).plain
    assert "set aside" not in notebook.run(CELL + "Thank you.").plain


def test_a_text_too_long_to_be_a_message_is_kept_and_refused_in_a_sentence(notebook: Notebook) -> None:
    endless = "Dear Gergely, and so on. " * 400
    output = notebook.run(f"%%rewrite coat-rack\n{endless}")
    assert output.error is None
    assert "This text has 2,000 words; a message of more than 1,500 is not read. Shorten it." in output.plain
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == [endless.strip()]
    assert notebook.run("%rewrite_history coat-rack").error is None
