"""The words of the handouts are refused with file, key and remedy where they do not fit."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from typing import Any

import pytest

from genuinely.coaching.wording import WordingError
from genuinely.lessons.reading import LessonDataError, Table, read
from genuinely.workshop.handouts import everything
from genuinely.workshop.handouts_instruments import instrument_pieces
from genuinely.workshop.handouts_words import INSTRUMENTS, hint, instrument_words, words_from

Found = dict[str, Any]


def changed(change: Callable[[Found], object]) -> Table:
    found = copy.deepcopy(dict(read("workshop", "en", "handouts.toml").found))
    change(found)
    return Table("handouts.toml", "", found)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda found: found["index"].pop("title"), "index.title"),
        (lambda found: found["sheet"].update(tea="Tea"), "sheet.tea"),
        (lambda found: found.update(tea={"a": "b"}), "tea"),
        (lambda found: found["sheet"].update(footer="{tea}"), "sheet.footer"),
        (lambda found: found["examples"].pop("clear_ask"), "clear_ask"),
        (lambda found: found["hints"].update({"09-tea": "Drink."}), "hints.09-tea"),
        (lambda found: found["hints"].update({"02-plan": ""}), "hints.02-plan"),
        (lambda found: found["strips"].update(forms=["09-tea"]), "strips.09-tea"),
        (lambda found: found["strips"].update(forms="09-tea"), "strips.forms"),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_key(change: Callable[[Found], object], key: str) -> None:
    with pytest.raises((LessonDataError, WordingError), match=rf"handouts\.toml: key '{re.escape(key)}'"):
        words_from(changed(change))


def test_a_form_says_on_paper_what_paper_can_do() -> None:
    assert "reply" not in hint("02-worked-why", "Choose, and read the reply.")
    assert hint("02-before-after", "As on the screen.") == "As on the screen."


def test_every_instrument_that_a_lesson_uses_has_a_sheet_or_forms_that_do() -> None:
    for activity in everything():
        kinds = {each.kind for each in activity.material}
        for each in activity.material:
            if each.kind == "instrument":
                assert instrument_pieces(each.name) or "form" in kinds, activity.title
    assert set(INSTRUMENTS) == set(instrument_words())
