"""The specificity ladder: four lines in the same message, what the assessor sees, and the learner's own line."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from genuinely.assessing import LONGEST, assess
from genuinely.coaching.look import look
from genuinely.lessons import specificity_ladder
from genuinely.lessons.controls import cleaned
from genuinely.lessons.ladder import ASKED, RUNGS, ladders, ladders_from, rung_of, see, theirs
from genuinely.lessons.ladder_controls import controls, scene, words
from genuinely.lessons.reading import LessonDataError, Table
from genuinely.scenarios import load_scenario

TRAMS = "late-trams-algebra"
RESERVED = {"bank-chatbot-repairs", "history-phd-payments-panel", "slack-hard-negatives"}


def shown(**values: Any) -> Any:
    return scene(words(), cleaned(controls(), values))


@pytest.mark.parametrize(
    ("common_ground", "curiosity", "rung"),
    [
        (0, 0, "anybody"),
        (0, 1, "anybody"),
        (0, 2, "field"),
        (1, 0, "field"),
        (1, 1, "field"),
        (1, 2, "problem"),
        (2, 1, "problem"),
        (2, 2, "only_you"),
    ],
)
def test_the_rung_follows_from_two_levels(common_ground: int, curiosity: int, rung: str) -> None:
    assert rung_of(common_ground, curiosity) == rung


def test_words_of_theirs_are_told_once_as_written_and_without_names_and_titles() -> None:
    line = "Dear Kwabena Ofori, the Harbour loop and the harbour Loop; how is your tram timetable, engineer?"
    assert theirs(line, load_scenario(TRAMS)) == ("Harbour", "loop")
    assert theirs("How are you? Any advice?", load_scenario(TRAMS)) == ()


@pytest.mark.parametrize("id", list(ladders()))
def test_every_ladder_goes_down_from_words_for_anybody_to_words_for_one(id: str) -> None:
    ladder = ladders()[id]
    counts = [len(theirs(ladder.lines[rung], load_scenario(id))) for rung in RUNGS]
    assert counts[0] <= 2
    assert counts[-1] == max(counts) >= 3


@pytest.mark.parametrize("id", list(ladders()))
def test_the_checker_sees_the_ends_of_every_ladder_apart(id: str) -> None:
    ladder = ladders()[id]
    first, last = (see(ladder, ladder.lines[rung]) for rung in (RUNGS[0], RUNGS[-1]))
    assert RUNGS.index(first.rung) < RUNGS.index(last.rung)
    assert not first.flags
    assert not last.flags


def test_no_ladder_stands_on_a_card_that_counts_for_points() -> None:
    assert not RESERVED & set(ladders())


def test_a_line_is_read_inside_the_same_message_and_as_the_assessor_reads_it() -> None:
    ladder = ladders()[TRAMS]
    seen = see(ladder, "  You keep bees.  ")
    assert seen.message == f"{ladder.before}\n\nYou keep bees.\n\n{ladder.after}"
    levels = assess(seen.message, load_scenario(TRAMS)).levels
    assert {row.criterion: row.level for row in seen.rows} == {name: levels[name] for name in ASKED}


def test_a_line_longer_than_anything_is_cut() -> None:
    assert len(see(ladders()[TRAMS], "x " * LONGEST).message) <= LONGEST


def test_a_guess_is_held_against_the_rung_that_was_found() -> None:
    line = ladders()[TRAMS].lines["only_you"]
    found = see(ladders()[TRAMS], line).rung
    assert shown(own=line, guess=found).comparison[0].endswith("it stands there.")
    assert "stands lower" in shown(own=line, guess="anybody").comparison[0]
    assert "stands higher up" in shown(own="Hello. Any advice?", guess="only_you").comparison[0]
    assert "By the checker's levels your line stands on" in shown(own=line).comparison[0]
    assert shown().comparison == ()


def test_the_words_say_what_the_picture_shows() -> None:
    told = shown(rung="only_you")
    texts = {text.get_text() for text in told.draw(look()["light"]).axes[0].texts}
    for rung in RUNGS:
        assert words().say(rung) in texts
        for row in told.seen[rung].rows[:2]:
            assert f"{row.title} {row.word}" in told.text
            assert f"{row.symbol}  {row.title}: {row.word}" in texts


def test_the_rung_that_is_read_stands_below_with_the_words_that_it_rests_on() -> None:
    told = shown(rung="only_you")
    assert ladders()[TRAMS].lines["only_you"] in told.below_plain
    assert "Words that lead to Kwabena:" in told.below_plain
    assert "Quarry" in told.below_plain
    assert "No word of the line leads to Kwabena." in shown(rung="anybody").below_plain


def test_what_is_typed_is_escaped_and_marked_in_the_picture() -> None:
    told = shown(own="<script>alert(1)</script> loop")
    assert "<script>" not in told.below
    assert "&lt;script&gt;" in told.below
    assert "yours" in {text.get_text() for text in told.draw(look()["dark"]).axes[0].texts}


@pytest.mark.parametrize("id", list(ladders()))
def test_every_person_can_be_chosen(id: str) -> None:
    assert load_scenario(id).recipient.name.split()[0] in shown(scenario=id).title


def test_the_line_is_kept_and_comes_back() -> None:
    value = {**cleaned(controls(), {}), "own": "The harbour loop!", "guess": "problem"}
    specificity_ladder().sent = {"number": 1, "value": value}
    again = specificity_ladder()
    assert again.value["own"] == "The harbour loop!"
    assert "The harbour loop!" in again.shown["below"]


GOOD = {
    TRAMS: {"before": "Hi", "after": "N.", **{rung: f"Line {rung}." for rung in RUNGS}},
}


def made(tables: dict[str, Any]) -> Any:
    return ladders_from(Table("ladder.toml", "", tables))


def test_a_ladder_is_read_from_its_table() -> None:
    assert made(GOOD)[TRAMS].lines["field"] == "Line field."


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ({"no-such-card": GOOD[TRAMS]}, "there is no scenario 'no-such-card'"),
        ({"old-lab-mate": GOOD[TRAMS]}, "does not ask for curiosity"),
        ({TRAMS: {**GOOD[TRAMS], "field": " "}}, "expected words in quotes"),
        ({TRAMS: {**GOOD[TRAMS], "rung": "x"}}, "is not known"),
        (tomllib.loads(f"{TRAMS} = 3"), "expected a table"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_key(tables: dict[str, Any], said: str) -> None:
    with pytest.raises(LessonDataError, match=r"ladder\.toml: key '.*" + said):
        made(tables)
