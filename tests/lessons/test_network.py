"""The arithmetic of networks, by hand: a path, a triangle with a tail, two triangles on a bridge."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from genuinely.lessons.network import Graph, Tie, betweenness, bridges, effective_size, overlap, parts
from genuinely.lessons.network_classic import classic_from, club
from genuinely.lessons.reading import LessonDataError, Table


def graph(*pairs: str, alone: str = "") -> Graph:
    """A graph from pairs of letters: `graph("ab", "bc")`."""
    return Graph(tuple(sorted({*"".join(pairs), *alone})), tuple(Tie(one, other) for one, other in pairs))


TWO_TRIANGLES = graph("ab", "bc", "ca", "cd", "de", "ef", "fd")


def test_parts_come_the_largest_first() -> None:
    assert parts(graph("ab", "cd", "de", alone="z")) == ({"c", "d", "e"}, {"a", "b"}, {"z"})


def test_a_bridge_is_a_tie_without_which_there_is_a_part_more() -> None:
    assert [tie.ends for tie in bridges(TWO_TRIANGLES)] == [{"c", "d"}]
    assert bridges(graph("ab", "bc", "ca")) == ()
    assert len(bridges(graph("ab", "bc"))) == 2


def test_overlap_is_the_share_of_common_acquaintances() -> None:
    # a and b know c both; b knows d besides: one of two.
    assert overlap(graph("ab", "ac", "bc", "bd"), Tie("a", "b")) == 1 / 2
    assert overlap(TWO_TRIANGLES, Tie("c", "d")) == 0
    assert overlap(graph("ab"), Tie("a", "b")) == 0


def test_betweenness_is_the_share_of_shortest_ways() -> None:
    # On a path a-b-c all of the one way between the others leads through b.
    assert betweenness(graph("ab", "bc")) == {"a": 0, "b": 1, "c": 0}
    # In a square each lies on one of the two ways between its neighbours: half of one pair of three.
    assert betweenness(graph("ab", "bc", "cd", "da")) == pytest.approx(dict.fromkeys("abcd", 1 / 6))
    assert betweenness(graph("ab")) == {"a": 0, "b": 0}


def test_two_shortest_ways_of_which_one_is_wider_share_by_number() -> None:
    # From s to t lead three ways of two steps, over a, b and c: each carries a third of that pair.
    found = betweenness(graph("sa", "sb", "sc", "at", "bt", "ct"))
    pairs = 4 * 3 / 2
    assert found["a"] == pytest.approx(1 / 3 / pairs)
    assert found["s"] == pytest.approx(3 * 1 / 2 / pairs)


def test_who_know_each_other_count_for_less() -> None:
    assert effective_size(graph("ya", "yb", "yc"), "y") == 3
    assert effective_size(graph("ya", "yb", "yc", "ab", "bc", "ca"), "y") == 1
    assert effective_size(graph("ya", "yb", "yc", "ab"), "y") == pytest.approx(3 - 2 / 3)
    assert effective_size(graph("ab", alone="y"), "y") == 0


@pytest.mark.parametrize("ties", [[Tie("a", "a")], [Tie("a", "z")], [Tie("a", "b"), Tie("b", "a")], [Tie("a", "b", 0)]])
def test_a_tie_that_cannot_be_is_refused(ties: list[Tie]) -> None:
    with pytest.raises(ValueError, match="a tie that cannot be"):
        Graph(("a", "b"), tuple(ties))


def test_the_club_is_the_one_of_the_paper() -> None:
    known = club().graph
    assert len(known.nodes) == 34
    assert len(known.ties) == 78
    assert sum(tie.strength for tie in known.ties) == 231
    assert [tie.ends for tie in bridges(known)] == [{"1", "12"}]
    assert [list(club().half.values()).count(name) for name in ("instructor", "officers")] == [17, 17]


@pytest.mark.parametrize(
    ("strength", "count", "mean"), [(1, 6, 0.058), (2, 24, 0.096), (3, 27, 0.232), (4, 12, 0.199), (5, 7, 0.289)]
)
def test_overlap_in_the_club_is_as_in_the_table_of_evidence(strength: int, count: int, mean: float) -> None:
    ties = tuple(tie for tie in club().graph.ties if tie.strength == strength)
    assert len(ties) == count
    assert club().mean_overlap(ties) == pytest.approx(mean, abs=0.0005)


def test_betweenness_in_the_club_is_as_published() -> None:
    # Mr. Hi and the club's president, as in every textbook: 0.438 and 0.304.
    found = betweenness(club().graph)
    assert found["1"] == pytest.approx(0.4376, abs=0.0001)
    assert found["34"] == pytest.approx(0.3041, abs=0.0001)


def test_weak_ties_hold_the_club_together_more_than_strong_ones() -> None:
    assert (len(club().weak), club().held_without(club().weak)) == (30, 28)
    assert (len(club().strong), club().held_without(club().strong)) == (21, 34)


def test_there_is_no_mean_over_no_ties() -> None:
    with pytest.raises(ValueError, match="no ties"):
        club().mean_overlap(())


SMALL = """
title = "Three"
source = "nobody"
unit = "words"
ties = [[1, 2, 3]]
[half]
instructor = [1]
officers = [2]
[places]
1 = [0, 0]
2 = [1, 0.5]
"""


def classic(text: str) -> Any:
    return classic_from(Table("three.toml", "", tomllib.loads(text)))


def test_a_network_is_read_from_its_file() -> None:
    assert classic(SMALL).graph.ties == (Tie("1", "2", 3.0),)
    assert classic(SMALL).crosses(Tie("1", "2"))


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ("[1, 2, 3]", "[1, 2]", "ties[1]"),
        ("[1, 2, 3]", "[1, 9, 3]", "ties"),
        ("[1, 2, 3]", "", "ties"),
        ("officers = [2]", "officers = [3]", "half."),
        ("2 = [1, 0.5]", '2 = "here"', "places.2"),
        ("title", "titel", "titel"),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_key(was: str, becomes: str, key: str) -> None:
    with pytest.raises(LessonDataError, match=r"three\.toml: key '" + key.replace("[", r"\[").replace("]", r"\]")):
        classic(SMALL.replace(was, becomes))
