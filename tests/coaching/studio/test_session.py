"""What a studio answers to its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from coaching.studio.made import FIRST, ID, SECOND, ask, session
from genuinely.coaching.studio.desk import rounds
from genuinely.keeping import kept


def test_the_page_is_greeted_with_what_stands_there() -> None:
    ask(session(), "read", FIRST, keep=True)
    answer = ask(session(), "hello", host="localhost")
    assert answer["stands"]["text"] == FIRST
    assert answer["stands"]["number"] == 1
    assert answer["where"] == "own"
    assert answer["place"][0].startswith("What you write here is kept on this computer")


def test_reading_keeps_a_text_only_if_the_page_asks() -> None:
    one = session()
    assert "kept" not in ask(one, "read", FIRST)
    assert kept("desk", ID) == ()
    assert ask(one, "read", FIRST, keep=True)["kept"] is True
    assert kept("desk", ID)[0]["text"] == FIRST


def test_levels_are_not_told_before_they_are_predicted() -> None:
    one = session()
    assert ask(one, "read", FIRST)["view"]["rows"] == []
    answer = ask(one, "predict", FIRST, predicted={"concise": 2})
    assert [row["criterion"] for row in answer["view"]["rows"]] == [f["criterion"] for f in one.showing.fields()]
    assert ask(one, "read", SECOND)["view"]["rows"]
    assert ask(one, "close", SECOND)["view"]["rows"] == []


def test_levels_that_were_open_are_open_after_a_restart() -> None:
    ask(session(), "predict", FIRST, predicted={})
    assert ask(session(), "read", FIRST)["view"]["open"] is True


def test_a_prediction_is_kept_beside_what_was_found_and_the_gap_is_said() -> None:
    answer = ask(session(), "predict", FIRST, predicted={"clear_ask": 2, "not_there": 1})
    (made,) = rounds()
    assert dict(made.predicted) == {"clear_ask": 2}
    assert set(made.found) >= {"clear_ask", "context"}
    assert answer["said"]
    assert answer["predicted"]["clear_ask"] == {"level": 2, "said": "predicted: strong"}


def test_without_a_prediction_the_levels_open_all_the_same() -> None:
    answer = ask(session(), "predict", FIRST, predicted={})
    assert answer["said"] == ["No levels were predicted this time."]
    assert answer["view"]["open"] is True
    assert rounds() == ()


def test_how_well_somebody_judges_is_said_from_the_second_prediction_on() -> None:
    one = session()
    assert not any(
        "predictions so far" in said for said in ask(one, "predict", FIRST, predicted={"concise": 1})["said"]
    )
    assert any("Over 2 predictions so far" in s for s in ask(one, "predict", SECOND, predicted={"concise": 1})["said"])


def test_before_there_is_a_message_nothing_can_be_predicted() -> None:
    answer = ask(session(), "predict", " ", predicted={"concise": 2})
    assert "view" not in answer
    assert "Write a few sentences first" in answer["said"][0]
    assert rounds() == ()


def test_a_prediction_keeps_the_text_as_a_version() -> None:
    one = session()
    assert len(ask(one, "predict", FIRST, predicted={})["versions"]) == 1
    assert kept("messages", ID)[0]["text"] == FIRST


def test_keeping_a_version_says_its_number_and_that_it_is_kept_already() -> None:
    one = session()
    assert ask(one, "keep", FIRST)["said"] == ["Kept as version 1."]
    assert ask(one, "keep", FIRST)["said"] == ["This version is kept already."]
    assert ask(one, "keep", " ")["said"] == ["There is nothing to keep yet."]


def test_going_back_to_a_version_keeps_what_stood_there() -> None:
    one = session()
    ask(one, "keep", FIRST)
    answer = ask(one, "restore", SECOND, number=1)
    assert answer["text"] == FIRST
    assert [version.text for version in one.desk.kept()] == [FIRST, SECOND]
    assert session().standing.text == FIRST


def test_going_back_to_a_version_that_is_not_there_changes_nothing() -> None:
    one = session()
    ask(one, "read", FIRST, keep=True)
    assert "text" not in ask(one, "restore", FIRST, number=7)
    assert session().standing.text == FIRST


def test_two_kernels_on_one_message_overwrite_nothing_silently() -> None:
    one, two = session(), session()
    ask(one, "read", FIRST, keep=True)
    answer = two.answer({"ask": "read", "text": SECOND, "seen": 0, "keep": True})
    assert answer["conflict"] is True
    assert answer["stands"]["text"] == FIRST
    assert session().standing.text == FIRST


def test_a_conflict_ends_with_the_text_that_was_chosen_and_the_other_among_the_versions() -> None:
    one, two = session(), session()
    ask(one, "read", FIRST, keep=True)
    stands = two.answer({"ask": "read", "text": SECOND, "seen": 0, "keep": True})["stands"]
    answer = two.answer({"ask": "settle", "text": SECOND, "other": FIRST, "seen": stands["number"]})
    assert answer["conflict"] is False
    assert session().standing.text == SECOND
    assert FIRST in [version.text for version in two.desk.kept()]


def test_a_page_that_asks_hears_of_what_another_kernel_has_written() -> None:
    one, two = session(), session()
    ask(one, "read", FIRST, keep=True)
    assert ask(two, "ping")["stands"]["text"] == FIRST


def test_an_older_copy_from_the_browser_becomes_a_version() -> None:
    one = session()
    ask(one, "lay_by", other=FIRST)
    assert [version.text for version in one.desk.kept()] == [FIRST]


def test_two_versions_are_compared_with_levels_only_once_they_may_be_seen() -> None:
    one = session()
    ask(one, "keep", FIRST)
    ask(one, "keep", SECOND)
    closed = ask(one, "compare", SECOND, one=1, other="now")["compared"]
    assert closed["levels"] == []
    assert closed["closed"]
    ask(one, "predict", SECOND, predicted={})
    opened = ask(one, "compare", SECOND, one=1, other=2)["compared"]
    assert opened["names"] == ["version 1", "version 2"]
    assert len(opened["levels"]) == len(one.showing.fields())


def test_help_names_one_next_step_and_its_ladder() -> None:
    given = ask(session(), "help", FIRST)["help"]
    assert given["title"].startswith("Next step: ")
    assert [rung["name"] for rung in given["rungs"]] == ["nudge", "rule", "example", "model"]
    assert given["rungs"][-1]["text"] == ""


def test_the_good_answer_opens_after_two_real_attempts() -> None:
    one = session()
    ask(one, "keep", FIRST)
    assert "one more attempt" in ask(one, "help", FIRST)["help"]["rungs"][-1]["locked"]
    ask(one, "keep", SECOND)
    model = ask(one, "help", SECOND)["help"]
    assert model["rungs"] == [] or model["rungs"][-1]["text"].startswith("Rafael")


def test_a_card_that_counts_for_points_has_nudge_and_rule_alone() -> None:
    one = session("bank-chatbot-repairs")
    text = "Dear Mr Adeyemi, I read your post on chatbots and would like to work at your bank. Any advice for me?"
    for number in range(3):
        ask(one, "keep", f"{text} {'Please write back soon and tell me more. ' * number}")
    given = ask(one, "help", text)["help"]
    assert [rung["name"] for rung in given["rungs"]] == ["nudge", "rule"]
    assert "counts for points" in given["foot"]


def test_without_a_message_help_asks_for_a_first_line() -> None:
    given = ask(session(), "help", "")["help"]
    assert given["step"].startswith("Write a first line to Rafael Quintero")
    assert given["rungs"] == []


def test_a_wall_of_text_is_kept_and_not_read() -> None:
    wall = "word " * 20_000
    answer = ask(session(), "read", wall, keep=True)
    assert "too long" in answer["view"]["trouble"]
    assert answer["kept"] is True
    assert ask(session(), "help", wall)["help"]["rungs"] == []


def test_half_a_character_stops_nothing() -> None:
    answer = ask(session(), "read", "Hi Rafael \ud83d", keep=True)
    assert answer["kept"] is True


def test_while_graded_nothing_is_kept_and_that_is_said(own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    one = session()
    assert ask(one, "hello")["grading"] is True
    assert ask(one, "keep", FIRST)["said"] == ["Nothing is kept while a notebook is graded."]
    assert not (own_folder / "my_work").exists()


def test_what_is_not_known_is_answered_with_nothing() -> None:
    assert session().answer({"ask": "dance"}) == {}
