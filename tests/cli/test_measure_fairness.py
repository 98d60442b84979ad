"""No level hangs on a name, and hardly one on a slip of the pen."""

from __future__ import annotations

import re
from functools import cache

import pytest

from genuinely.assessing.text import words
from genuinely.cli.measuring.fairness import KINDS, PROCESSES, SEEDS, Change, changes, counted, report, sample, share
from genuinely.cli.measuring.naming import elsewhere, load_names, of_card, plain, renamed, told
from genuinely.cli.measuring.ratings import RatedMessage, rated_messages, ratings_folder
from genuinely.cli.measuring.slips import ONE_IN, with_slips
from genuinely.scenarios import CRITERIA, load_scenario, load_scenarios

NAMES = load_names()
MISSED = {"card": 0.0005}
"""Targets that are missed, and what the share of changed levels must not exceed meanwhile (docs say so too)."""


@cache
def rated() -> list[RatedMessage]:
    return rated_messages(ratings_folder())


def test_there_are_five_cultures_with_names_of_two_genders() -> None:
    assert len(NAMES.cultures) >= 5
    for culture in NAMES.cultures.values():
        assert min(map(len, (culture.female, culture.male, culture.family))) >= 10


def test_no_name_of_a_card_is_left_and_the_new_ones_stand_in_card_and_message() -> None:
    card = load_scenario("coat-rack")
    exchange = of_card(card, "yoruba", NAMES)
    new = renamed(card, exchange)
    texts = " ".join([*told(new), new.draft, exchange("Dear GERGELY, szalai here. Thandiwe's question")])
    assert not re.search(r"gergely|szalai|thandiwe|maseko", texts, re.IGNORECASE)
    first = new.recipient.name.split()[0]
    assert exchange("Dear Gergely, hi gergely") == f"Dear {first}, hi {first.lower()}"


def test_an_accent_that_was_left_out_changes_nothing() -> None:
    exchange = of_card(load_scenario("art-editor-illustrator"), "english", NAMES)
    assert exchange("Tomas") == exchange("Tomás") != "Tomas"


def test_people_on_the_card_beside_its_two_are_exchanged_too() -> None:
    card = load_scenario("cloud-referral-slack")
    new = renamed(card, of_card(card, "hindi", NAMES))
    assert "Sofia" not in " ".join([*told(new), new.draft])


def test_everybody_named_beside_the_two_is_on_the_card() -> None:
    for id, people in NAMES.on_card.items():
        texts = plain(" ".join([*told(load_scenario(id)), load_scenario(id).draft]))
        assert [person for person in people if plain(person) not in texts] == []


@pytest.mark.parametrize("culture", NAMES.cultures)
def test_a_card_keeps_its_number_of_words_and_nearly_its_length(culture: str) -> None:
    for card in load_scenarios().values():
        before, after = " ".join(told(card)), " ".join(told(renamed(card, of_card(card, culture, NAMES))))
        assert len(words(before)) == len(words(after))
        assert abs(len(before) - len(after)) < len(before) / 15


def test_a_title_follows_the_gender_of_the_new_name() -> None:
    card = load_scenario("wool-farm-number")
    for culture in NAMES.cultures:
        exchange = of_card(card, culture, NAMES)
        title = {"female": "Ms", "male": "Mr"}[exchange.genders["aaltonen"]]
        assert exchange("Dear Mr Aaltonen,").startswith(f"Dear {title} ")
    assert {of_card(card, culture, NAMES).genders["aaltonen"] for culture in NAMES.cultures} == {"female", "male"}


def test_people_who_are_on_no_card_are_exchanged_in_the_message_alone() -> None:
    card = load_scenario("fewer-complaints")
    exchange = elsewhere("In Malmö an Ulla fought; Femi told me.", card, "arabic", NAMES)
    assert exchange is not None
    changed = exchange("In Malmö an Ulla fought; Femi told me.")
    assert "Ulla" not in changed
    assert "Femi" in changed  # the card names him
    assert elsewhere("In Malmö nobody fought.", card, "arabic", NAMES) is None


def test_slips_are_in_one_word_of_fifteen_and_the_same_each_time() -> None:
    message = " ".join(["between", "because", "neighbour"] * 50)
    slipped = with_slips(message, "one")
    assert slipped == with_slips(message, "one") != with_slips(message, "two")
    pairs = zip(message.split(" "), slipped.split(" "), strict=True)
    assert sum(one != two for one, two in pairs) == len(message.split()) // ONE_IN


def test_articles_slip_too_and_a_text_without_words_stays() -> None:
    found = {with_slips("the", str(seed)) for seed in range(30)}
    assert found == {"", "a", "an"}
    assert with_slips("?! 12", "one") == "?! 12"


def test_the_sample_has_two_of_each_card_and_all_that_name_people_elsewhere() -> None:
    tasks = sample(rated())
    assert tasks == sample(rated())
    assert {card for _, card, _ in tasks} == set(load_scenarios())
    named = {one.id for one in rated() if elsewhere(one.message, one.card, "english", NAMES)}
    assert named <= {id for id, *_ in tasks}
    assert len(named) > 30


def test_the_share_of_levels_that_changed_is_counted_by_criterion() -> None:
    found = [
        Change("1", "card", "english", ("clear_ask", "concise"), ("clear_ask",), False),
        Change("2", "card", "english", ("clear_ask", "concise"), ("concise",), True),
    ]
    assert share(found, ["clear_ask"]) == 0.5
    assert share(found, counted("card")) == 0.5  # length is not counted
    assert "50.00% of 2 levels" in report(found)[0]
    assert "other flags on 1 of 2" in report(found)[0]


def test_craft_is_not_counted_for_slips() -> None:
    assert set(CRITERIA) - set(counted("slips")) == {"context", "concise", "own_voice"}


def test_on_a_few_messages_no_level_hangs_on_a_name() -> None:
    found = list(changes(sample(rated(), each=1)[::12]))
    assert len({one.how for one in found if one.kind == "card"}) == len(NAMES.cultures)
    assert len({one.how for one in found if one.kind == "slips"}) == len(SEEDS)
    assert [one for one in found if one.kind == "card" and set(one.changed) & set(counted("card"))] == []


@pytest.mark.slow
def test_the_targets_of_fairness_are_met_but_for_those_known_to_be_missed() -> None:
    found = list(changes(sample(rated()), PROCESSES))
    shares = {kind: share([one for one in found if one.kind == kind], counted(kind)) for kind in KINDS}
    targets = {kind: most for kind, (_, most) in KINDS.items()}
    assert {kind: shares[kind] for kind in KINDS if shares[kind] > MISSED.get(kind, targets[kind])} == {}
    assert [kind for kind in MISSED if shares[kind] <= targets[kind]] == []  # met now: take it off the list
