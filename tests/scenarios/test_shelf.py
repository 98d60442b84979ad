"""The cards that the course comes with."""

from __future__ import annotations

import pytest

from genuinely.scenarios import CRITERIA, UnknownScenarioError, load_scenario, load_scenarios


def test_the_course_comes_with_94_cards() -> None:
    assert len(load_scenarios()) == 94


def test_cards_stand_in_the_order_of_their_ids() -> None:
    assert list(load_scenarios()) == sorted(load_scenarios())


def test_each_card_stands_under_its_own_id() -> None:
    assert [card.id for card in load_scenarios().values()] == list(load_scenarios())


def test_one_card_read_alone_is_the_same_as_among_all() -> None:
    assert load_scenario("coat-rack") == load_scenarios()["coat-rack"]


def test_every_theme_kind_and_channel_is_met_in_the_cards() -> None:
    cards = load_scenarios().values()
    assert {card.theme for card in cards} == {"exchange", "interest", "create", "capstone"}
    assert {card.kind for card in cards} == {
        "cold", "warm_intro", "reconnect", "follow_up", "thank_you", "referral", "community",
    }  # fmt: skip
    assert {card.channel for card in cards} == {"email", "linkedin_note", "chat"}


def test_a_cards_criteria_stand_in_the_rubrics_order() -> None:
    for card in load_scenarios().values():
        assert list(card.criteria) == [name for name in CRITERIA if name in card.criteria], card.id


def test_the_cards_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        load_scenarios()["new"] = load_scenario("coat-rack")  # type: ignore[index]
    with pytest.raises(AttributeError):
        load_scenario("coat-rack").title = "Another"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("coat-rak", "coat-rack"), ("slack-hard-negative", "slack-hard-negatives"), ("jury_question", "jury-question")],
)
def test_an_unknown_id_gives_the_near_ones_best_first(typed: str, meant: str) -> None:
    with pytest.raises(UnknownScenarioError) as caught:
        load_scenario(typed)
    assert caught.value.id == typed
    assert caught.value.near[0] == meant
    assert meant in str(caught.value)
    assert typed in str(caught.value)


def test_an_id_like_no_other_says_so_without_guessing() -> None:
    with pytest.raises(UnknownScenarioError) as caught:
        load_scenario("zzzzqqqq")
    assert caught.value.near == ()
    assert str(caught.value) == "There is no scenario 'zzzzqqqq'."


@pytest.mark.parametrize("id", ["", ".", "..", "../scenarios/coat-rack", "coat-rack.toml", "COAT-RACK"])
def test_what_is_no_id_is_unknown(id: str) -> None:
    with pytest.raises(UnknownScenarioError):
        load_scenario(id)


def test_an_unknown_id_can_be_caught_as_a_key_error() -> None:
    with pytest.raises(KeyError):
        load_scenario("nothing-here")
