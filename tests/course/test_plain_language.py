"""Plain English for people who learned it at school: no idioms, short sentences, one spelling, and no slips in it."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import pytest
from plain import documents, notebooks, plain, sentences, words
from spellchecker import SpellChecker

LISTS = Path(__file__).parent / "words"
WORD = re.compile(r"(?<![\w’'.@/-])[a-z]+(?:[’'][a-z]+)?(?![\w@/])")
"""A word in small letters: names and short forms are passed over."""
MESSAGE = re.compile(r": contrasts\..*\.(?:first|second)$")
"""One of two messages to be compared, which people write as they do."""
BRITISH = (
    ("our", "or"), ("is", "iz"), ("ys", "yz"), ("tre", "ter"), ("ll", "l"), ("ogue", "og"), ("ence", "ense"),
    ("amme", "am"), ("grey", "gray"), ("fil", "fill"), ("dgement", "dgment"), ("mould", "mold"), ("licence", "license"),
)  # fmt: skip
"""The dictionary is American: what stands first is looked up as what stands second."""

Texts = Callable[[], Mapping[str, str]]

every_part = pytest.mark.parametrize("texts", [notebooks, words, documents], ids=lambda texts: texts.__name__)


@cache
def listed(name: str) -> tuple[str, ...]:
    lines = (LISTS / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if not line.startswith("#"))


@cache
def dictionary() -> SpellChecker:
    return SpellChecker(language="en")


def is_known(word: str) -> bool:
    """Whether a word is in the dictionary, as it stands or as an American writes it, or in the course's own list."""
    word = re.sub(r"'(?:s|d|ll|ve|re|m)$", "", word.replace("’", "'"))
    spellings = [word, *(word.replace(british, american) for british, american in BRITISH if british in word)]
    return len(word) < 3 or word in listed("known.txt") or any(spelling in dictionary() for spelling in spellings)


@every_part
def test_there_is_much_to_read(texts: Texts) -> None:
    assert len(texts()) > 100


@every_part
def test_no_idiom(texts: Texts) -> None:
    idioms = re.compile(rf"\b(?:{'|'.join(map(re.escape, listed('idioms.txt')))})\b")
    said = {where: re.sub(r"“[^”]*”", "", text) for where, text in texts().items() if not MESSAGE.search(where)}
    found = {where: idioms.findall(plain(text).lower().replace("’", "'")) for where, text in said.items()}
    assert {where: idiom for where, idiom in found.items() if idiom} == {}


@pytest.mark.parametrize(("texts", "longest", "middle"), [(notebooks, 35, 12), (words, 40, 12), (documents, 55, 20)])
def test_sentences_are_short(texts: Texts, longest: int, middle: int) -> None:
    lengths = {
        sentence: len([word for word in sentence.split() if re.search(r"\w", word)])
        for text in texts().values()
        for sentence in sentences(text)
    }
    assert {sentence for sentence, length in lengths.items() if length > longest} == set()
    assert statistics.median(lengths.values()) <= middle


@every_part
def test_the_spelling_is_british(texts: Texts) -> None:
    american = {line.partition(": ")[0] for line in listed("american.txt")}
    found = {where: american & set(WORD.findall(plain(text))) for where, text in texts().items()}
    assert {where: spelling for where, spelling in found.items() if spelling} == {}


@every_part
def test_every_word_is_spelled_as_it_should_be(texts: Texts) -> None:
    found = {where: {w for w in WORD.findall(plain(text)) if not is_known(w)} for where, text in texts().items()}
    assert {where: slips for where, slips in found.items() if slips} == {}, "mend it, or enter it in words/known.txt"


@pytest.mark.parametrize("slip", ["recieve", "definately", "occured", "teh", "seperate", "neighbuor", "wich"])
def test_a_slip_is_caught(slip: str) -> None:
    assert not is_known(slip)


@pytest.mark.parametrize("word", ["colour", "organisation", "cancelled", "centre", "judgement", "they’ve", "nbgrader"])
def test_a_word_of_the_course_is_none(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("name", ["american.txt", "idioms.txt", "known.txt"])
def test_a_list_is_sorted_and_says_nothing_twice(name: str) -> None:
    assert list(listed(name)) == sorted(set(listed(name)))
