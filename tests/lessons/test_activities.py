"""What a facilitator needs stands at every section that asks something, and serves what the lesson promises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from genuinely.lessons import activities as module
from genuinely.lessons.activities import MATERIAL, Activity, Material, activities, activity_from, promises
from genuinely.lessons.reading import LessonDataError, Table

from .pages import ALL, INSTRUMENTS, cells

every_page = pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)

GOOD: dict[str, Any] = {
    "minutes": 4,
    "grouping": "pairs",
    "theme": "exchange",
    "serves": ["brewed"],
    "material": ["card coat-rack", "thing kettle"],
    "likely": ["Green."],
    "misreadings": ["That it must boil."],
    "late": "Leave it out.",
    "paper": "Talk it over.",
    "online": "In breakout rooms.",
}


def made(**changes: Any) -> Activity:
    told = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    return activity_from("Tea", "boil", Table("09_tea.ipynb", "boil.activity", told))


def asking_sections(page: Path) -> list[str]:
    """The cells with a numbered heading below which there is something to write, choose or move."""
    found: list[tuple[str, bool]] = []
    for cell in cells(page):
        if cell.kind == "markdown" and cell.source.startswith("## "):
            found.append((cell.id, False))
        elif cell.asks and found:
            found[-1] = (found[-1][0], True)
    return [id for id, asks in found if asks]


@every_page
def test_every_section_that_asks_something_is_told_for_a_room(page: Path) -> None:
    assert [each.cell for each in activities(page)] == asking_sections(page)


@every_page
def test_every_promise_is_worked_towards_and_every_activity_serves_one(page: Path) -> None:
    promised = promises(page)
    assert 2 <= len(promised) <= 4
    for each in activities(page):
        assert each.serves, each.title
        assert set(each.serves) <= set(promised), each.title
    served = {verb for each in activities(page) for verb in each.serves}
    assert served == set(promised)


@every_page
def test_the_instruments_that_are_laid_on_the_table_exist(page: Path) -> None:
    named = {each.name for found in activities(page) for each in found.material if each.kind == "instrument"}
    assert named <= set(INSTRUMENTS)


@every_page
def test_what_is_said_to_a_facilitator_keeps_to_the_house(page: Path) -> None:
    for each in activities(page):
        told = " ".join((*each.likely, *each.misreadings, each.late, each.paper, each.online)).lower()
        for word in ("just", "simply", "obviously"):
            assert word not in told.replace(".", " ").replace(",", " ").split(), each.title


def test_an_activity_is_a_value() -> None:
    tea = made()
    assert (tea.page, tea.cell, tea.title, tea.minutes) == ("09_tea", "boil", "Tea", 4)
    assert tea.material == (Material("card", "coat-rack"), Material("thing", "kettle"))
    assert made(serves=None, material=None).material == ()


@pytest.mark.parametrize(
    ("changes", "key", "remedy"),
    [
        ({"minutes": 0}, "minutes", "1 to 30"),
        ({"minutes": "4"}, "minutes", "whole number"),
        ({"grouping": "crowd"}, "grouping", "alone, pairs"),
        ({"theme": "tea"}, "theme", "exchange, interest"),
        ({"likely": []}, "likely", "at least one"),
        ({"misreadings": None}, "misreadings", "at least one"),
        ({"material": ["coat-rack"]}, "material", "card, draft"),
        ({"material": ["card coat-hook"]}, "material", "not there"),
        ({"material": ["form 09-tea"]}, "material", "not there"),
        ({"material": ["finding E99"]}, "material", "not there"),
        ({"late": ""}, "late", "words in quotes"),
        ({"online": None}, "online", "words in quotes"),
        ({"if_late": "Leave it out."}, "if_late", "is not known"),
    ],
)
def test_what_does_not_fit_is_refused_with_page_cell_and_key(changes: dict[str, Any], key: str, remedy: str) -> None:
    with pytest.raises(LessonDataError) as refused:
        made(**changes)
    assert f"09_tea.ipynb: key 'boil.activity.{key}'" in str(refused.value)
    assert remedy in str(refused.value)


def test_every_kind_of_material_is_explained() -> None:
    readme = (Path(module.__file__).parents[3] / "data" / "lessons" / "README.md").read_text(encoding="utf-8")
    for kind in (*MATERIAL, *module.GROUPINGS, *module.THEMES):
        assert f"`{kind}" in readme
