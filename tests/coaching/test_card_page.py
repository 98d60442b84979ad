"""A card as a page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coaching.made import CARD
from coaching.notebook import Notebook
from coaching.test_feedback import HOSTILE, Tags
from genuinely.coaching import show_scenario
from genuinely.coaching.card_page import CardPage
from genuinely.scenarios import FrozenDict, load_scenarios


def test_everything_on_the_card_is_on_the_page() -> None:
    plain = show_scenario("coat-rack").plain()
    told = [CARD.title, CARD.situation, *CARD.draft.splitlines()]
    for person in (CARD.sender, CARD.recipient):
        told += [person.name, person.role, *person.facts, *person.goals]
    assert [each for each in told if each not in plain] == []


def test_the_channel_comes_with_its_length() -> None:
    assert "at most 300 characters" in CardPage(replace(CARD, channel="linkedin_note")).plain()
    assert "about 20 to 80 words" in CardPage(replace(CARD, channel="chat")).html()


@pytest.mark.parametrize("id", ["coat-rack", "“coat-rack”", "'coat-rack'", " Coat-Rack ", "coat_rack", "coat rack"])
def test_an_id_may_be_typed_in_many_ways(id: str) -> None:
    assert CARD.title in show_scenario(id).plain()


def test_an_unknown_id_lists_the_near_ones_with_their_titles() -> None:
    assert f"`coat-rack` – {CARD.title}" in show_scenario("coat-rak").plain()
    assert f"<code>coat-rack</code> – {CARD.title}" in show_scenario("coat-rak").html()


def test_an_id_like_no_other_ends_in_a_sentence_too() -> None:
    assert "There is no scenario called `zzzz`" in show_scenario("zzzz").plain()


def test_everything_is_escaped() -> None:
    sender = replace(CARD.sender, name=HOSTILE, role=HOSTILE, facts=(HOSTILE,))
    html = CardPage(replace(CARD, title=HOSTILE, situation=HOSTILE, draft=HOSTILE, sender=sender)).html()
    tags = [tag for tag, _ in Tags(html).found]
    assert "script" not in tags
    assert "img" not in tags


def test_as_the_last_line_it_shows_once(notebook: Notebook) -> None:
    output = notebook.run('show_scenario("coat-rack")')
    assert output.plain.count(CARD.situation) + output.printed.count(CARD.situation) == 1


@pytest.mark.parametrize("id", [*load_scenarios()])
def test_every_card_has_a_page_that_nests(id: str) -> None:
    assert Tags(show_scenario(id).html()).open == []


def test_no_criteria_are_given_away() -> None:
    assert isinstance(CARD.criteria, FrozenDict)
    assert "new_together" not in show_scenario("coat-rack").html()
