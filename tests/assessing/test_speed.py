"""No text within the longest makes the assessor slow: its time grows with the length alone."""

from __future__ import annotations

import time

import pytest

from genuinely.assessing import assess
from genuinely.assessing.assess import LONGEST
from genuinely.scenarios import load_scenario

CARD = load_scenario("coat-rack")

WALLS = {
    "short words": "a ", "question marks": "?", "questions": "? ", "points": ".", "points and blanks": ". ",
    "brackets": "((((", "slots": "[Name ", "braces": "{{a", "blanks": " ", "lines": "\n", "a word a line": "a\n",
    "one long word": "a", "digits": "1", "numbers": "1,", "hyphens": "a-", "apostrophes": "a'", "underscores": "_",
    "a greeting": "Hi Bob, ", "a title": "Dr. ", "initials": "i. ", "abbreviations": "e.g. ", "a list": "1. ",
    "a cue's start": "would you like to ", "a cue with a gap": "put your my ", "clauses": "; and, but ",
    "an assignment": "x = ['a", "one sign that stands for many": "ﷺ", "accents": "e\u0301", "marks": "\u0301\u0323",
    "joined faces": "👩\u200d👩 ", "invisible signs": "\u200b", "quotes": '!")',
    "the draft": CARD.draft + " ", "the facts": " ".join(CARD.recipient.facts) + " ",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS.keys())
def test_a_wall_of_one_thing_is_read_in_seconds(wall: str) -> None:
    message = (wall * (LONGEST // len(wall) + 1))[:LONGEST]
    assess("Hi", CARD)  # the model is loaded once
    start = time.process_time()
    assess(message, CARD)
    assert time.process_time() - start < 8


def test_different_words_by_the_thousand_are_read_in_seconds() -> None:
    message = " ".join(f"w{number}" for number in range(6_000))
    start = time.process_time()
    assess(message, CARD)
    assert time.process_time() - start < 8
