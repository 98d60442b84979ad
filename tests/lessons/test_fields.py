"""The parts of a form: what a data file may ask for, and what is refused."""

from __future__ import annotations

import tomllib

import pytest

from genuinely.lessons.fields import Field, field_from
from genuinely.lessons.reading import LessonDataError, Table

ORDER = """
name = "steps"
kind = "order"
label = "What comes first?"
[[options]]
name = "boil"
text = "Boil water"
[[options]]
name = "pour"
text = "Pour it"
"""
PEOPLE = """
name = "people"
kind = "table"
label = "Who comes?"
rows = 2
add = "Add a guest"
[[columns]]
name = "who"
label = "Name"
names = true
[[columns]]
name = "drinks"
label = "Drinks"
[[columns.options]]
name = "tea"
text = "Tea"
"""
LISTS = """
name = "tastes"
kind = "lists"
label = "What do you like?"
add = "One more"
[[lists]]
name = "mine"
label = "Mine"
[[lists]]
name = "theirs"
label = "Theirs"
names = true
"""


def made(text: str) -> Field:
    return field_from(Table("tea.toml", "fields[1]", tomllib.loads(text)))


def test_an_order_has_its_options() -> None:
    assert [option.name for option in made(ORDER).options] == ["boil", "pour"]


def test_a_table_has_its_columns_and_knows_where_people_are_named() -> None:
    people = made(PEOPLE)
    assert [(column.name, column.names, len(column.options)) for column in people.columns] == [
        ("who", True, 0),
        ("drinks", False, 1),
    ]
    assert (people.rows, people.add) == (2, "Add a guest")


def test_two_lists_are_columns_of_their_own() -> None:
    assert [column.label for column in made(LISTS).columns] == ["Mine", "Theirs"]


def test_a_field_goes_to_the_page_as_plain_data() -> None:
    plain = made(PEOPLE).as_plain()
    assert plain["columns"][1]["options"] == ({"name": "tea", "text": "Tea", "reply": ""},)


@pytest.mark.parametrize(
    ("text", "old", "new", "key", "remedy"),
    [
        (ORDER, '[[options]]\nname = "pour"\ntext = "Pour it"\n', "", "options", "two or more"),
        (ORDER, 'name = "pour"', 'name = "boil"', "options", "two are called 'boil'"),
        (ORDER, 'kind = "order"', 'kind = "oder"', "kind", "expected one of: text, choice"),
        (ORDER, "[[options]]", "[[optoins]]", "optoins", "spell it as one of"),
        (PEOPLE, 'add = "Add a guest"\n', "", "add", "expected words in quotes"),
        (PEOPLE, "names = true", 'names = "yes"', "columns[1].names", "expected true or false"),
        (PEOPLE, 'name = "drinks"', 'name = "who"', "columns", "Rename one of them"),
        (PEOPLE, 'label = "Name"', 'lable = "Name"', "columns[1].lable", "spell it as one of"),
        (LISTS, '[[lists]]\nname = "mine"\nlabel = "Mine"\n', "", "lists", "found 1, expected two"),
    ],
)
def test_what_does_not_fit_is_refused(text: str, old: str, new: str, key: str, remedy: str) -> None:
    assert old in text
    with pytest.raises(LessonDataError) as refused:
        made(text.replace(old, new, 1))
    assert f"tea.toml: key 'fields[1].{key}'" in str(refused.value)
    assert remedy in str(refused.value)
