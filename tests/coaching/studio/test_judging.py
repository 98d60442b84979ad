"""Predictions against what was found, once and over time."""

from __future__ import annotations

from genuinely.coaching.studio.judging import Round, gap_sentences, judging_sentences, round_from

TITLE = "The right length"


def made(predicted: int, found: int, times: int = 1) -> list[Round]:
    return [Round({"concise": predicted}, {"concise": found, "context": 1})] * times


def test_agreement_is_said_plainly() -> None:
    assert gap_sentences(made(1, 1)[0]) == ("The prediction and the checker agree on every row.",)


def test_each_side_of_a_gap_names_its_rows() -> None:
    seen = Round({"concise": 0, "context": 2, "easy_no": 1}, {"concise": 2, "context": 1, "easy_no": 1})
    said = gap_sentences(seen)
    assert said[0] == "The prediction and the checker agree on 1 of 3 rows."
    assert said[1] == f"The checker found more than predicted here: {TITLE}."
    assert "less than predicted here: Who writes, and why now." in said[2]
    assert "or did the checker miss it?" in said[2]


def test_without_a_prediction_nothing_is_compared() -> None:
    assert gap_sentences(Round({}, {"concise": 1})) == ("No levels were predicted this time.",)
    assert judging_sentences([Round({}, {"concise": 1})] * 5) == ()


def test_a_first_prediction_says_nothing_about_a_habit() -> None:
    assert judging_sentences(made(1, 1)) == ()


def test_a_lean_to_one_side_is_named() -> None:
    assert "mostly ran ahead" in judging_sentences(made(2, 1, 3))[1]
    assert "mostly found more" in judging_sentences(made(0, 1, 3))[1]
    assert len(judging_sentences([*made(0, 1), *made(2, 1)])) == 1


def test_the_way_over_time_is_said_from_the_fourth_on() -> None:
    assert "come closer" in judging_sentences([*made(2, 0, 2), *made(1, 1, 2)])[-1]
    assert "further off" in judging_sentences([*made(1, 1, 2), *made(2, 0, 2)])[-1]
    assert "much the same" in judging_sentences(made(1, 1, 4))[-1]
    assert len(judging_sentences(made(1, 1, 3))) == 1


def test_whatever_was_kept_can_be_read() -> None:
    entry = {"predicted": {"concise": 3, "context": "2", "easy_no": True, "clear_ask": 1}, "found": None}
    assert round_from(entry) == Round({"clear_ask": 1}, {})
