"""Wording files that a non-programmer can edit, with errors that say what to mend."""

from __future__ import annotations

import pytest

from genuinely.coaching import wording
from genuinely.coaching.wording import WordingError, check, say, sentences, words
from genuinely.coaching.wording_keys import ENTRIES, FLAGS, MOVES
from genuinely.scenarios import CRITERIA

EXPECTED = {"part": {"greeting": frozenset({"name"})}}


@pytest.mark.parametrize("file", sorted(ENTRIES))
def test_the_course_s_words_fit(file: str) -> None:
    entries, keys = ENTRIES[file]
    assert {(entry, key) for entry in entries for key in keys} == {
        (entry, key) for entry, found in words(file).items() for key in found
    }


def test_there_are_words_for_the_whole_rubric() -> None:
    assert set(words("criteria")) == set(CRITERIA)
    assert set(words("moves")) == set(MOVES)
    assert set(words("flags")) == set(FLAGS)


def test_a_sentence_is_filled_in() -> None:
    assert say("feedback.total", total=74) == "74 of 100"


@pytest.mark.parametrize(
    ("found", "named", "remedy"),
    [
        ({}, "'part'", "Add it"),
        ({"part": {}}, "'part.greeting'", "Add it"),
        ({"part": {"greeting": "Hello", "parting": "Bye"}}, "'part.parting'", "Take it out"),
        ({"part": {"greeting": "Hello"}, "other": {}}, "'other'", "Take it out"),
        ({"part": {"greeting": " "}}, "'part.greeting'", "expected words"),
        ({"part": {"greeting": 3}}, "'part.greeting'", "expected words"),
        ({"part": "Hello"}, "[part]", "expected a table"),
        ({"part": {"greeting": "Hello {nane}"}}, "{nane}", "{name}"),
        ({"part": {"greeting": "Hello {name"}}, "'part.greeting'", "Close it"),
    ],
)
def test_what_does_not_fit_is_named_with_its_remedy(found: dict[str, object], named: str, remedy: str) -> None:
    with pytest.raises(WordingError) as caught:
        check(found, "hello.toml", EXPECTED)
    assert "hello.toml" in str(caught.value)
    assert named in str(caught.value)
    assert remedy in str(caught.value)


def test_a_file_that_is_not_there_is_named() -> None:
    with pytest.raises(WordingError, match=r"nothing\.toml"):
        wording.load("nothing")


def test_the_sentences_do_not_belittle() -> None:
    texts = [text for section in sentences().values() for text in section.values()]
    texts += [text for file in ENTRIES for entry in words(file).values() for text in entry.values()]
    spoken = " ".join(texts).lower().split()
    assert not {"just", "simply", "obviously", "easy!"} & {word.strip(".,;:") for word in spoken}
