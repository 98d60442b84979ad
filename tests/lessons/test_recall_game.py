"""The recall game: what luck alone could do, one step after the other, and a second round some hours later."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.keeping import file_of
from genuinely.lessons import recall_game
from genuinely.lessons.controls import cleaned
from genuinely.lessons.reading import LessonDataError, Table
from genuinely.lessons.recall_game_controls import CONTROLS, SUMS, scene, words
from genuinely.lessons.recall_game_model import (
    MESSAGES,
    Message,
    Score,
    chance,
    is_later,
    messages,
    messages_from,
    read_at,
    score,
)

READ = dict.fromkeys(MESSAGES, "answer")
THROUGH = {"read": READ, "between": dict.fromkeys(SUMS, "right"), "recalled": "spoons", "done": 1}


def shown(later: bool = False, **values: Any) -> Any:
    return scene(words(), cleaned(CONTROLS, values), later=later)


@pytest.mark.parametrize(
    ("recalled", "particular", "expected"),
    [(0, 0, 1), (1, 1, 1 / 2), (4, 4, 1 / 70), (4, 3, 17 / 70), (4, 2, 53 / 70), (5, 4, 4 / 56), (8, 4, 1), (2, 0, 1)],
)
def test_the_chance_is_counted_by_hand(recalled: int, particular: int, expected: float) -> None:
    assert chance(4, 4, recalled, particular) == pytest.approx(expected)


@pytest.mark.parametrize(("recalled", "particular"), [(9, 4), (3, 4), (6, 5), (-1, -1)])
def test_more_than_there_were_cannot_come_back(recalled: int, particular: int) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        chance(4, 4, recalled, particular)


def test_what_came_back_is_counted_by_kind() -> None:
    game = (Message("a", ("image",)), Message("b", ("praise",)), Message("c", ("number", "question")))
    assert score(game, ["a", "b", "nobody"]) == Score(1, 2, 1, 1)


def test_the_game_has_four_of_each_kind_of_about_equal_length() -> None:
    assert score(messages(), MESSAGES) == Score(4, 4, 4, 4)
    lengths = [len(text.split()) for _, text in words().controls["read"].cards.values()]
    assert max(lengths) - min(lengths) <= 8


def test_one_part_opens_after_the_other() -> None:
    assert shown().open_parts == ["read"]
    assert shown(read={"m1": "no"}).open_parts == ["read"]
    assert shown(read=READ).open_parts == ["read", "between"]
    assert shown(read=READ, between=THROUGH["between"]).open_parts == ["read", "between", "recall"]
    assert shown(**THROUGH).open_parts == ["read", "between", "recall", "compare"]
    assert shown(later=True, **THROUGH).open_parts[-1] == "later"
    assert shown(later=True, read=READ).open_parts == ["read", "between"]


def test_the_parts_stand_in_the_order_of_their_steps() -> None:
    assert list(words().parts) == ["read", "between", "recall", "compare", "later"]


def test_nothing_tells_the_kinds_apart_before_the_learner_has_written() -> None:
    told = shown(read=READ)
    assert told.below == told.below_plain == ""
    assert list(told.draw(look()["light"]).axes[0].texts) == []
    assert told.text == "Eight closed envelopes. 8 of 8 are read."


def test_the_words_say_what_came_back_and_how_far_luck_goes() -> None:
    told = shown(**THROUGH, found=["m2", "m5", "m7", "m1"])
    assert "Of 4 notes with something particular 3 came back (Ayumi Sato, Pádraig Walsh, Goran Petrov)" in told.text
    assert "in 24 of 100 games" in told.comparison[1]
    assert "- Pádraig Walsh: an image, a question that few could ask. It came back." in told.below_plain


def test_when_the_others_came_back_it_says_so_without_a_chance() -> None:
    told = " ".join(shown(**THROUGH, found=["m1", "m3"]).comparison)
    assert "of the other kind" in told
    assert "of 100 games" not in told


def test_nothing_that_comes_back_is_no_fault() -> None:
    assert "that happens" in shown(**THROUGH).comparison[0]


def test_the_picture_ticks_what_came_back_and_stars_what_is_still_there() -> None:
    told = shown(later=True, **THROUGH, found=["m2"], recalled_later="x", found_later=["m2", "m5"])
    texts = [text.get_text() for text in told.draw(look()["dark"]).axes[0].texts]
    assert [sum(mark in text for text in texts) for mark in ("✓", "★")] == [1, 2]
    assert "Later 2 were still there, 2 of them" in told.comparison[-1]
    assert "Later: 2 of 4 with something particular" in told.text


def test_the_time_of_reading_is_that_of_the_first_entry_with_all_eight() -> None:
    entries = [
        {"time": "2026-05-01T09:00:00+02:00", "values": {"read": {"m1": "no"}}},
        {"time": "2026-05-01T09:05:00+02:00", "values": {"read": READ}},
        {"time": "2026-05-02T09:05:00+02:00", "values": {"read": READ}},
    ]
    assert read_at(entries) == datetime(2026, 5, 1, 7, 5, tzinfo=UTC)
    assert read_at(entries[:1]) is None
    assert read_at([{"time": "yesterday", "values": {"read": READ}}, {}]) is None


@pytest.mark.parametrize(("hours", "later"), [(0, False), (5.9, False), (6, True), (30, True)])
def test_the_second_round_opens_after_six_hours(hours: float, later: bool) -> None:
    began = datetime(2026, 5, 1, 9, tzinfo=UTC)
    assert is_later(began, began + timedelta(hours=hours)) is later
    assert is_later(None, began) is False


def test_what_was_played_is_kept_and_the_second_round_opens_with_time() -> None:
    value = cleaned(CONTROLS, {**THROUGH, "found": ["m5"]})
    recall_game().sent = {"number": 1, "value": value}
    assert recall_game().value == value
    assert "later" not in recall_game().shown["open"]
    file = file_of("instruments", "recall_game")
    text = file.read_text(encoding="utf-8")
    stamp = text.split('"time": "')[1].split('"')[0]
    file.write_text(text.replace(stamp, "2020-01-01T09:00:00+00:00"), encoding="utf-8")
    assert "later" in recall_game().shown["open"]


def made(**change: Any) -> Any:
    tables = {each.name: {"had": list(each.had)} for each in messages()}
    return messages_from(Table("recall_game.toml", "", {**tables, **change}))


def test_the_messages_are_read_from_their_file() -> None:
    assert made() == messages()


@pytest.mark.parametrize(
    "change",
    [{"m1": {"had": ["charm"]}}, {"m1": {"had": []}}, {"m1": {"had": ["image", "stock"]}}, {"m1": {"had": ["image"]}}],
)
def test_what_does_not_fit_is_refused_with_its_key(change: dict[str, Any]) -> None:
    with pytest.raises(LessonDataError, match=r"recall_game\.toml: key 'm1"):
        made(**change)
