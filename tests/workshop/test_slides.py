"""Slides: what a lesson promises, asks and shows is there, with notes, in one file that needs nothing else."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from genuinely.coaching.wording import WordingError
from genuinely.lessons.evidence import sources
from genuinely.lessons.examples import contrast_of, worked_of
from genuinely.lessons.forms import form
from genuinely.lessons.quizzes import bank
from genuinely.lessons.reading import LessonDataError, Table, read
from genuinely.lessons.syllabus import lessons
from genuinely.workshop import slides_words
from genuinely.workshop.sections import Page, page_of
from genuinely.workshop.slides import deck, write
from genuinely.workshop.slides_content import Slide, slides
from genuinely.workshop.slides_words import said, words_from

from .html_read import jumps, one, words
from .html_read import read as read_html

every_lesson = pytest.mark.parametrize("id", list(lessons()))


def body(made: tuple[Slide, ...]) -> str:
    return words(" ".join(f"{slide.title} {slide.body}" for slide in made))


@every_lesson
def test_every_promise_and_every_line_of_the_recap_is_shown(id: str) -> None:
    page = page_of(id)
    shown = body(slides(page))
    for item in page.sections[0].items:
        assert one(re.sub(r"\*\*|,$|\.$", "", item)) in shown
    for item in page.sections[-1].items:
        assert item in shown


@every_lesson
def test_every_activity_has_its_slide_with_time_grouping_and_notes(id: str) -> None:
    page = page_of(id)
    made = slides(page)
    timed = [slide for slide in made if slide.minutes]
    told = [section.activity for section in page.sections if section.activity]
    assert [(slide.minutes, slide.grouping) for slide in timed] == [(each.minutes, each.grouping) for each in told]
    for slide, each in zip(timed, told, strict=True):
        notes = words(slide.notes)
        for text in (*each.likely, *each.misreadings, each.late, each.online, each.paper):
            assert one(text) in notes


@every_lesson
def test_what_is_looked_at_together_is_shown(id: str) -> None:
    made = slides(page_of(id))
    shown, notes = body(made), words(" ".join(slide.notes for slide in made))
    materials = [each for section in page_of(id).sections if section.activity for each in section.activity.material]
    for each in materials:
        if each.kind == "messages":
            assert one(contrast_of(each.name).first) in shown
            assert one(contrast_of(each.name).second) in shown
        elif each.kind == "worked":
            assert all(one(step.words) in shown and one(step.why) in shown for step in worked_of(each.name).steps)
        elif each.kind == "form" and form(each.name).sentence:
            assert one(form(each.name).sentence.split("{")[0]) in shown
        elif each.kind == "quiz":
            for question in bank(each.name).questions:
                assert one(question.ask) in shown
                for choice in question.choices:
                    assert one(choice.text) in shown
                    if question.kind != "order":
                        assert one(choice.explanation) not in shown
                        assert one(choice.explanation) in notes


def test_the_letter_in_the_notes_is_that_of_the_right_answer() -> None:
    made = {words(slide.title): slide for slide in slides(page_of("03"))}
    for number, question in enumerate(bank("03-recall").questions, start=1):
        if question.kind == "single":
            slide = made[f"{number}. {one(question.ask)}"]
            options = re.findall(r"<li>(.*?)</li>", slide.body)
            ((letter, why),) = re.findall(r"<li>✓ (\w)\. (.*?)</li>", slide.notes)
            right = next(choice for choice in question.choices if choice.right)
            assert words(options["ABCDE".index(letter)]) == one(right.text)
            assert one(right.explanation) in words(why)


@every_lesson
def test_no_slide_is_empty_and_none_says_what_is_only_for_a_screen(id: str) -> None:
    for slide in (each for each in slides(page_of(id))[1:] if "<ol" not in each.body):
        assert len(words(slide.body)) > 10 or "<svg" in slide.body, slide.title
        assert not re.search(r"\b(cell|kernel|scroll|click)\b", f"{slide.title} {words(slide.body)}".lower()), (
            slide.title
        )


@every_lesson
def test_every_finding_that_is_named_stands_among_the_sources(id: str) -> None:
    made = slides(page_of(id))
    last = words(" ".join(slide.body for slide in made if slide.title == slides_words.frame("sources")))
    named = set(re.findall(r"\bE\d\d\b", body(made)))
    assert {"E01", "E02"}.isdisjoint(named)
    for finding in named:
        assert f"{finding} ·" in last
        assert sources(finding).rows


def test_a_figure_in_the_words_of_the_slides_names_its_finding() -> None:
    file = read("workshop", "en", "slides.toml")
    told = [said.get("say", "") for id in lessons() for said in file.found.get(id, {}).values()]
    figures = [text for text in told if re.search(r"\d+ (of|in) (every )?\d|\d %|\d+ saw|two in three", text)]
    assert figures
    assert [text for text in figures if not re.search(r"\bE\d\d\b", text)] == []


@every_lesson
def test_the_file_stands_alone_is_whole_and_its_headings_are_in_order(id: str) -> None:
    html = deck(id)
    found = read_html(html)
    assert found.unclosed == []
    assert found.sources == []
    assert len(found.ids) == len(set(found.ids))
    assert [link for link in found.links if not link.startswith("https://doi.org/")] == []
    assert found.headings.count(1) == 1
    assert jumps(found.headings) == []
    assert re.findall(r"url\(|@import|fetch\(|XMLHttpRequest", re.sub(r"url\(#[\w-]+\)", "", html)) == []


def test_no_word_can_end_the_script(monkeypatch: pytest.MonkeyPatch) -> None:
    frame, told, file = slides_words._file()
    monkeypatch.setattr(slides_words, "_file", lambda: ({**frame, "keys": "</script><b>"}, told, file))
    assert "</script><b>" not in deck("00")


def test_each_lesson_is_a_file_named_after_it(tmp_path: Path) -> None:
    made = write(tmp_path / "new", ["02", "05_capstone"])
    assert [file.name for file in made] == ["slides-02_genuinely_interested.html", "slides-05_capstone.html"]
    assert all(file.read_text(encoding="utf-8").startswith("<!doctype html>") for file in made)


def test_an_unknown_lesson_is_refused_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(LessonDataError, match="02_genuinely_interested"):
        write(tmp_path, ["09"])


# The file of words


def changed(change: Callable[[dict[str, Any]], object]) -> Table:
    found = copy.deepcopy(dict(read("workshop", "en", "slides.toml").found))
    change(found)
    return Table("slides.toml", "", found)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (lambda found: found["frame"].pop("next"), "frame.next"),
        (lambda found: found["frame"].update(tea="Tea"), "frame.tea"),
        (lambda found: found["frame"].update(slide="Slide {tea}"), "frame.slide"),
        (lambda found: found.update({"09_tea": {}}), "09_tea"),
        (lambda found: found["05_capstone"].update(map="Draw."), "05_capstone.map"),
        (lambda found: found["05_capstone"].update(map={"says": "Draw."}), "05_capstone.map.says"),
        (lambda found: found["05_capstone"].update(map={"say": 3}), "05_capstone.map.say"),
    ],
)
def test_what_does_not_fit_is_refused_with_file_and_key(change: Callable[[dict[str, Any]], object], key: str) -> None:
    with pytest.raises((LessonDataError, WordingError), match=rf"slides\.toml: key '{re.escape(key)}'"):
        words_from(changed(change))


def test_a_section_that_the_lesson_has_not_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    made = words_from(changed(lambda found: found["05_capstone"].update(tea={"say": "Drink."})))
    monkeypatch.setattr(slides_words, "_file", lambda: made)
    page = page_of("05")
    with pytest.raises(LessonDataError, match=r"slides\.toml: key '05_capstone\.tea': is not known.*map"):
        said(page, page.sections[1])


def test_a_section_without_words_of_its_own_says_its_first_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    made = words_from(changed(lambda found: found["02_genuinely_interested"].pop("power")))
    monkeypatch.setattr(slides_words, "_file", lambda: made)
    page: Page = page_of("02")
    power = next(section for section in page.sections if section.cell == "power")
    assert (said(page, power).title, said(page, power).say) == (power.title, "Interest isn't received equally.")
