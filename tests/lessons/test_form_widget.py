"""A form keeps its answers, shows them again, and can be read as text."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from genuinely.lessons import plan, quiz, reflect
from genuinely.lessons.form_widget import Form, answers


def send(form: Form, number: int, value: Any) -> None:
    """What the page does when somebody has answered."""
    form.sent = {"number": number, "value": value}


def text(form: Form) -> str:
    bundle = form._repr_mimebundle_()
    return str((bundle[0] if isinstance(bundle, tuple) else bundle)["text/plain"])


def test_what_is_answered_lies_in_a_plain_file(home: Path) -> None:
    send(reflect("00-first-words"), 1, {"why": "Curiosity. Ärger, auch."})
    kept = json.loads((home / "journal" / "00-first-words.json").read_text(encoding="utf-8"))
    assert [entry["answers"] for entry in kept["entries"]] == [{"why": "Curiosity. Ärger, auch."}]


def test_it_stands_there_again_in_a_new_kernel() -> None:
    send(plan("02-plan"), 1, {"sign": "the kettle", "how_far": "draft"})
    again = plan("02-plan")
    assert again.value == {"sign": "the kettle", "how_far": "draft"}
    assert again.answered["kept"]


def test_the_page_learns_that_it_is_kept() -> None:
    form = reflect("02-guess")
    assert not form.answered["kept"]
    send(form, 7, {"replied": 20})
    assert form.answered == {"number": 7, "kept": True, "troubles": []}


def test_a_form_never_answered_is_empty() -> None:
    assert reflect("02-guess").value == {}
    assert answers("02-guess") == {}


def test_a_damaged_file_is_told_of_and_does_not_stop_the_page(home: Path) -> None:
    (home / "journal").mkdir(parents=True)
    (home / "journal" / "02-guess.json").write_text("{broken", encoding="utf-8")
    form = reflect("02-guess")
    assert form.value == {}
    assert "set aside" in form.answered["troubles"][0]


@pytest.mark.parametrize("strange", [{"text": "from another form"}, {"answers": "words"}, {}])
def test_an_entry_of_another_shape_counts_as_no_answer(strange: dict[str, Any]) -> None:
    from genuinely.keeping import keep

    keep("journal", "02-guess", strange)
    assert reflect("02-guess").value == {}


def test_nothing_is_read_or_written_while_graded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    send(reflect("02-guess"), 1, {"replied": 20})
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    form = reflect("02-guess")
    assert form.value == {}
    send(form, 2, {"replied": 30})
    monkeypatch.delenv("NBGRADER_EXECUTION")
    assert answers("02-guess") == {"replied": 20}


def test_as_text_it_shows_what_is_asked_and_what_was_answered() -> None:
    send(reflect("02-swap-test"), 1, {"sentences": ["fan", "bees"]})
    shown = text(reflect("02-swap-test"))
    assert "Which of these sentences would survive the swap?" in shown
    assert "  - “I see that you keep bees. I love honey!”" in shown
    assert "Your answer so far: “I have followed your fascinating blog for a long time.”; “I see" in shown


def test_as_text_a_scale_names_its_ends_and_zero_is_an_answer() -> None:
    send(reflect("02-guess"), 1, {"replied": 0})
    shown = text(reflect("02-guess"))
    assert "from 0, nobody, to 100, everybody" in shown
    assert "Your answer so far: 0" in shown


def test_a_quiz_has_its_own_file(home: Path) -> None:
    send(quiz("00-check"), 1, {"raw": "option-1"})
    assert (home / "journal" / "quiz-00-check.json").exists()


def test_the_words_of_the_form_come_from_its_file() -> None:
    words = reflect("02-plan").words
    assert words["words_many"] == "{count} words"
    assert words["kept"] == "Kept"
