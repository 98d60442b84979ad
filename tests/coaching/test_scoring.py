"""What a test cell gets from `score("id")`."""

from __future__ import annotations

import math

import pytest

from coaching.made import CARD, assessment
from coaching.notebook import Notebook
from genuinely.assessing import Assessment
from genuinely.coaching import NotAttempted, ScoreError, drafts, score, scoring

PROSE = "Dear Gergely,\nyou said that users press Clear. Could you name one clause?"

pytestmark = pytest.mark.usefixtures("worth_ten")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, Assessment]:
    """What the assessor will say, under "now"."""
    made = {"now": assessment(total=73.456)}
    monkeypatch.setattr(scoring, "assess", lambda message, card: made["now"])
    return made


@pytest.fixture(autouse=True)
def attempted() -> None:
    drafts.remember("coat-rack", "Dear Gergely, hello")


@pytest.mark.usefixtures("made")
def test_the_points_are_a_plain_float_of_two_decimals() -> None:
    points = score("coat-rack")
    assert type(points) is float
    assert points == 7.35


@pytest.mark.parametrize(("total", "points"), [(0.0, 0.0), (100.0, 10.0), (33.333, 3.33)])
def test_the_share_of_the_maximum(total: float, points: float, made: dict[str, Assessment]) -> None:
    made["now"] = assessment(total=total)
    assert score("coat-rack") == points


@pytest.mark.parametrize(
    ("points", "kept"), [(math.nan, 0.0), (math.inf, 0.0), (-1.0, 0.0), (10.0001, 10.0), (5.0009999999999994, 5.0)]
)
def test_whatever_comes_nbgrader_can_read_it(points: float, kept: float) -> None:
    assert scoring.as_points(points, 10) == kept


def test_a_flagged_message_gets_nothing_for_now(made: dict[str, Assessment], notebook: Notebook) -> None:
    made["now"] = assessment(total=90, flags=("stuffed",), reasons={"stuffed": "It lists words."})
    drafts.remember("coat-rack", "Dear")
    output = notebook.run('score("coat-rack")')
    assert output.value == 0.0
    assert "0 points for now: this message waits for your instructor." in output.plain
    assert "Why: It lists words." in output.plain


@pytest.mark.usefixtures("made")
def test_the_rows_are_shown_before_the_points(notebook: Notebook) -> None:
    output = notebook.run('score("coat-rack")')
    assert "One clear request" in output.plain
    assert "7.35 of 10 points" in output.plain
    assert "One clear request" in output.htmls[0]
    assert output.value == 7.35
    assert output.stderr == ""


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("variable", [("NBGRADER_EXECUTION", "validate"), ("NBGRADER_VALIDATING", "1")])
def test_validate_gets_the_maximum_and_a_word_on_it(
    variable: tuple[str, str], monkeypatch: pytest.MonkeyPatch, notebook: Notebook
) -> None:
    monkeypatch.setenv(*variable)
    output = notebook.run('score("coat-rack")')
    assert output.value == 10.0
    assert "Validate only checks that every answer has been attempted" in output.plain
    assert "7.35 of 10 points" in output.plain


@pytest.mark.usefixtures("made")
def test_autograde_gets_the_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert score("coat-rack") == 7.35


@pytest.mark.parametrize("variable", [None, "autograde", "validate"])
def test_without_a_message_it_is_not_attempted(variable: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if variable:
        monkeypatch.setenv("NBGRADER_EXECUTION", variable)
    drafts.forget()
    with pytest.raises(NotAttempted, match="%%rewrite coat-rack"):
        score("coat-rack")


def test_an_empty_message_is_not_attempted_even_after_a_full_one() -> None:
    drafts.remember("coat-rack", "")
    with pytest.raises(NotAttempted, match=CARD.title):
        score("coat-rack")


def test_an_error_is_a_sentence_without_a_traceback(notebook: Notebook) -> None:
    drafts.forget()
    output = notebook.run('score("coat-rack")')
    assert isinstance(output.error, NotAttempted)
    assert "Traceback" not in output.all
    assert "File" not in output.all
    assert f"No message for “{CARD.title}” has been run yet" in output.all


def test_a_scenario_without_points_says_so() -> None:
    with pytest.raises(ScoreError, match="is in no problem set"):
        score("jury-question")


def test_an_unknown_id_lists_the_near_ones() -> None:
    with pytest.raises(ScoreError, match="`coat-rack` – "):
        score("coat-rak")


@pytest.mark.parametrize("variable", ["autograde", "validate"])
def test_prose_whose_first_line_was_lost_counts_while_nbgrader_grades(
    variable: str, notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", variable)
    drafts.forget()
    notebook.run(PROSE)
    assert notebook.run('score("coat-rack")').error is None
    assert isinstance(notebook.run('score("coat-rack")').error, NotAttempted)


def test_a_learner_is_told_of_the_lost_line_and_mends_it(notebook: Notebook) -> None:
    drafts.forget()
    notebook.run(PROSE)
    assert isinstance(notebook.run('score("coat-rack")').error, NotAttempted)


def test_a_message_with_its_first_line_goes_before_one_without(
    notebook: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    notebook.run("%%rewrite coat-rack\n")
    notebook.run(PROSE)
    assert isinstance(notebook.run('score("coat-rack")').error, NotAttempted)
    drafts.forget()
    notebook.run(PROSE)
    notebook.run("%%rewrite jury-question\nHello")
    assert isinstance(notebook.run('score("coat-rack")').error, NotAttempted)


def test_a_text_too_long_to_be_a_message_is_refused_in_a_sentence() -> None:
    drafts.remember("coat-rack", "Dear Gergely, and so on. " * 400)
    with pytest.raises(ScoreError, match=r"^This text has 2,000 words; .* is not read\. Shorten it\.$"):
        score("coat-rack")
