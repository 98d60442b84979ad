"""A prediction, the verdict, and the gap between them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from genuinely.coaching import drafts, problem_sets
from genuinely.coaching.terms import Terms
from genuinely.keeping import keep
from genuinely.lessons import compare, predict
from genuinely.lessons.examples import hints_of
from genuinely.lessons.predictions import Comparison, Gap, gaps
from genuinely.scenarios import CRITERIA, FrozenDict, load_scenario

ID = "u-plot-neighbour"
MESSAGE = hints_of(ID).solution


def predicted(**levels: str) -> None:
    keep("journal", f"prediction-{ID}", {"answers": levels})


@pytest.mark.parametrize(
    ("guess", "found", "name"), [(None, 1, "none"), (1, 1, "same"), (0, 2, "higher"), (2, 0, "lower")]
)
def test_a_gap_has_a_direction(guess: int | None, found: int, name: str) -> None:
    assert Gap("concise", guess, found).name == name


def test_gaps_stand_in_the_order_of_the_rubric() -> None:
    found = dict.fromkeys(reversed(CRITERIA), 1)
    assert [gap.criterion for gap in gaps({}, found)] == list(CRITERIA)


def test_the_form_asks_for_what_the_card_names_and_for_context() -> None:
    asked = {field.name for field in predict(ID).spec.fields}
    assert asked == {*load_scenario(ID).criteria, "context"}


def test_without_a_message_it_says_where_to_write_one() -> None:
    predicted(concise="level_2")
    assert f"%%rewrite {ID}" in compare(ID).plain()


def test_an_empty_message_is_not_compared() -> None:
    drafts.remember(ID, "  \n")
    predicted(concise="level_2")
    assert "still empty" in compare(ID).plain()


def test_without_a_prediction_it_says_where_to_make_one() -> None:
    drafts.remember(ID, MESSAGE)
    assert "no prediction" in compare(ID).plain()


def test_both_stand_beside_each_other() -> None:
    drafts.remember(ID, MESSAGE)
    predicted(concise="level_2", common_ground="level_0")
    shown = compare(ID).plain()
    assert "The right length: strong → strong (the same)" in shown
    assert "Real common ground: missing → strong (more than predicted)" in shown
    assert "agree on 1 of 2 rows" in shown


def test_a_message_kept_before_a_restart_is_compared_as_well() -> None:
    keep("messages", ID, {"text": MESSAGE})
    predicted(concise="level_0")
    assert "agree on 0 of 1 rows" in compare(ID).plain()


def test_the_page_says_the_same_as_the_text() -> None:
    drafts.remember(ID, MESSAGE)
    predicted(concise="level_2")
    shown = compare(ID)
    assert isinstance(shown, Comparison)
    for sentence in shown.sentences:
        assert sentence in shown.html()
    assert shown.html().count("<tr") == len(shown.gaps) + 1


def test_a_flagged_message_says_so_first() -> None:
    drafts.remember(ID, "Hi Marek,\n\n[Your name] here, writing about the heat plan and its courtyards.")
    predicted(concise="level_2")
    shown = compare(ID)
    assert isinstance(shown, Comparison)
    assert "to a person first" in shown.sentences[0]


def test_where_levels_are_shown_later_a_prediction_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = Terms(levels_from=datetime(2999, 1, 1, tzinfo=UTC))
    sets = {"ps": problem_sets.ProblemSet("ps", "A set", FrozenDict({ID: 10.0}), terms=terms)}
    monkeypatch.setattr(problem_sets, "load_problem_sets", lambda: sets)
    drafts.remember(ID, MESSAGE)
    predicted(concise="level_2")
    assert compare(ID).plain().startswith("Levels are shown from 29")
