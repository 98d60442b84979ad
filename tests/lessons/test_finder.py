"""The common-ground finder: what two lists share, the rare things counting for more."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from genuinely.coaching.look import look
from genuinely.lessons import common_ground_finder
from genuinely.lessons.controls import cleaned
from genuinely.lessons.finder import Ground, Interest, Shared, alike, data_from, find, finder_data, lines_of
from genuinely.lessons.finder_controls import CONTROLS, scene, words
from genuinely.lessons.reading import LessonDataError, Table


def shown(**values: Any) -> Any:
    return scene(words(), cleaned(CONTROLS, values))


@pytest.mark.parametrize(
    ("share", "bits"), [("most", 1), ("many", 3.3219), ("some", 6.6439), ("few", 9.9658), ("hardly", 13.2877)]
)
def test_a_shared_thing_counts_by_its_surprise(share: str, bits: float) -> None:
    assert Shared("a", "a", share, False).bits == pytest.approx(bits, abs=0.0001)


def test_one_rare_thing_counts_for_four_frequent_ones() -> None:
    assert Shared("a", "a", "hardly", False).bits == pytest.approx(4 * Shared("b", "b", "many", False).bits)


def test_the_rarest_comes_first_and_the_sum_is_the_sum() -> None:
    ground = find((Interest("music", "most"), Interest("bees", "few")), ("music", "bees", "pens"))
    assert [each.mine for each in ground.shared] == ["bees", "music"]
    assert ground.bits == pytest.approx(1 + 9.9658, abs=0.0001)
    assert ground.only_theirs == ("pens",)
    assert ground.overlap == pytest.approx(2 / 3)


def test_two_empty_lists_share_nothing() -> None:
    assert find((), ()) == Ground((), (), ())
    assert find((), ()).overlap == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Choir", "sings in a choir", True),
        ("Running", "runs", True),
        ("night trains", "train tickets", False),
        ("fountain pens", "Fountain pen", True),
        ("music", "museums", False),
        ("the", "a", False),
    ],
)
def test_words_are_compared_by_their_stems(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_an_entry_is_paired_once() -> None:
    ground = find((Interest("choir"), Interest("choir singing")), ("choir",))
    assert [each.mine for each in ground.shared] == ["choir"]
    assert ground.only_mine == ("choir singing",)


def test_what_the_learner_says_goes_before_what_the_course_guesses() -> None:
    usual = {"music": "most"}
    assert find((Interest("Music"),), ("music",), usual).shared[0].share == "most"
    assert find((Interest("Music"),), ("music",), usual).shared[0].guessed
    assert find((Interest("Music", "few"),), ("music",), usual).shared[0].share == "few"
    assert find((Interest("nyckelharpa"),), ("nyckelharpa",), usual).shared[0].share == "some"


def test_lists_are_read_line_by_line() -> None:
    assert lines_of("- bees\n\n  fountain   pens \n* tea") == ("bees", "fountain pens", "tea")
    assert len(lines_of("x\n" * 100)) == 20


def test_the_words_say_what_the_picture_shows() -> None:
    told = shown(mine=[{"interest": "bees", "share": "few"}, {"interest": "tea"}], theirs="bees\ntea\npens")
    texts = [text.get_text() for text in told.draw(look()["light"]).axes[0].texts]
    assert texts == ["bees", "1 in 1,000", "tea", "1 in 100"]
    assert "bees (1 in 1,000, 10 bits)" in told.text
    assert "Only in the second: pens." in told.text
    assert "our guess stands: tea" in " ".join(told.comparison)


def test_a_bar_is_as_long_as_the_surprise() -> None:
    told = shown(mine=[{"interest": "bees", "share": "hardly"}], theirs="bees")
    assert told.draw(look()["dark"]).axes[0].patches[0].get_width() == pytest.approx(13.2877, abs=0.0001)


def test_the_prompts_go_deeper_from_the_rarest_and_then_to_what_is_theirs() -> None:
    told = shown(mine=[{"interest": "bees", "share": "hardly"}, {"interest": "tea"}], theirs="tea\nbees\npens")
    lines = told.below_plain.splitlines()
    assert lines[1].startswith("- Bees: hardly anybody")
    assert lines[2].startswith("- Tea: what does everybody else")
    assert lines[4].startswith("- Pens:")


@pytest.mark.parametrize(
    ("theirs", "said"), [("pens", "Nothing shared yet"), ("bees\npens", "Some overlap"), ("bees", "So alike")]
)
def test_some_overlap_is_told_from_none_and_from_much(theirs: str, said: str) -> None:
    assert said in shown(mine=[{"interest": "bees"}], theirs=theirs).comparison[-1]


def test_nothing_shared_can_be_drawn() -> None:
    told = shown(mine=[{"interest": "bees"}], theirs="")
    assert told.draw(look()["light"]).axes[0].texts[0].get_text() == "nothing in both lists yet"
    assert "Nothing is in both lists yet." in told.text
    assert "Their list is still empty" in told.comparison[0]


def test_empty_lists_show_an_example_that_says_so() -> None:
    assert "so these are Nilufar's and Kwabena's" in shown().comparison[0]
    assert finder_data().mine


def test_what_is_typed_is_escaped() -> None:
    told = shown(mine=[{"interest": "<b>bees</b>"}], theirs="<b>bees</b>")
    assert "<b>" not in told.below


def test_the_lists_are_kept_and_come_back() -> None:
    value = {"mine": [{"interest": "bees", "share": "few"}], "theirs": "bees"}
    common_ground_finder().sent = {"number": 1, "value": value}
    assert common_ground_finder().value == value
    assert "bees" in common_ground_finder().shown["text"]


GOOD = """
[usual]
music = "most"
[example]
me = "A"
them = "B"
theirs = "music"
[[example.mine]]
interest = "music"
share = "most"
"""


def test_the_data_is_read_from_its_file() -> None:
    found = data_from(Table("finder.toml", "", tomllib.loads(GOOD)))
    assert (found.usual, found.theirs) == ({"music": "most"}, ("music",))


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ('music = "most"', 'music = "all"', "usual.music"),
        ('share = "most"', "", "share"),
        ('me = "A"', "", "example.me"),
    ],
)
def test_what_does_not_fit_is_refused(was: str, becomes: str, key: str) -> None:
    with pytest.raises(LessonDataError, match=r"finder\.toml: key '.*" + key):
        data_from(Table("finder.toml", "", tomllib.loads(GOOD.replace(was, becomes))))
