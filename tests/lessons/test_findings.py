"""The page of sources tells of every finding that the course names, and of no other."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from genuinely.lessons.findings_page import DOUBTED, Finding, finding_from, findings
from genuinely.lessons.reading import LessonDataError, Table

from .pages import ALL, calls, markdown

ROOT = Path(__file__).resolve().parents[2]
DATA = [
    file
    for name in ("dialogues", "examples", "instruments", "lessons", "quizzes", "reflections", "wording")
    for file in (ROOT / "data" / name).rglob("*.toml")
]
ID = re.compile(r"\bE\d\d\b")
FIGURES = {
    row["id"]: row
    for row in csv.DictReader((ROOT / "data" / "evidence" / "evidence.csv").read_text(encoding="utf-8").splitlines())
}

every_finding = pytest.mark.parametrize("each", findings().findings, ids=lambda each: each.id)


def test_it_tells_of_what_the_course_names() -> None:
    told = "\n".join(cell.source for page in ALL for cell in markdown(page))
    listed = {id for page in ALL for name, id in calls(page) if name == "sources"}
    named = {*ID.findall(told), *listed, *(id for file in DATA for id in ID.findall(file.read_text(encoding="utf-8")))}
    assert [each.id for each in findings().findings] == sorted(named)


def test_the_two_doubted_papers_stand_apart_as_a_warning() -> None:
    assert not {each.id for each in findings().findings} & set(DOUBTED)
    for text in (findings().plain(), findings().html()):
        before, after = text.split("Two papers that it does not lean on")
        assert [id in before for id in DOUBTED] == [False, False]
        assert [id in after for id in DOUBTED] == [True, True]


@every_finding
def test_a_figure_that_is_told_stands_in_the_table(each: Finding) -> None:
    row = " ".join(FIGURES[each.id].values())
    told = re.findall(r"\d+(?:\.\d+)?", f"{each.found} {each.limits}".replace("100 ", "").replace("10,000", ""))
    known = {f"{float(number):g}" for number in re.findall(r"\d+(?:\.\d+)?", row.replace(",", ""))}
    known |= {f"{round(float(number)):g}" for number in known} | {f"{float(number) * 100:g}" for number in known}
    assert {number for number in told if f"{float(number):g}" not in known} == set()


@every_finding
def test_what_was_not_seen_at_its_source_is_told_at_second_hand(each: Finding) -> None:
    if not FIGURES[each.id]["verified"].startswith("V1"):
        assert "second hand" in each.limits


def test_each_is_shown_with_its_study_and_its_limits() -> None:
    shown = findings()
    assert shown.html().count("<details>") == len(shown.findings)
    assert shown.plain().count("Limits: ") == len(shown.findings)


@pytest.mark.parametrize(
    ("id", "found", "key", "remedy"),
    [
        ("E99", {"found": "Tea.", "limits": "None."}, "found", "no finding 'E99'"),
        ("E07", {"found": "Tea."}, "limits", "words in quotes"),
        ("E07", {"found": "Tea.", "limits": "None.", "mark": "V1"}, "mark", "is not known"),
    ],
)
def test_what_does_not_fit_is_refused(id: str, found: dict[str, str], key: str, remedy: str) -> None:
    with pytest.raises(LessonDataError) as refused:
        finding_from(id, Table("en.toml", id, found))
    assert f"en.toml: key '{id}.{key}'" in str(refused.value)
    assert remedy in str(refused.value)
