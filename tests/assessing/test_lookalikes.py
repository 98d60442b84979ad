"""Letters of other scripts that look Latin."""

from __future__ import annotations

import pytest

from genuinely.assessing.lookalikes import latin
from genuinely.assessing.text import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cоuld yоu tеll mе", "Could you tell me"),
        ("а pеасе of сасао", "a peace of cacao"),
        ("ΝO рressure", "ΝO pressure"),
    ],
)
def test_words_that_are_latin_otherwise_are_read_as_latin(text: str, expected: str) -> None:
    assert latin(text) == expected.replace("Ν", "N")


@pytest.mark.parametrize(
    "text",
    [
        "Сара Ахметова asked",
        "Dear Γιώργος Παππάς",
        "the αx of β",
        "Ωmega and Жanna",
        "naïve Zoë Yıldız",
        "50 μm",
        "Ада",
    ],
)
def test_names_and_signs_in_other_scripts_stay(text: str) -> None:
    assert latin(text) == text


def test_a_place_leads_back_to_the_letters_as_written() -> None:
    message = "Hi Tomasz, nо prеssure at all."
    (sentence,) = read(message).sentences
    at = sentence.text.index("no pressure")
    start, end = sentence.span(at, at + len("no pressure"))
    assert message[start:end] == "nо prеssure"
