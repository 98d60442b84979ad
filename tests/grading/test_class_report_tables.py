"""The tables of a class report, on classes of which every number is known."""

from __future__ import annotations

import math
from statistics import correlation

import pytest

from genuinely.grading.class_report import ClassWork, Weakness
from genuinely.grading.class_report_items import item_table
from genuinely.grading.class_report_tables import (
    ALL,
    TOTAL,
    before_after,
    first_to_read,
    heat_map,
    level_shares,
    near_identical,
    percentages,
    points_table,
    spread,
    weaknesses,
)

from .made_class import FIRST, ITEMS, OWN, SECOND, a_class, of_points, reading, work

NOBODY = ClassWork("ps2-interest")
ONE, TWO, REFLECTION = ITEMS


def test_points_stand_by_student_and_item_and_nothing_yet_is_not_zero() -> None:
    table = points_table(of_points((30.0, 0.0, None), (15.0, 30.0, 10.0)))
    assert list(table.columns) == ["score-first", "score-second", "reflection"]
    assert table.loc["student-01"].tolist() == [15.0, 30.0, 10.0]
    assert math.isnan(table.loc["student-00", "reflection"])
    assert table.loc["student-00", "score-second"] == 0.0


def test_a_share_is_of_what_has_points_so_far() -> None:
    assert percentages(of_points((30.0, 0.0, None), (15.0, 30.0, 10.0), (None, None, None))).to_dict() == {
        "student-00": pytest.approx(50.0),
        "student-01": pytest.approx(100 * 55 / 70),
    }


def test_the_spread_is_described() -> None:
    found = spread(of_points((0.0, 0.0), (30.0, 0.0), (30.0, 30.0)))
    assert found["students"] == 3
    assert (found["lowest"], found["median"], found["mean"], found["highest"]) == (0.0, 50.0, 50.0, 100.0)
    assert (found["quarter"], found["three_quarters"], found["deviation"]) == (25.0, 75.0, 50.0)


def test_levels_are_counted_by_criterion_and_flagged_messages_left_out() -> None:
    found = a_class(
        work("ada", ONE, 20.0, "m", reading=reading(levels={"clear_ask": 0, "concise": 2})),
        work("ada", TWO, 20.0, "m", reading=reading(levels={"clear_ask": 2})),
        work("bob", ONE, 20.0, "m", reading=reading(levels={"clear_ask": 1, "concise": 2})),
        work("bob", TWO, 0.0, "m", reading=reading(levels={"clear_ask": 0}, flagged=True)),
    )
    shares = level_shares(found)
    assert list(shares.index) == ["clear_ask", "concise"]
    assert shares.loc["clear_ask"].tolist() == pytest.approx([1 / 3, 1 / 3, 1 / 3, 1.0, 3])
    assert shares.loc["concise"].tolist() == pytest.approx([0, 0, 1, 2.0, 2])
    means = heat_map(found)
    assert list(means.columns) == [FIRST, SECOND, ALL]
    assert means.loc["clear_ask"].tolist() == [0.5, 2.0, 1.0]
    assert math.isnan(means.loc["concise", SECOND])


def test_weaknesses_are_counted_once_a_message_and_quoted_by_how_often_they_stand_there() -> None:
    stock = Weakness("own_voice", "stock", "I hope this finds you well")
    levels = {"own_voice": 0, "clear_ask": 0}
    twice = reading(stock, stock, Weakness("clear_ask", "", ""), levels=levels)
    once = reading(Weakness("own_voice", "stock", "to pick your brain"), levels=levels)
    found = weaknesses(
        a_class(
            work("ada", ONE, 1.0, "m", reading=twice),
            work("bob", ONE, 1.0, "m", reading=once),
            work("cyd", ONE, 1.0, "m", reading=reading(levels={"own_voice": 2})),
        )
    )
    assert found["move"].tolist() == ["stock", ""]
    assert found["messages"].tolist() == [2, 1]
    assert found["share"].tolist() == pytest.approx([2 / 3, 1 / 2])
    assert found["quotations"].tolist() == [("I hope this finds you well", "to pick your brain"), ()]


def test_difficulty_is_the_mean_share_and_discrimination_leaves_the_item_out_of_the_rest() -> None:
    rows = [(30.0, 24.0, 9.0), (12.0, 18.0, 4.0), (21.0, 6.0, 7.0), (3.0, 9.0, 1.0), (27.0, 30.0, 5.0)]
    table = item_table(of_points(*rows))
    first = [row[0] for row in rows]
    rest = [row[1] + row[2] for row in rows]
    r = correlation(first, rest)
    assert table.loc["score-first", "difficulty"] == pytest.approx(sum(first) / 150)
    assert table.loc["score-first", "discrimination"] == pytest.approx(r)
    assert r < correlation(first, [sum(row) for row in rows])
    assert math.atanh(table.loc["score-first", "high"]) - math.atanh(r) == pytest.approx(1.96 / math.sqrt(2))
    assert table["students"].tolist() == [5, 5, 5]


@pytest.mark.parametrize(
    "rows",
    [
        [(30.0, 30.0), (15.0, 15.0)],  # two students
        [(30.0,), (15.0,), (10.0,)],  # one item
        [(30.0, 1.0), (30.0, 2.0), (30.0, 3.0)],  # all alike
        [(None, 1.0), (None, 2.0), (None, 3.0)],  # no points
    ],
)
def test_where_nothing_can_be_said_of_an_item_nothing_is(rows: list[tuple[float | None, ...]]) -> None:
    table = item_table(of_points(*rows))
    assert table[["discrimination", "low", "high"]].isna().all(axis=None)


def test_the_range_narrows_with_the_class() -> None:
    rows = [(30.0, 24.0), (12.0, 18.0), (21.0, 6.0), (3.0, 9.0)]
    small, large = (item_table(of_points(*rows * times)).loc["score-first"] for times in (2, 50))
    assert small["discrimination"] == pytest.approx(large["discrimination"])
    assert large["high"] - large["low"] < (small["high"] - small["low"]) / 3


def test_before_and_after_are_of_those_who_added_versions() -> None:
    first = reading(levels={"clear_ask": 0, "concise": 2}, total=20.0)
    last = reading(levels={"clear_ask": 2, "concise": 1}, total=60.0)
    found = before_after(
        a_class(
            work("ada", ONE, 20.0, "m", reading=last, before=first),
            work("bob", ONE, 20.0, "m", reading=last, before=last),
            work("cyd", ONE, 20.0, "m"),
        )
    )
    assert list(found.index) == ["clear_ask", "concise", TOTAL]
    assert found.loc["clear_ask"].tolist() == [1.0, 2.0, 2, 1.0]
    assert found.loc["concise", "change"] == -0.5
    assert found.loc[TOTAL].tolist() == [40.0, 60.0, 2, 20.0]


def test_those_to_read_first_have_most_at_stake() -> None:
    found = first_to_read(
        a_class(
            work("ada", ONE, 10.0, reason="It is provisional.", at_stake=3.0),
            work("bob", ONE, 0.0, reason="A slot is open.", at_stake=12.5),
            work("cyd", ONE, 20.0),
            work("cyd", REFLECTION, None),
        )
    )
    assert found["student"].tolist() == ["bob", "ada"]
    assert found["reason"].tolist() == ["A slot is open.", "It is provisional."]


def test_nearly_identical_answers_are_paired_within_an_item_without_the_handout() -> None:
    changed = OWN.replace("winter", "spring")
    works = [work("ada", ONE, 1.0, OWN), work("bob", ONE, 1.0, changed), work("bob", TWO, 1.0, OWN)]
    found = near_identical(a_class(*works))
    assert found[["one", "other", "item"]].values.tolist() == [["ada", "bob", ONE.title]]
    assert found.loc[0, "text_of_other"] == changed
    assert 0.9 < found.loc[0, "likeness"] < 1
    assert near_identical(a_class(*works, handout=(OWN,))).empty


def test_of_many_that_are_the_same_each_is_paired_with_the_first() -> None:
    changed = OWN.replace("winter", "spring")
    works = [work(name, ONE, 1.0, OWN) for name in ("ada", "bob", "cyd")] + [work("dan", ONE, 1.0, changed)]
    found = near_identical(a_class(*works))
    assert found[["one", "other"]].values.tolist() == [["ada", "bob"], ["ada", "cyd"], ["ada", "dan"]]


@pytest.mark.parametrize(
    "table",
    [
        points_table,
        percentages,
        spread,
        level_shares,
        heat_map,
        weaknesses,
        item_table,
        before_after,
        first_to_read,
        near_identical,
    ],
)
def test_of_nobody_every_table_is_empty(table: object) -> None:
    assert table(NOBODY).empty  # type: ignore[operator]
