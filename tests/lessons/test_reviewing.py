"""Questions come back on their day, in a form of their own, and nothing is asked that was never answered."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from genuinely.lessons import quiz, review
from genuinely.lessons.form_widget import Form
from genuinely.lessons.reading import LessonDataError
from genuinely.lessons.reviewing import due_by_bank
from genuinely.lessons.spacing import settings

RIGHT, WRONG = "option-1", "option-3"


def write(home: Path, kind: str, name: str, *entries: tuple[str, dict[str, Any]]) -> None:
    """A file as it was kept on other days."""
    file = home / kind / f"{name}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = [{"time": f"{day}T09:00:00+01:00", "answers": answers} for day, answers in entries]
    file.write_text(json.dumps({"kind": kind, "name": name, "entries": kept}), encoding="utf-8")


def asked(day: str, spacing: str = "widening") -> list[str]:
    shown = review(spacing, date.fromisoformat(day))
    return [field.name for field in shown.spec.fields] if isinstance(shown, Form) else []


def test_before_any_quiz_it_says_when_there_will_be_something() -> None:
    assert "Nothing to review yet" in review().plain()  # type: ignore[union-attr]


def test_what_is_answered_today_comes_back_tomorrow(home: Path) -> None:
    quiz("02-recall").sent = {"number": 1, "value": {"no": RIGHT}}
    assert asked(date.today().isoformat()) == []
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": RIGHT}))
    assert asked("2026-03-02") == []
    assert asked("2026-03-03") == ["02-recall/no"]


def test_the_day_of_the_next_one_is_named(home: Path) -> None:
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": RIGHT}))
    write(home, "reviews", "2026-03-03", ("2026-03-03", {"02-recall/no": RIGHT}))
    shown = review(today=date(2026, 3, 4))
    assert not isinstance(shown, Form)
    assert "returns on 2026-03-06" in shown.plain()


def test_a_wrong_answer_brings_it_back_the_next_day(home: Path) -> None:
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": RIGHT}))
    write(home, "reviews", "2026-03-03", ("2026-03-03", {"02-recall/no": WRONG}))
    assert asked("2026-03-04") == ["02-recall/no"]


def test_the_first_answer_of_a_day_counts(home: Path) -> None:
    """Whoever reads the explanations of the other options afterwards has not changed what they knew."""
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": RIGHT}))
    write(
        home,
        "reviews",
        "2026-03-03",
        ("2026-03-03", {"02-recall/no": RIGHT}),
        ("2026-03-03", {"02-recall/no": WRONG}),
    )
    assert asked("2026-03-04") == []


def test_a_match_counts_once_it_is_compared(home: Path) -> None:
    chosen = {"themes": {"option-1": "target-option-1"}}
    write(home, "journal", "quiz-02-recall", ("2026-03-02", chosen))
    assert asked("2026-03-05") == []
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {**chosen, "compared": ["themes"]}))
    assert asked("2026-03-05") == ["02-recall/themes"]


def test_fixed_intervals_can_be_chosen(home: Path) -> None:
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": WRONG}))
    assert asked("2026-03-08", "fixed") == []
    assert asked("2026-03-09", "fixed") == ["02-recall/no"]
    with pytest.raises(LessonDataError, match="no spacing 'daily'"):
        review("daily")


def test_the_longest_waiting_come_first_and_the_rest_waits(home: Path) -> None:
    write(home, "journal", "quiz-02-recall", ("2026-03-05", dict.fromkeys(("exchange", "practice", "no"), RIGHT)))
    write(home, "journal", "quiz-00-check", ("2026-03-02", dict.fromkeys(("raw", "restart"), RIGHT)))
    names = asked("2026-03-20")
    assert names[:2] == ["00-check/raw", "00-check/restart"]
    assert len(names) == min(5, settings().at_most)


def test_answers_are_kept_with_their_day_and_stand_there_again(home: Path) -> None:
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": RIGHT}))
    shown = review()
    assert isinstance(shown, Form)
    shown.sent = {"number": 1, "value": {"02-recall/no": WRONG}}
    again = review()
    assert isinstance(again, Form)
    assert again.value == {"02-recall/no": WRONG}
    assert (home / "reviews" / f"{date.today().isoformat()}.json").is_file()


def test_what_is_due_is_counted_for_each_bank_until_it_is_answered(home: Path) -> None:
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": RIGHT, "practice": WRONG}))
    assert due_by_bank(date(2026, 3, 3)) == {"02-recall": 2}
    write(home, "reviews", "2026-03-03", ("2026-03-03", {"02-recall/no": RIGHT}))
    assert due_by_bank(date(2026, 3, 3)) == {"02-recall": 1}


def test_nothing_is_read_while_graded(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, "journal", "quiz-02-recall", ("2026-03-02", {"no": RIGHT}))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert not isinstance(review(), Form)


@pytest.mark.parametrize("strange", [{"time": 3, "answers": {}}, {"answers": "none"}, {"time": "yesterday"}])
def test_a_strange_entry_is_passed_over(strange: dict[str, Any], home: Path) -> None:
    (home / "journal").mkdir(parents=True)
    text = json.dumps({"kind": "journal", "name": "quiz-02-recall", "entries": [strange]})
    (home / "journal" / "quiz-02-recall.json").write_text(text, encoding="utf-8")
    assert asked("2026-03-09") == []
