"""A student id is the plain name of one folder, on every system."""

from __future__ import annotations

import pytest

from genuinely.grading.student_ids import LONGEST, check_student_id
from genuinely.grading.trouble import SubmissionError


@pytest.mark.parametrize(
    "id",
    ["ada", "Ada.Lovelace", "ada_l-2", "12345", "ada@example.org", "ada+1", "Zoë", "李雷", "o'brien", "a b", "console"],
)
def test_plain_names_are_taken(id: str) -> None:
    assert check_student_id(id) == id


@pytest.mark.parametrize(
    "id",
    [
        *("", " ", " ada", "ada ", ".", "..", ".hidden", "ada.", "../ada", "..\\ada", "/etc", "a/b", "a\\b", "C:ada"),
        *("a\0b", "a\nb", "a\x1b[2J", "\u202eada", "a\u200bb", "a*", "a?", 'a"b', "a<b", "a>b", "a|b", "\udcff"),
        *("con", "NUL", "Com1", "lpt9.txt", "a" * (LONGEST + 1), "é" * LONGEST),
    ],
    ids=repr,
)
def test_others_are_refused_with_a_remedy(id: str) -> None:
    with pytest.raises(SubmissionError) as caught:
        check_student_id(id)
    assert str(caught.value).isprintable()
    assert "Rename" in caught.value.remedy
