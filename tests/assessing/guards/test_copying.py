"""The card's own words in place of the learner's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assessing.guards.flagged import flags
from genuinely.scenarios import load_scenario, load_scenarios


@pytest.mark.parametrize("id", list(load_scenarios()))
def test_every_cards_own_draft_is_known(id: str) -> None:
    assert "copied_draft" in flags(id, load_scenario(id).draft)


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        lambda draft: draft.replace("\n", " "),
        lambda draft: draft.replace(",", ""),
        lambda draft: draft.replace("great", "good") + " Thanks!",
        lambda draft: draft.replace("a", "a\u200b"),
    ],
    ids=["capitals", "one line", "no commas", "a word or two", "invisible characters"],
)
def test_a_draft_with_small_changes_is_known(change: Callable[[str], str]) -> None:
    assert "copied_draft" in flags("coat-rack", change(load_scenario("coat-rack").draft))


def test_a_draft_that_was_taken_up_and_rewritten_is_honest() -> None:
    message = (
        "Dear Gergely, it was great to connect at the panel! I have 212 texts, each with the readings that its author "
        "did not want. Could your summaries be text number 213? Send me three, and I will send back what 26 students "
        "find. If that is no use before June, say so in a word. Best, Thandiwe"
    )
    assert flags("coat-rack", message) == ()


def test_another_cards_draft_is_not_this_cards() -> None:
    assert "copied_draft" not in flags("coat-rack", load_scenario("jury-question").draft)


@pytest.mark.parametrize("id", ["coat-rack", "slack-hard-negatives", "jury-question", "veil-days", "u-seat-five"])
def test_the_cards_facts_strung_together_are_known(id: str) -> None:
    card = load_scenario(id)
    assert "copied_brief" in flags(id, " ".join((*card.sender.facts, *card.recipient.facts)))
    assert "copied_brief" in flags(id, f"Hi! {card.situation} {' '.join(card.recipient.goals)} Thanks")


def test_two_quotations_from_the_card_are_honest() -> None:
    message = (
        "Hi Tomasz, 'Look at your negatives before you touch the loss' cost me a weekend and saved my chapter: 54 of "
        "my 200 were answers. You wrote that 'picking which ones to recheck is still guesswork for us'. Mine cluster "
        "where two annotators had disagreed. Would you say yes or no to a list of ours? Silence is fine."
    )
    assert flags("slack-hard-negatives", message) == ()


def test_a_short_message_of_the_cards_words_is_honest() -> None:
    assert "copied_brief" not in flags("coat-rack", "Gergely, would you swap two testers for one of my students?")
