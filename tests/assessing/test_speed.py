"""No text makes the assessor slow: its time grows with the length alone, and what is too long is refused at once."""

from __future__ import annotations

import time

import pytest

from genuinely.assessing import LONGEST, TooLongError, assess, shortened
from genuinely.scenarios import load_scenario

CARD = load_scenario("coat-rack")

WALLS = {
    "short words": "a ", "question marks": "?", "questions": "? ", "points": ".", "points and blanks": ". ",
    "brackets": "((((", "slots": "[Name ", "braces": "{{a", "blanks": " ", "lines": "\n", "a word a line": "a\n",
    "one long word": "a", "digits": "1", "numbers": "1,", "hyphens": "a-", "apostrophes": "a'", "underscores": "_",
    "a greeting": "Hi Bob, ", "a title": "Dr. ", "initials": "i. ", "abbreviations": "e.g. ", "a list": "1. ",
    "a cue's start": "would you like to ", "a cue with a gap": "put your my ", "clauses": "; and, but ",
    "an assignment": "x = ['a", "one sign that stands for many": "ﷺ", "accents": "e\u0301", "marks": "\u0301\u0323",
    "joined faces": "👩\u200d👩 ", "invisible signs": "\u200b", "quotes": '!")', "open quotes": '"',
    "quote marks": "> a\n",
    "at signs": "@", "addresses": "a@b.", "hashes": "# a\n", "dashes": "- ", "labels": "ask - ", "comments": "<!-- ",
    "tags": "<a style ", "remarks": "/* ", "percents": "%% a ", "links": "https://a ", "look-alikes": "aа",
    "scripts": "aа ",
    "capitals": "A ", "conjunctions": "and ", "no marks": "and what would you do if you could you ",
    "requests": "could you please and ", "a request": "my one request: a, ", "steps": "and please could you also ",
    "closings": "Best regards\n", "postscripts": "P.S. a\n", "subjects": "Subject: a\n", "base64": "aB1+",
    "dots": "......", "crosses": "xxx ", "phrases": "A no is fine. We could try it. I can send it. Could you say? ",
    "fields": '"a": "b", ', "cells": "| a ", "cells in lines": "| a |\n", "commands": "\\a{",
    "commands open": "{\\a b ",
    "struck out": "~~a ", "hash remarks": "# a b c\n", "signs of code": "a => b; ", "strings": "f('a b c') ",
    "calls": "a(", "assignments": "let a = ", "senders": "On a wrote:\n", "heads of mails": "From: a\n",
    "greetings within": "x. Hi Bob ", "closings within": ". Best regards, ", "capitals astray": "a. b The ",
    "open slots": "the [b ", "double braces": "{{a ", "percents joined": "%abc", "quoted words": "'a b c ' ",
    "tags closed": "<b>a b c d</b>", "tags open": "<b>", "images": "![a b c d](", "begins": "\\begin{",
    "front matter": "---\na: b\n",
    "pieces": "a (b). ", "marking": "the grader, ", "indented": "    a b\n", "names alone": "Thandiwe\n",
    "the draft": CARD.draft + " ", "the facts": " ".join(CARD.recipient.facts) + " ",
}  # fmt: skip


def walled(wall: str) -> str:
    """As much of a wall as is read."""
    return shortened(wall * (LONGEST // len(wall) + 1))


def seconds(message: str) -> float:
    start = time.process_time()
    assess(message, CARD)
    return time.process_time() - start


@pytest.mark.parametrize("wall", WALLS.values(), ids=WALLS.keys())
def test_a_wall_of_one_thing_is_read_soon_and_twice_as_much_takes_little_more_than_twice_the_time(wall: str) -> None:
    seconds("Hi")  # the model is loaded once
    whole = walled(wall)
    took, half = (min(seconds(text) for _ in range(3)) for text in (whole, whole[: len(whole) // 2]))  # a busy machine
    assert took < 2
    assert took < 3 * half + 0.1


def test_different_words_up_to_the_most_are_read_soon() -> None:
    seconds("Hi")
    assert seconds(shortened(" ".join(f"w{number}" for number in range(6_000)))) < 3


@pytest.mark.parametrize("wall", ["a ", "Dear Gergely, ", "e\u0301 ", "а", "\u200b", "?"])
def test_a_megabyte_is_refused_at_once(wall: str) -> None:
    message = wall * (1_000_000 // len(wall))
    start = time.process_time()
    with pytest.raises(TooLongError):
        assess(message, CARD)
    assert time.process_time() - start < 0.1
