"""Printed handouts: everything that an activity names is there, nothing gives an answer away, and all stand alone."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from genuinely.coaching.wording import words as coaching_words
from genuinely.lessons.activities import Activity
from genuinely.lessons.dialogues import dialogue_of, dialogues
from genuinely.lessons.examples import contrast_of, worked_of
from genuinely.lessons.forms import FormSpec, form
from genuinely.lessons.quizzes import bank, banks
from genuinely.lessons.reading import LessonDataError
from genuinely.scenarios import load_scenario
from genuinely.scenarios.card import CRITERIA
from genuinely.workshop.handouts import everything, handout, write
from genuinely.workshop.handouts_answers import answers_html, copies
from genuinely.workshop.handouts_forms import form_html, quiz_html
from genuinely.workshop.handouts_pieces import (
    card_piece,
    dialogue_pieces,
    gaps_piece,
    letters_of,
    matching_pieces,
    messages_piece,
    writing_piece,
)
from genuinely.workshop.handouts_rubric import rubric_html, self_check_html
from genuinely.workshop.handouts_words import example
from genuinely.workshop.mixing import mixed
from genuinely.workshop.sections import page_of

from .html_read import jumps, one, read, words

ALL = everything()
NASTY = "<b onclick='x'>&amp;\"</b>"
every_activity = pytest.mark.parametrize("activity", ALL, ids=lambda each: f"{each.page[:2]}-{each.cell}")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    return write(tmp_path_factory.mktemp("handouts"), large=True, paper=True)


def named(activity: Activity, kind: str) -> list[str]:
    return [each.name for each in activity.material if each.kind == kind]


@every_activity
def test_what_an_activity_lays_on_the_table_is_printed(activity: Activity) -> None:
    printed = words(handout(activity).html())
    for name in named(activity, "card"):
        assert one(load_scenario(name).situation) in printed
    for name in named(activity, "draft"):
        assert one(load_scenario(name).draft) in printed
    for name in named(activity, "messages"):
        assert one(contrast_of(name).first) in printed
        assert one(contrast_of(name).second) in printed
    for name in named(activity, "worked"):
        for step in worked_of(name).steps:
            assert one(step.words) in printed
            assert one(step.why) in printed
    for name in named(activity, "form"):
        for field in form(name).fields:
            assert one(field.label) in printed
    for name in named(activity, "quiz"):
        for question in bank(name).questions:
            assert one(question.ask) in printed


def test_a_card_without_a_draft_to_rewrite_shows_none() -> None:
    card = load_scenario("waiting-room-ux")
    assert one(card.draft) not in words(card_piece(card, with_draft=False).html())


@every_activity
def test_without_devices_there_is_a_place_to_write_each_message(activity: Activity) -> None:
    page = page_of(activity.page)
    begun = [text for section in page.done(activity) for text in section.messages.values()]
    sheets = handout(activity, paper=True).html()
    own = sum("Studio.own" in dict(section.calls) for section in page.done(activity))
    assert sheets.count('class="piece sheet"') >= len(begun) + own
    for text in begun:
        for place in re.findall(r"\[([^\]]+)\]", text):
            assert place in words(sheets)
            assert f"[{place}]" not in sheets


def test_a_note_of_300_characters_has_300_squares_and_an_email_has_lines() -> None:
    assert writing_piece(load_scenario("waiting-room-ux")).body.count("<i></i>") == 300
    email = writing_piece(load_scenario("u-plot-neighbour")).body
    assert "squares" not in email
    assert email.count("<i></i>") > 10


def test_the_open_places_of_a_message_become_lines() -> None:
    sheet = gaps_piece("Dear Ada,\n[Say who writes.]\nThanks. [Ask one thing.]").body
    assert sheet.count('class="ruled"') == 2
    assert words(sheet).endswith("Dear Ada, Say who writes. Thanks. Ask one thing.")


@pytest.mark.parametrize("id", list(banks()))
def test_a_quiz_gives_no_answer_away_and_whoever_leads_has_them_all(id: str) -> None:
    asked = words(quiz_html(bank(id)))
    (activity,) = (each for each in ALL if id in named(each, "quiz"))
    told = words(answers_html(page_of(activity.page), (activity,)))
    for question in bank(id).questions:
        for choice in (*question.choices, *question.lures):
            assert one(choice.text) in asked
            assert one(choice.explanation) not in asked
            assert one(choice.text) in told
            assert one(choice.explanation) in told or question.kind == "order"


@pytest.mark.parametrize("id", [name for each in ALL for name in named(each, "form")])
def test_a_form_on_paper_keeps_its_replies_for_whoever_leads(id: str) -> None:
    asked = words(form_html(form(id)))
    activity = next(each for each in ALL if id in named(each, "form"))
    told = words(answers_html(page_of(activity.page), (activity,)))
    for option in (option for field in form(id).fields for option in field.options):
        assert one(option.text) in asked
        if option.reply:
            assert one(option.reply) not in asked
            assert one(option.reply) in told


@pytest.mark.parametrize("id", [name for each in ALL for name in named(each, "worked")])
def test_the_letters_lead_from_each_part_to_its_reason(id: str) -> None:
    parts, reasons = matching_pieces(worked_of(id))
    shown = dict(re.findall(r"<strong>(\w)</strong><span>(.*?)</span>", reasons.body))
    assert len(shown) == len(worked_of(id).steps)
    for _, letter, step in letters_of(worked_of(id)):
        assert words(shown[letter]) == one(step.why)
        assert one(step.why) not in words(parts.body)


def test_on_paper_the_right_answer_does_not_always_stand_first() -> None:
    first = []
    for found in banks().values():
        for question in (each for each in found.questions if each.kind == "single"):
            asked = words(quiz_html(found))
            right = next(choice for choice in question.choices if choice.right)
            others = [choice for choice in question.choices if not choice.right]
            first.append(all(asked.index(one(right.text)) < asked.index(one(each.text)) for each in others))
    assert first.count(True) < 0.7 * len(first)


def test_mixing_never_leaves_things_as_they_were() -> None:
    for size in range(2, 9):
        things = list(range(size))
        assert sorted(mixed(things, "tea")) == things
        assert list(mixed(things, "tea")) != things
        assert mixed(things, "tea") == mixed(things, "tea")


@pytest.mark.parametrize("id", list(dialogues()))
def test_a_talk_on_cards_can_be_walked_and_its_thoughts_lie_apart(id: str) -> None:
    talk, thoughts = dialogue_pieces(dialogue_of(id))
    cards = [int(number) for number in re.findall(r"<h3>\w+ (\d+)</h3>", talk.body)]
    assert cards == list(range(1, len(dialogue_of(id).turns) + len(dialogue_of(id).endings) + 1))
    assert {int(number) for number in re.findall(r"→ \w+ (\d+)", talk.body)} | {1} == set(cards)
    for reply in (reply for turn in dialogue_of(id).turns.values() for reply in turn.replies):
        assert one(reply.thinks) not in words(talk.body)
        assert one(reply.thinks) in words(thoughts.body)


def test_the_rubric_says_each_thing_in_words_with_an_example() -> None:
    printed, asked = words(rubric_html()), words(self_check_html())
    for criterion in CRITERIA:
        told = coaching_words("criteria")[criterion]
        for level in ("level_0", "level_1", "level_2"):
            assert told[level] in printed
            assert told[level] in asked
        assert told["title"] in printed
        assert told["question"] in asked
        assert example(criterion)["better"] in printed


def test_whatever_is_text_is_escaped() -> None:
    card = replace(load_scenario("coat-rack"), title=NASTY, situation=NASTY, draft=NASTY)
    spec = FormSpec("tea", NASTY, NASTY, tuple(replace(each, label=NASTY) for each in form("02-plan").fields))
    shown = replace(contrast_of("late-trams-algebra"), first=NASTY, second=NASTY)
    for html in (card_piece(card, with_draft=True).html(), form_html(spec), messages_piece(shown).html(),
                 gaps_piece(f"{NASTY} [{NASTY}]").html()):  # fmt: skip
        assert "<b" not in html.replace("<blockquote", "").replace("<br", "")
        assert "&lt;b onclick" in html


def test_the_index_leads_to_every_file_and_nothing_is_loaded_from_elsewhere(made: tuple[Path, ...]) -> None:
    index, *others = made
    assert index.name == "index.html"
    assert set(read(index.read_text(encoding="utf-8")).links) == {file.name for file in others}
    for file in made:
        found = read(file.read_text(encoding="utf-8"))
        assert found.sources == []
        assert [link for link in found.links if "://" in link and not link.startswith("https://doi.org/")] == []
        assert "@import" not in file.read_text(encoding="utf-8")


def test_every_file_is_whole_and_its_headings_are_in_order(made: tuple[Path, ...]) -> None:
    for file in made:
        found = read(file.read_text(encoding="utf-8"))
        assert found.unclosed == [], file.name
        assert found.headings[0] == 1, file.name
        assert found.headings.count(1) == 1, file.name
        assert jumps(found.headings) == [], file.name


def test_pictures_have_words_beside_them(made: tuple[Path, ...]) -> None:
    drawn = [tag for file in made for tag in re.findall(r"<figure[^>]*>", file.read_text(encoding="utf-8"))]
    assert drawn
    assert all(re.search(r'role="img" aria-label="[^"]{40,}"', tag) for tag in drawn)


def test_chosen_activities_alone_are_written(tmp_path: Path) -> None:
    chosen = [each for each in ALL if each.page == "02_genuinely_interested" and each.cell in ("two-messages", "plan")]
    names = [file.name for file in write(tmp_path, chosen)]
    assert names == ["index.html", "02-two-messages.html", "02-plan.html", "rubric.html", "02-leading.html"]


def test_what_is_filled_in_belongs_to_one_person() -> None:
    faded, two = (
        next(each for each in ALL if each.page[:2] == "02" and each.cell == cell) for cell in ("faded", "plan")
    )
    assert (faded.grouping, two.grouping) == ("pairs", "pairs")
    assert copies(faded) != copies(two) == copies(replace(two, grouping="alone"))


def test_an_activity_that_its_lesson_has_not_is_refused() -> None:
    with pytest.raises(LessonDataError, match="no cell 'tea'"):
        handout(replace(ALL[0], cell="tea"))
