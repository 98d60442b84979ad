"""The learner's own message: a form as a card, and what cannot be judged from it."""

from __future__ import annotations

import pytest

from genuinely.coaching.studio.own import NEEDED, MissingError, card_from, lines, shown_flags, tidy_form, unjudged
from genuinely.scenarios import CRITERIA, Scenario

FORM = {
    "their_name": "K. O.",
    "their_facts": "Plans tram timetables by hand\n- Writes a blog on max-plus algebra",
    "their_goals": "a timetable that holds in winter",
    "my_facts": "* Train networks on max and plus\nKeep the runner-up of every maximum",
}
NONE = dict.fromkeys(CRITERIA, 0)


def card(**changed: str) -> Scenario:
    return card_from(tidy_form({**FORM, **changed}), "own")


def test_a_form_makes_a_card_in_which_every_criterion_counts() -> None:
    made = card()
    assert made.recipient.name == "K. O."
    assert made.recipient.facts == ("Plans tram timetables by hand", "Writes a blog on max-plus algebra")
    assert set(made.criteria) == set(CRITERIA)
    assert made.title == "To K. O."


def test_a_name_of_ones_own_is_not_needed() -> None:
    assert card().sender.name == "the sender"
    assert card(my_name="N. R.").sender.name == "N. R."


@pytest.mark.parametrize("name", NEEDED)
def test_what_is_needed_is_named(name: str) -> None:
    with pytest.raises(MissingError) as caught:
        card(**{name: " \n - \n"} if name != "their_name" else {name: " "})
    assert caught.value.fields == (name,)


def test_whatever_was_sent_or_kept_becomes_a_form() -> None:
    form = tidy_form({"kind": "rocket", "channel": 7, "their_name": " Ada ", "strange": "x"})
    assert (form["kind"], form["channel"], form["their_name"]) == ("cold", "email", "Ada")
    assert "strange" not in form
    assert tidy_form("nothing")["kind"] == "cold"


def test_list_marks_and_empty_lines_are_no_facts() -> None:
    assert lines("- one\n\n• two\n  * three\n -\n") == ("one", "two", "three")


def test_with_enough_said_on_both_sides_everything_is_judged() -> None:
    assert unjudged(card(), NONE) == {}


def test_without_their_goals_what_is_in_it_for_them_is_not_judged_unless_it_is_found() -> None:
    bare = card(their_goals="")
    assert unjudged(bare, {"mutual_value": 0}) == {"mutual_value": "no_goals"}
    assert unjudged(bare, {"mutual_value": 1}) == {"mutual_value": "no_goals"}
    assert unjudged(bare, {"mutual_value": 2}) == {}


def test_with_one_fact_about_them_a_nought_says_nothing_and_a_found_level_stands() -> None:
    thin = card(their_facts="Plans tram timetables by hand")
    assert unjudged(thin, {"common_ground": 0, "curiosity": 0})["curiosity"] == "few_theirs"
    assert unjudged(thin, {"common_ground": 1, "curiosity": 2}) == {}


def test_with_nothing_telling_about_them_no_level_is_judged() -> None:
    assert unjudged(card(their_facts="trams"), {"common_ground": 2})["common_ground"] == "few_theirs"


def test_with_little_about_the_sender_what_they_share_is_not_judged() -> None:
    thin = card(my_facts="Train networks on max and plus")
    assert unjudged(thin, {"common_ground": 0, "curiosity": 0, "easy_no": 0}) == {"common_ground": "few_mine"}


def test_nobody_is_examined_against_a_form() -> None:
    flags = ("contradicts_brief", "copied_brief", "not_english", "placeholder", "hostile", "wrong_name")
    assert shown_flags(flags, card()) == ("placeholder", "hostile")
    assert "wrong_name" in shown_flags(flags, card(their_name="Kwabena Ofori"))
