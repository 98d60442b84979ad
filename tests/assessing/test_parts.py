"""Which part of a message each sentence is."""

from __future__ import annotations

import pytest

from assessing.rated import rated
from genuinely.assessing.parts import parts
from genuinely.assessing.text import read

SHORT = {"subject": "s", "greeting": "g", "body": "b", "closing": "c", "postscript": "p"}


def in_letters(message: str) -> str:
    return "".join(SHORT[part] for part in parts(read(message)))


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("Subject: tides\n\nDear Tom,\n\nI read it. Why so?\n\nKind regards,\nAna Silva\n\nP.S. I sing.", "sgbbccp"),
        ("Tom,\nI read it.\nAna", "gbc"),
        ("hi tom! got 5 min? thx\nana", "gbcc"),
        ("Hi Tom, I read your report and kept thinking of it.", "b"),
        ("I read it. Why so?", "bb"),
        ("Dear Tom,\nThanks for the talk last week. Did it rain?\nBest, Ana", "gbbc"),
        ("Dear Tom,\nI read it.\nWith best wishes\nAna Silva\nPostdoc, Graz", "gbccc"),
        ("Dear Tom,\nI read it.\nBest of all was the chart.\nThank you for it.", "gbbb"),
        ("Hello\nP.S. It rained. It still does.", "gpp"),
        ("", ""),
    ],
)
def test_parts_are_told_by_place_and_form(message: str, expected: str) -> None:
    assert in_letters(message) == expected


def test_the_parts_of_rated_messages_stand_in_their_order_and_leave_a_body() -> None:
    for one in rated():
        found = in_letters(one.message)
        assert found == "".join(sorted(found, key="sgbcp".index)), one.id
        assert "b" in found, one.id
