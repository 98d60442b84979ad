"""What every notebook of the course keeps to, and the house numbers of a lesson."""

from __future__ import annotations

import json
import re
import statistics
import tomllib
from pathlib import Path

import nbformat
import pytest

from genuinely.lessons.dialogues import dialogue_of
from genuinely.lessons.evidence import sources
from genuinely.lessons.examples import contrast_of, hints_of, worked_of
from genuinely.lessons.forms import form
from genuinely.lessons.quizzes import bank, banks
from genuinely.scenarios import load_scenario

from .pages import ALL, LESSONS, START, calls, cells, code, headings, markdown

ROOT = Path(__file__).resolve().parents[2]
LEARNERS_FILES = [
    file
    for folder in ("dialogues", "reflections", "quizzes", "examples")
    for file in (ROOT / "data" / folder).rglob("*.toml")
] + [ROOT / "data" / "wording" / "en" / "lessons.toml"]

every_page = pytest.mark.parametrize("page", ALL, ids=lambda page: page.stem)
every_lesson = pytest.mark.parametrize("page", LESSONS, ids=lambda page: page.stem)


def test_there_is_a_start_page_and_a_lesson() -> None:
    assert START in ALL
    assert LESSONS


@every_page
def test_notebook_is_stored_without_traces_of_a_run(page: Path) -> None:
    stored = json.loads(page.read_text(encoding="utf-8"))
    nbformat.validate(nbformat.from_dict(stored))
    assert (stored["nbformat"], stored["nbformat_minor"]) == (4, 5)
    assert stored["metadata"]["kernelspec"]["name"] == "python3"
    for cell in code(page):
        assert cell.raw["outputs"] == []
        assert cell.raw["execution_count"] is None


@every_page
def test_cell_ids_are_readable(page: Path) -> None:
    ids = [cell.id for cell in cells(page)]
    assert len(ids) == len(set(ids))
    for id in ids:
        assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", id), id
        assert not re.fullmatch(r"[0-9a-f]{8}", id), f"{id} looks made by a machine"


@every_lesson
def test_lesson_has_the_size_of_the_house(page: Path) -> None:
    assert 30 <= len(cells(page)) <= 50
    assert 900 <= sum(cell.words for cell in markdown(page)) <= 1500


@every_page
def test_markdown_comes_in_short_cells(page: Path) -> None:
    words = {cell.id: cell.words for cell in markdown(page)}
    assert 25 <= statistics.median(words.values()) <= 40
    assert {id: count for id, count in words.items() if count > 120} == {}


@every_page
def test_visible_code_is_four_lines_at_most(page: Path) -> None:
    long = {cell.id: cell.source for cell in code(page) if not cell.folded and len(cell.source.splitlines()) > 4}
    assert long == {}


@every_page
def test_folded_code_begins_with_a_comment_that_says_what_to_do(page: Path) -> None:
    for cell in code(page):
        if cell.folded:
            assert re.match(r"# [A-Z].{20,}", cell.source), cell.id


@every_lesson
def test_there_is_something_to_do_every_five_cells(page: Path) -> None:
    asks = [number for number, cell in enumerate(cells(page)) if cell.asks]
    steps = {after: after - before for before, after in zip([-1, *asks], [*asks, len(cells(page))], strict=True)}
    assert {number: step for number, step in steps.items() if step > 5} == {}


@every_lesson
def test_lesson_follows_the_skeleton(page: Path) -> None:
    order = [name for name, _ in calls(page)]
    for earlier, later in (
        ("quiz", "rewrite"),
        ("rewrite", "contrast"),
        ("contrast", "worked"),
        ("worked", "predict"),
        ("predict", "compare"),
        ("compare", "plan"),
    ):
        assert order.index(earlier) < order.index(later), f"{earlier} comes before {later}"
    questions = bank(next(text for name, text in calls(page) if name == "quiz")).questions
    assert 3 <= len(questions) <= 5


@every_page
def test_ids_exist(page: Path) -> None:
    known = {
        "compare": load_scenario,
        "contrast": contrast_of,
        "dialogue": dialogue_of,
        "guess": form,
        "hints": hints_of,
        "plan": form,
        "predict": load_scenario,
        "quiz": bank,
        "reflect": form,
        "rewrite": load_scenario,
        "show_scenario": load_scenario,
        "sources": sources,
        "worked": worked_of,
    }
    looked_up = [known[name](text) for name, text in calls(page) if name in known]
    assert looked_up


@every_page
def test_scenarios_of_lessons_are_never_worth_points(page: Path) -> None:
    worth = set()
    for file in (ROOT / "data" / "problem_sets").glob("*.toml"):
        worth |= set(tomllib.loads(file.read_text(encoding="utf-8"))["rewrites"])
    used = {text for name, text in calls(page) if name in ("rewrite", "show_scenario", "contrast", "worked", "predict")}
    assert worth
    assert used
    assert used & worth == set()


@every_lesson
def test_every_finding_that_is_named_stands_among_the_sources(page: Path) -> None:
    told = "\n".join(cell.source for cell in markdown(page))
    for name, text in calls(page):
        if name == "quiz":
            told += (ROOT / "data" / "quizzes" / "en" / f"{text}.toml").read_text(encoding="utf-8")
        elif name in ("reflect", "plan"):
            told += repr(form(text))
    named = set(re.findall(r"\bE\d\d\b", told))
    listed = {text for name, text in calls(page) if name == "sources"}
    assert named
    assert named <= listed


@pytest.mark.parametrize("file", [*ALL, *LEARNERS_FILES], ids=lambda file: file.name)
def test_words_for_learners(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert re.findall(r"\b(?:just|simply|obviously)\b", text, re.IGNORECASE) == []
    assert re.findall(r"\bE0[12]\b", text) == [], "compromised studies are not told as findings"


@pytest.mark.parametrize("word", ["notebook", "cell", "kernel"])
def test_a_word_of_the_tool_is_explained_where_it_first_stands(word: str) -> None:
    first = next(cell for cell in markdown(START) if re.search(rf"\b{word}", cell.source))
    assert f"*{word}*" in first.source


@every_page
def test_other_words_of_the_tool_are_not_needed(page: Path) -> None:
    prose = "\n".join(re.sub(r"`[^`]*`|\]\([^)]*\)", "", cell.source) for cell in markdown(page))
    tool_words = r"\b(?:magic|widget|markdown|IPython|JupyterLab|Python|extension|output)\b"
    assert re.findall(tool_words, prose, re.IGNORECASE) == []


@every_page
def test_links_lead_somewhere_and_pictures_have_words(page: Path) -> None:
    for cell in markdown(page):
        for text, target in re.findall(r"!?\[([^\]]*)\]\(([^)\s]+)\)", cell.source):
            assert text, f"{cell.id}: a picture or link without words"
            if target.startswith("#"):
                assert target.removeprefix("#") in headings(page), target
            elif not target.startswith("http"):
                assert (page.parent / target).exists(), target
        for path in re.findall(r"`((?:exercises|notebooks)/[^`]+)`", cell.source):
            assert (ROOT / path).exists(), path
        assert "<img" not in cell.source


@pytest.mark.parametrize("page", [page for page in ALL if page != START], ids=lambda page: page.stem)
def test_the_recap_says_what_follows_and_that_it_may_be_skipped(page: Path) -> None:
    recap = next(cell.source for cell in markdown(page) if "**What follows:**" in cell.source)
    number = int(page.stem[:2])
    assert re.search(rf"`exercises/ps{number}-[a-z-]+`", recap)
    assert "may be skipped" in recap
    later = [other for other in ALL if other.stem > page.stem]
    assert not later or f"({later[0].name})" in recap


@every_lesson
def test_whoever_would_rather_not_send_anything_has_something_else_to_do(page: Path) -> None:
    """In some form of each lesson one may choose to write and keep, to read, or to look at it from the other side."""
    forms = [form(text) for name, text in calls(page) if name in ("reflect", "plan")]
    chosen = [field for spec in forms for field in spec.fields if field.name in ("how", "how_far")]
    assert chosen
    for field in chosen:
        assert len(field.options) >= 3
        assert all(option.reply for option in field.options)


def test_the_panel_is_credited() -> None:
    assert any("Academics in the Wild" in cell.source for cell in markdown(START))


def test_every_bank_is_used() -> None:
    used = {text for page in ALL for name, text in calls(page) if name == "quiz"}
    assert used == set(banks())
