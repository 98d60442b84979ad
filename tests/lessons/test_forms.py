"""Forms are read from TOML and refused with file, key and remedy."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from genuinely.lessons.forms import form, form_from, forms
from genuinely.lessons.reading import LessonDataError, Table

GOOD = """
label = "A walk"
hint = "Short is fine."
sentence = "When {sign}, I go."
[[fields]]
name = "sign"
kind = "text"
rows = 1
label = "When?"
[[fields]]
name = "far"
kind = "scale"
label = "How far?"
low = 0
high = 10
low_label = "near"
high_label = "far"
[[fields]]
name = "dog"
kind = "choice"
label = "With a dog?"
in_row = true
[[fields.options]]
name = "yes"
text = "Yes"
reply = "Good dog."
"""


def made(text: str) -> Any:
    return form_from("walk", Table("walks.toml", "walk", tomllib.loads(text)))


def test_a_form_has_its_fields_in_order() -> None:
    walk = made(GOOD)
    assert [(field.name, field.kind) for field in walk.fields] == [
        ("sign", "text"),
        ("far", "scale"),
        ("dog", "choice"),
    ]
    assert walk.fields[1].high == 10
    assert walk.fields[2].options[0].reply == "Good dog."
    assert walk.fields[2].in_row


def test_a_field_goes_to_the_page_as_plain_data() -> None:
    plain = made(GOOD).fields[2].as_plain()
    assert plain["options"] == ({"name": "yes", "text": "Yes", "reply": "Good dog."},)


@pytest.mark.parametrize(
    ("old", "new", "key", "remedy"),
    [
        ('label = "A walk"', 'label = " "', "walk.label", "expected words in quotes"),
        ('hint = "Short', 'hnit = "Short', "walk.hnit", "spell it as one of"),
        ('kind = "text"', 'kind = "txt"', "walk.fields[1].kind", "expected one of: text, choice, ticks, scale"),
        ("rows = 1", 'rows = "one"', "walk.fields[1].rows", "expected a whole number"),
        ("high = 10", "high = 0", "walk.fields[2].high", "expected more than 'low'"),
        ('low_label = "near"\n', "", "walk.fields[2].low_label", "expected words in quotes"),
        ("in_row = true", 'in_row = "yes"', "walk.fields[3].in_row", "expected true or false"),
        ('name = "far"', 'name = "sign"', "walk.fields", "Rename one of them"),
        ("{sign}", "{sgin}", "walk.sentence", "Use the names of fields: sign"),
        ("{sign}", "{sign", "walk.sentence", "Use the names of fields"),
        ("[[fields.options]]", "[[fields.optoins]]", "walk.fields[3].optoins", "spell it as one of"),
    ],
)
def test_what_does_not_fit_is_refused(old: str, new: str, key: str, remedy: str) -> None:
    assert old in GOOD
    with pytest.raises(LessonDataError) as refused:
        made(GOOD.replace(old, new))
    assert f"walks.toml: key '{key}'" in str(refused.value)
    assert remedy in str(refused.value)


def test_a_form_without_fields_is_refused() -> None:
    with pytest.raises(LessonDataError, match=r"key 'walk.fields'.*\[\[walk.fields\]\]"):
        made('label = "Nothing to do"')


def test_an_unknown_form_is_named_with_those_there_are() -> None:
    with pytest.raises(LessonDataError, match=r"no reflection called '02-plna'.*02-plan"):
        form("02-plna")


def test_the_forms_of_the_course_are_sound() -> None:
    assert "02-plan" in forms()
    for id, spec in forms().items():
        assert id == spec.id
        assert id[:2].isdigit(), "a reflection's id begins with the number of its page"


def test_every_form_is_asked_somewhere() -> None:
    from .pages import ALL, calls

    asked = {text for page in ALL for name, text in calls(page) if name in ("reflect", "plan")}
    assert asked == set(forms())
