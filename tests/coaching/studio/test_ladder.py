"""Help from least to most, and what opens the last of it."""

from __future__ import annotations

import pytest

from coaching.studio.made import FIRST, ID, SECOND
from genuinely.coaching.problem_sets import load_problem_sets
from genuinely.coaching.studio import ladder
from genuinely.coaching.studio.ladder import real_attempts, rungs
from genuinely.scenarios import CRITERIA, load_scenario

CARD = load_scenario(ID)


def test_help_goes_from_a_nudge_to_an_example_and_ends_there_without_a_good_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ladder, "model_of", lambda _: None)
    found = rungs("common_ground", CARD, 5)
    assert [rung.name for rung in found] == ["nudge", "rule", "example"]
    assert all(rung.text and not rung.locked for rung in found)


@pytest.mark.parametrize(("attempts", "said"), [(0, "after two attempts"), (1, "one more attempt")])
def test_the_good_answer_says_what_opens_it(attempts: int, said: str) -> None:
    last = rungs("curiosity", CARD, attempts)[-1]
    assert last.name == "model"
    assert last.text == ""
    assert said in last.locked


def test_after_two_attempts_the_good_answer_shows_the_words_for_this_criterion() -> None:
    last = rungs("curiosity", CARD, 2)[-1]
    assert last.text.startswith("Rafael")
    assert last.quoted in last.text
    assert last.quoted.endswith("?")
    assert "One among many" in last.note


def test_no_card_that_counts_for_points_shows_an_example_or_a_good_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(_: str) -> None:
        raise AssertionError("it is not even read")

    monkeypatch.setattr(ladder, "model_of", never)
    ids = [id for each in load_problem_sets().values() for id in each.rewrites]
    assert ids
    for id in ids:
        card = load_scenario(id)
        for criterion in CRITERIA:
            assert [rung.name for rung in rungs(criterion, card, 99)] == ["nudge", "rule"]


def test_an_attempt_is_long_enough_and_unlike_those_before_it() -> None:
    assert real_attempts([], CARD) == 0
    assert real_attempts(["Hi Rafael, how are you?"], CARD) == 0
    assert real_attempts([FIRST], CARD) == 1
    assert real_attempts([FIRST, f"{FIRST} Thanks!"], CARD) == 1
    assert real_attempts([FIRST, SECOND], CARD) == 2


def test_the_cards_own_draft_is_no_attempt() -> None:
    assert real_attempts([CARD.draft, CARD.draft.replace("!!", ".")], CARD) == 0
