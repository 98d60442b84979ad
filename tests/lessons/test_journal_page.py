"""The journal lists what was written, day by day, in the learner's words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from genuinely.keeping import keep
from genuinely.lessons import journal


def test_an_empty_journal_says_so() -> None:
    assert "empty so far" in journal().plain()


def test_every_exercise_is_told_with_its_answers_in_the_order_of_the_course() -> None:
    keep("journal", "02-plan", {"answers": {"sign": "the kettle boils", "how_far": "draft"}})
    keep("journal", "00-first-words", {"answers": {"why": "<b>Curiosity</b>"}})
    keep("journal", "prediction-u-plot-neighbour", {"answers": {"concise": "level_2"}})
    shown = journal()
    told = shown.plain()
    assert told.index("Your first words here") < told.index("Before you run it") < told.index("One message, one moment")
    assert "When the kettle boils, I will open the page of …" in told
    assert "Write it and leave it in the drafts." in told
    assert "<b>Curiosity" not in shown.html()


def test_the_last_version_of_each_day_is_shown(home: Path) -> None:
    entries = [
        {"time": "2026-03-02T09:00:00+01:00", "answers": {"why": "Cur"}},
        {"time": "2026-03-02T09:01:00+01:00", "answers": {"why": "Curiosity."}},
        {"time": "2026-03-09T09:00:00+01:00", "answers": {"why": "A dare."}},
    ]
    (home / "journal").mkdir(parents=True)
    whole = {"kind": "journal", "name": "00-first-words", "entries": entries}
    (home / "journal" / "00-first-words.json").write_text(json.dumps(whole), encoding="utf-8")
    told = journal("00-first-words").plain()
    assert "(2026-03-02 to 2026-03-09)" in told
    assert "Curiosity." in told
    assert "A dare." in told
    assert "Cur\n" not in told


def test_an_exercise_that_the_course_no_longer_asks_keeps_its_line() -> None:
    keep("journal", "99-gone", {"answers": {"what": "ever"}})
    keep("journal", "prediction-no-such-card", {"answers": {}})
    assert "99-gone (" in journal().plain()


def test_an_exercise_without_an_entry_is_said_to_have_none() -> None:
    keep("journal", "02-plan", {"answers": {"sign": "the kettle"}})
    assert "Nothing is kept in the journal under `02-guess`" in journal("02-guess").plain()


def test_it_is_private_while_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("journal", "02-plan", {"answers": {"sign": "the kettle"}})
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert "kettle" not in journal().plain()
