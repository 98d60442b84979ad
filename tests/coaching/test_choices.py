"""The choices of the course, and what a file that does not fit is refused with."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.coaching.choice_page import overlap_of
from genuinely.coaching.choices import Choice, ChoiceError, load_choices
from genuinely.coaching.problem_sets import load_problem_sets, worth_of_choice
from genuinely.coaching.schemes import Scheme, SchemeError, load_schemes

GOOD = """
id = "small"
title = "A title"
situation = "Ana gets two messages:"
better = "B"
[messages.A]
text = "Dear Ana, I love your work and would be glad to learn more about it soon."
reply = "It could be said to anybody."
[messages.B]
text = "Dear Ana, nobody reads the last page, you wrote. I do, for my thesis, all forty of them."
reply = "It takes up what she wrote."
[[spans]]
message = "B"
words = "nobody reads the last page"
why = "It is hers."
[[spans]]
message = "A"
words = "love your work"
why = "It is praise."
"""

SCHEME = """
id = "small"
prompt = "What was hard?"
[[levels]]
points = "0 to 4"
what = "little is said"
example = "It was hard."
[[levels]]
points = "5 to 10"
what = "it is said why"
example = "It was hard because I was afraid of her answer."
"""


def written(folder: Path, text: str | bytes) -> Path:
    file = folder / "small.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return file


def test_a_choice_is_read(tmp_path: Path) -> None:
    choice = Choice.from_toml(written(tmp_path, GOOD))
    assert (choice.id, choice.better, set(choice.messages)) == ("small", "B", {"A", "B"})
    assert [span.message for span in choice.spans] == ["B", "A"]


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('id = "small"', 'id = "other"'), "'id'"),
        (('title = "A title"', 'titel = "A title"'), "'titel'"),
        (('situation = "Ana gets two messages:"\n', ""), "'situation'"),
        (('better = "B"', 'better = "C"'), "'better'"),
        (('reply = "It takes up what she wrote."\n', ""), "'messages.B.reply'"),
        (('why = "It is hers."', 'why = " "'), "'spans.1.why'"),
        (('words = "love your work"', 'words = "adore your work"'), "'spans.2.words'"),
        (('message = "B"\nwords', 'message = "A"\nwords'), "'spans.1.words'"),
        (
            ('words = "nobody reads the last page"', 'words = "nobody reads the last page, you wrote. I do, for"'),
            "'spans'",
        ),
        (('message = "B"\nwords = "nobody reads the last page"', 'message = "A"\nwords = "your work"'), "'spans'"),
        (("[messages.A]", "[messages.A"), "TOML"),
    ],
)
def test_a_slip_in_a_choice_is_named(change: tuple[str, str], named: str, tmp_path: Path) -> None:
    assert change[0] in GOOD
    with pytest.raises(ChoiceError) as caught:
        Choice.from_toml(written(tmp_path, GOOD.replace(*change)))
    assert "small.toml" in str(caught.value)
    assert named in str(caught.value)


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (('id = "small"', 'id = "other"'), "'id'"),
        (('prompt = "What was hard?"\n', ""), "'prompt'"),
        (('what = "little is said"\n', ""), "'levels.1.what'"),
        (("[[levels]]", "[[steps]]"), "'steps'"),
        (('points = "5 to 10"', 'points = "5'), "TOML"),
    ],
)
def test_a_slip_in_a_mark_scheme_is_named(change: tuple[str, str], named: str, tmp_path: Path) -> None:
    assert change[0] in SCHEME
    assert len(Scheme.from_toml(written(tmp_path, SCHEME)).levels) == 2
    with pytest.raises(SchemeError) as caught:
        Scheme.from_toml(written(tmp_path, SCHEME.replace(*change)))
    assert "small.toml" in str(caught.value)
    assert named in str(caught.value)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    with pytest.raises(ChoiceError, match=r"small\.toml"):
        Choice.from_toml(written(tmp_path, b"\xff"))
    with pytest.raises(SchemeError, match=r"small\.toml"):
        Scheme.from_toml(written(tmp_path, b"\xff"))


def test_the_version_changes_with_anything_in_the_file(tmp_path: Path) -> None:
    version = Choice.from_toml(written(tmp_path, GOOD)).version
    for change in (("It is hers.", "It is her own."), ("A title", "Another"), ("love your work", "glad to learn")):
        assert Choice.from_toml(written(tmp_path, GOOD.replace(*change))).version != version
    assert Choice.from_toml(written(tmp_path, "# a remark\n" + GOOD)).version == version


@pytest.mark.parametrize("choice", load_choices().values(), ids=load_choices())
def test_every_choice_of_the_course_tells_deciding_words_from_a_whole_message(choice: Choice) -> None:
    for span in choice.spans:
        assert overlap_of(span.words, choice).share == 1.0
    for option in choice.messages.values():
        assert overlap_of(option.text, choice).share < 0.6
    assert overlap_of("\n".join(option.text for option in choice.messages.values()), choice).share < 0.5


def test_neither_letter_is_the_better_one_throughout() -> None:
    assert {choice.better for choice in load_choices().values()} == {"A", "B"}


def test_each_choice_has_points_in_one_problem_set_and_each_problem_set_has_a_choice_and_a_scheme() -> None:
    asked = [id for each in load_problem_sets().values() for id in each.choices]
    assert sorted(asked) == sorted(load_choices())
    assert all(len(each.choices) == 1 for each in load_problem_sets().values())
    assert set(load_schemes()) == set(load_problem_sets())


def test_the_worth_of_a_choice() -> None:
    assert worth_of_choice("falling-complaints") == (2.0, 4.0)
    assert worth_of_choice("no-such-choice") is None
