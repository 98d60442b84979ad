"""Levels only from a time on, and full points from a threshold: what learners see, and what counts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from coaching.made import CARD, assessment
from coaching.notebook import Notebook
from genuinely.coaching import problem_sets, scoring
from genuinely.coaching.history import history
from genuinely.coaching.problem_sets import ProblemSet
from genuinely.coaching.studio.desk import Desk
from genuinely.coaching.studio.session import Session
from genuinely.coaching.terms import COURSE_TERMS, Terms
from genuinely.keeping import kept
from genuinely.scenarios import FrozenDict

TEXT = "Dear Gergely,\nyou said that users press Clear. Could you name one clause?"
NOW = datetime(2026, 12, 1, 12, tzinfo=UTC)
LATER = Terms(levels_from=datetime(2999, 1, 1, tzinfo=UTC))
BY_NOW = Terms(levels_from=datetime(2000, 1, 1, tzinfo=UTC))
SAID = "Levels are shown from"


def choose(monkeypatch: pytest.MonkeyPatch, terms: Terms) -> None:
    sets = {"ps": ProblemSet("ps", "A set", FrozenDict({"coat-rack": 10.0}), terms=terms)}
    monkeypatch.setattr(problem_sets, "load_problem_sets", lambda: sets)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, LATER)


# When levels are shown


def test_levels_open_at_that_moment_in_whatever_zone_it_was_written() -> None:
    terms = Terms(levels_from=datetime(2026, 12, 1, 13, tzinfo=timezone(timedelta(hours=1))))
    assert terms.opening(NOW) == ""
    assert terms.opening(NOW - timedelta(seconds=1)) != ""
    assert Terms().opening(NOW) == ""


@pytest.mark.usefixtures("later")
def test_a_rewrite_is_kept_and_shows_no_levels(notebook: Notebook) -> None:
    output = notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    assert "Your message is kept." in output.plain
    assert SAID in output.plain
    assert "Kept as draft 1" in output.plain
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == [TEXT]
    for shown in ("of 100", "missing", "emerging", "strong", "Next step", "<mark"):
        assert shown not in output.all + "".join(output.htmls)


@pytest.mark.usefixtures("later")
def test_a_score_says_when_and_gives_no_number(notebook: Notebook) -> None:
    notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    output = notebook.run('score("coat-rack")')
    assert output.value is None
    assert "Levels and points are shown from" in output.plain
    assert "of 10 points" not in output.all


@pytest.mark.usefixtures("later")
def test_a_score_without_a_message_says_so_as_ever(notebook: Notebook) -> None:
    assert "has been run yet" in notebook.run('score("coat-rack")').all


@pytest.mark.usefixtures("later")
def test_nbgrader_is_given_the_points_all_the_same(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scoring, "assess", lambda *_: assessment(total=50))
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    assert notebook.run('score("coat-rack")').value == 5.0


@pytest.mark.usefixtures("later")
def test_validate_finds_it_attempted_and_shows_no_levels(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    output = notebook.run('score("coat-rack")')
    assert output.value == 10.0
    assert "Levels and points are shown from" in output.plain


@pytest.mark.usefixtures("later")
def test_the_history_waits_too(notebook: Notebook) -> None:
    notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    assert SAID in history(CARD).plain()


def test_after_that_time_everything_is_shown(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, BY_NOW)
    output = notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    assert "of 100" in output.plain
    assert SAID not in output.plain
    assert "Draft 1" in history(CARD).plain()


@pytest.mark.usefixtures("later")
def test_a_studio_opens_no_levels() -> None:
    session = Session(CARD, Desk(CARD.id))
    answer = session.answer({"ask": "predict", "text": TEXT, "predicted": {"clear_ask": 1}})
    assert any(SAID in said for said in answer["said"])
    assert not session.view(TEXT)["open"]
    assert SAID in session.answer({"ask": "help", "text": TEXT})["help"]["step"]
    assert not kept("predictions", CARD.id)


# What a total is worth


@pytest.mark.parametrize(
    ("total", "points"), [(100, 10), (80, 10), (79.9, 9.99), (40, 5), (20, 2.5), (0, 0)], ids=lambda value: str(value)
)
def test_full_points_from_a_threshold_and_in_proportion_below(total: float, points: float) -> None:
    assert Terms(full_points_from=80).points(assessment(total=total), 10) == points


@pytest.mark.parametrize("total", [0, 12.34, 33.333, 66.667, 99.99, 100])
@pytest.mark.parametrize("worth", [28, 30, 2.5, 0.07])
def test_without_a_threshold_points_are_the_assessments_own(total: float, worth: float) -> None:
    made = assessment(total=total)
    assert COURSE_TERMS.points(made, worth) == made.points(worth)


def test_a_flagged_message_has_none_for_now() -> None:
    assert Terms(full_points_from=50).points(assessment(total=90, flags=("stuffed",)), 10) == 0


def test_score_counts_by_it(notebook: Notebook, monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, Terms(full_points_from=80))
    monkeypatch.setattr(scoring, "assess", lambda *_: assessment(total=60))
    notebook.run(f"%%rewrite coat-rack\n{TEXT}")
    output = notebook.run('score("coat-rack")')
    assert output.value == 7.5
    assert "7.5 of 10 points" in output.plain
