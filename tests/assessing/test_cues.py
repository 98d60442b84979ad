"""The small language in which cues are written, and how they are found in a sentence."""

from __future__ import annotations

import re
from typing import Any

import pytest

from genuinely.assessing.cues import CueError, Row, common_words, load_cues, read_cue, read_cues
from genuinely.assessing.light import load_light


def found(cue: str, sentence: str, unless: str | None = None) -> str | None:
    """The words of the sentence in which a cue is found."""
    table: dict[str, Any] = {"cues": [cue], **({"unless": [unless]} if unless else {})}
    place = read_cues({"ask": table}, "cues.toml")["ask"].find(Row.of(sentence))
    return None if place is None else sentence[place[0] : place[1]]


@pytest.mark.parametrize(
    ("cue", "sentence", "words"),
    [
        ("could you tell me", "So, could you tell me why?", "could you tell me"),
        ("could you tell me", "COULD YOU, tell   me", "COULD YOU, tell   me"),
        ("(a|one|two) question", "I have two questions, one question really", "one question"),
        ("(brief|short)? call", "a short call", "short call"),
        ("(brief|short)? call", "a call", "call"),
        ("happy to * return", "happy to return it", "happy to return"),
        ("happy to * return", "happy to one day gladly return it", "happy to one day gladly return"),
        ("# minutes", "Do you have 15 minutes?", "15 minutes"),
        ("# minutes", "Do you have ten minutes?", "ten minutes"),
        ("hello @", "Well, hello Ana", "hello Ana"),
        ("^ dear", "Dear Ana, dear friend", "Dear"),
        ("talk $", "I liked your talk.", "talk"),
        ("your name ?", "What is your name?", "your name?"),
        ("idea :", "My idea: swap them", "idea:"),
        ("wow !", "Wow! Yes", "Wow!"),
        ("r & d", "in R&D there", "R&D"),
        ("synerg*", "such synergies here", "synergies"),
        ("e-mail", "by e-mail please", "e-mail"),
        ("e-mail", "by e mail please", "e mail"),
        ("don't", "I don't know", "don't"),
        ("(send|give) me (all|the (full|whole) data)", "please send me the whole data", "send me the whole data"),
        ("thanks | cheers", "well, cheers", "cheers"),
    ],
)
def test_a_cue_finds_its_words(cue: str, sentence: str, words: str) -> None:
    assert found(cue, sentence) == words


@pytest.mark.parametrize(
    ("cue", "sentence"),
    [
        ("could you tell me", "could you please tell me"),
        ("ask", "a task and some basking"),
        ("happy to * return", "happy to one two three four five return"),
        ("# minutes", "some minutes"),
        ("hello @", "hello there"),
        ("^ dear", "My dear Ana"),
        ("talk $", "I liked your talk very much"),
        ("your name ?", "your name is Ana?"),
        ("e.g", "egg"),
    ],
)
def test_a_cue_finds_nothing_else(cue: str, sentence: str) -> None:
    assert found(cue, sentence) is None


def test_what_takes_a_cues_force_away_does_so_anywhere_in_the_sentence() -> None:
    assert found("refer me", "could you refer me?", unless="not asking") == "refer me"
    assert found("refer me", "refer me, I am not asking that", unless="not asking") is None


@pytest.mark.parametrize("sentence", ["", "...", "—", "(!", "👋🏽"])
def test_a_sentence_without_words_has_no_cue(sentence: str) -> None:
    assert found("hello", sentence) is None


@pytest.mark.parametrize(
    ("cue", "wrong"),
    [
        ("(a|one question", "a ( without its )"),
        ("a|one) question", "a ) without its ("),
        ("what's [this]", "'[this]'"),
        ("a_b", "'a_b'"),
        ("", "nothing in it"),
        ("(brief)?", "nothing in it"),
        ("*", "nothing in it"),
        ("this |", "nothing in it"),
    ],
)
def test_a_cue_that_cannot_be_read_says_why(cue: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=re.escape(wrong)):
        read_cue(cue)


def test_an_error_names_file_move_cue_and_remedy() -> None:
    with pytest.raises(CueError) as caught:
        read_cues({"version": "1", "ask": {"cues": ["fine", "(a|b"]}}, "my/cues.toml")
    for part in ("my/cues.toml", "[ask]", "'(a|b'", "a ( without its )", "The top of the file says how"):
        assert part in str(caught.value)


@pytest.mark.parametrize(
    "table",
    [{}, {"cues": []}, {"cue": ["a"]}, {"cues": ["a"], "unles": ["b"]}, {"cues": "a"}, {"cues": [3]}, "a",
     {"cues": ["a"], "unless": "b"}, {"cues": ["a"], "unless": []}],
)  # fmt: skip
def test_a_table_without_a_list_of_cues_is_refused(table: Any) -> None:
    with pytest.raises(CueError, match=r"my/cues\.toml: \[ask\]: found .* expected a list named cues"):
        read_cues({"ask": table}, "my/cues.toml")


@pytest.mark.parametrize("name", ["moves", "flags", "grammar", "phrases", "echoes"])
def test_the_courses_own_cues_can_be_read(name: str) -> None:
    assert len(load_cues(name)) >= 3


def test_every_move_that_has_cues_is_one_of_the_models_or_a_request() -> None:
    assert set(load_cues()) - set(load_light().moves) <= {"request"}


def test_common_words_are_single_words_in_small_letters() -> None:
    assert len(common_words()) > 500
    assert [w for w in common_words() if w != w.lower() or not re.fullmatch(r"[\w'-]+", w)] == []
