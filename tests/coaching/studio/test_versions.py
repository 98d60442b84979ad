"""Words added and taken away."""

from __future__ import annotations

import random

from genuinely.coaching.studio.versions import compare


def kinds(older: str, newer: str) -> list[tuple[str, str]]:
    return [(change.kind, change.text) for change in compare(older, newer).changes]


def test_equal_texts_have_one_stretch_that_is_the_same() -> None:
    assert kinds("Dear Ada.", "Dear Ada.") == [("same", "Dear Ada.")]
    assert kinds("", "") == []


def test_replaced_words_stand_side_by_side_whole() -> None:
    assert kinds("I like old maps.", "I like new boats.") == [
        ("same", "I like "),
        ("taken", "old maps"),
        ("added", "new boats"),
        ("same", "."),
    ]


def test_words_are_counted_and_signs_are_not() -> None:
    found = compare("One, two.", "One, two, three - four!")
    assert (found.added, found.taken) == (2, 0)


def test_a_new_line_is_seen() -> None:
    assert ("added", "\n") in [(kind, text[:1]) for kind, text in kinds("One. Two.", "One.\n\nTwo.")]


def test_both_texts_can_be_put_together_again_from_the_changes() -> None:
    chance = random.Random(5)
    letters = ["ada ", "b", "\n", " ", "it's", ", ", "é", "."]
    for _ in range(300):
        older, newer = ("".join(chance.choices(letters, k=chance.randrange(12))) for _ in range(2))
        changes = compare(older, newer).changes
        assert "".join(change.text for change in changes if change.kind != "taken") == newer
        assert "".join(change.text for change in changes if change.kind != "added").split() == older.split()
