"""What counts as a real attempt at a reflection."""

from __future__ import annotations

import pytest

from genuinely.coaching.attempts import LEAST, fault
from genuinely.coaching.schemes import load_schemes

PROMPT = (
    "Choose one of your three messages. Which half of the exchange was harder to write: what the sender asks for, or "
    "what is in it for the other side? Quote the words that you are least sure of, and say why."
)
REAL = (
    "The ask was harder for me. I wanted to hide it behind the checklist, and she would have noticed. "
    "Now it stands first, and I feel braver for it, although I still blush."
)


def test_a_few_sentences_of_ones_own_are_a_real_attempt() -> None:
    assert fault(REAL, PROMPT) == ""


def test_another_language_is_one_too() -> None:
    text = (
        "Die Bitte fiel mir schwerer. Ich wollte sie hinter der Liste verstecken, und das hätte sie gemerkt, "
        "denn sie kennt mich."
    )
    assert fault(text, PROMPT) == ""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", "empty"),
        (" \n … ", "empty"),
        ("I liked it.", "short"),
        (" ".join(f"word{number}" for number in range(LEAST - 1)), "short"),
        (PROMPT, "prompt"),
        (f"{PROMPT}\n\nI do not know.", "prompt"),
        (PROMPT.upper(), "prompt"),
        ("done " * 40, "repeated"),
        ("I am done with this. " * 8, "repeated"),
    ],
)
def test_what_is_none_is_told_apart(text: str, found: str) -> None:
    assert fault(text, PROMPT) == found


def test_the_question_above_an_answer_does_not_count_against_it() -> None:
    assert fault(f"{PROMPT}\n\n{REAL}", PROMPT) == ""


def test_every_example_of_the_mark_schemes_is_a_real_attempt() -> None:
    for scheme in load_schemes().values():
        for level in scheme.levels:
            assert fault(level.example, scheme.prompt) == "", level.example
