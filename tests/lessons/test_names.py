"""Initials in place of the people whom a learner mentions."""

from __future__ import annotations

import pytest

from genuinely.lessons.forms import form
from genuinely.lessons.names import Initials, people_in

from .kit import ANSWERS, tea_form


def test_people_stand_where_a_form_asks_for_them() -> None:
    assert people_in(tea_form(), ANSWERS) == ("Ada Lovelace", "Kim")
    assert people_in(form("02-plan"), {"whom": " Jo ", "sign": "the kettle"}) == ("Jo",)
    assert people_in(form("02-plan"), {"whom": 3}) == ()


@pytest.mark.parametrize(
    ("person", "text", "shown"),
    [
        ("Ada Lovelace", "I wrote to Ada Lovelace, and Ada answered.", "I wrote to A. L., and A. answered."),
        ("Ada", "Adam is not Ada.", "Adam is not A.."),
        ("Ada (from work)", "Ada (from work) called.", "A. called."),
        ("my neighbour", "Ask my neighbour. My neighbour knows.", "Ask m.. My neighbour knows."),
        ("Ødegård", "With Ødegård, at noon.", "With Ø., at noon."),
        ("李明", "Tea with 李明 today.", "Tea with 李. today."),
        ("a+b?", "Who is a+b?", "Who is a."),
        ("The baker whom Ada told me of on Sunday", "Ada and the baker.", "Ada and the baker."),
    ],
)
def test_initials_stand_in_their_place(person: str, text: str, shown: str) -> None:
    assert Initials([person]).in_place(text) == shown


def test_without_people_nothing_changes() -> None:
    assert Initials([]).in_place("Ada came.") == "Ada came."
