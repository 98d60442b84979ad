"""The messages that a lesson shows are as strong or as weak as it says, and help opens in its order."""

from __future__ import annotations

import tomllib

import pytest

from genuinely.assessing import assess
from genuinely.coaching import drafts
from genuinely.lessons import contrast, hints, worked
from genuinely.lessons.examples import contrast_from, contrast_of, hints_from, hints_of, worked_from, worked_of
from genuinely.lessons.reading import LessonDataError, Table
from genuinely.scenarios import load_scenario

from .pages import ALL, calls, code

CONTRASTS = sorted({text for page in ALL for name, text in calls(page) if name == "contrast"})
WORKED = sorted({text for page in ALL for name, text in calls(page) if name == "worked"})
HELPED = sorted({text for page in ALL for name, text in calls(page) if name == "hints"})


def total(message: str, id: str) -> float:
    return assess(message, load_scenario(id)).total


@pytest.mark.parametrize("id", CONTRASTS)
def test_the_second_message_of_a_contrast_is_strong_and_the_first_is_not(id: str) -> None:
    assert total(contrast_of(id).first, id) <= 35
    assert total(contrast_of(id).second, id) >= 85


@pytest.mark.parametrize("id", CONTRASTS)
def test_a_contrast_does_not_say_which_is_better(id: str) -> None:
    shown = contrast(id)
    for text in (shown.plain(), shown.html()):
        assert text.index("Message A") < text.index("Message B")
    assert shown.plain().count(contrast_of(id).second.splitlines()[0]) == 1


@pytest.mark.parametrize("id", WORKED)
def test_a_worked_rewrite_is_strong_and_not_flagged(id: str) -> None:
    found = assess(worked_of(id).message, load_scenario(id))
    assert found.total >= 85
    assert not found.flags


@pytest.mark.parametrize("id", WORKED)
def test_a_worked_rewrite_shows_every_stretch_with_its_reason(id: str) -> None:
    shown = worked(id).plain()
    for step in worked_of(id).steps:
        assert step.why in shown


@pytest.mark.parametrize("id", HELPED)
def test_a_model_answer_is_strong_and_not_flagged(id: str) -> None:
    found = assess(hints_of(id).solution, load_scenario(id))
    assert found.total >= 85
    assert not found.flags


@pytest.mark.parametrize("id", HELPED)
def test_the_model_answer_opens_after_an_attempt(id: str) -> None:
    assert hints_of(id).solution not in hints(id).html().replace("&#x27;", "'")
    assert f"%%rewrite {id}" in hints(id).plain()
    drafts.remember(id, f"Hello, I read your post and would like to ask one thing about it. {hints_of(id).nudge}")
    first_line = hints_of(id).solution.splitlines()[-1]
    assert first_line in hints(id).plain()


@pytest.mark.parametrize("id", HELPED)
def test_neither_silence_nor_the_draft_counts_as_an_attempt(id: str) -> None:
    for message in ("", load_scenario(id).draft):
        drafts.remember(id, message)
        assert f"%%rewrite {id}" in hints(id).plain()


def test_every_example_is_shown_somewhere() -> None:
    from genuinely.lessons import examples

    assert (set(CONTRASTS), set(WORKED), set(HELPED)) == (
        set(examples._contrasts()),
        set(examples._worked()),
        set(examples._hints()),
    )


def test_open_slots_of_a_faded_message_wait_for_the_learner() -> None:
    faded = [
        (cell.source.splitlines()[0].split()[1], "\n".join(cell.source.splitlines()[1:]))
        for page in ALL
        for cell in code(page)
        if cell.source.startswith("%%rewrite ") and cell.source.count("[") > 1
    ]
    assert faded
    for id, message in faded:
        assert assess(message, load_scenario(id)).flags == ("placeholder",)


@pytest.mark.parametrize(
    ("make", "text", "key"),
    [
        (contrast_from, 'first = "a"', "contrasts.bank.second"),
        (worked_from, "", "contrasts.bank.steps"),
        (hints_from, 'nudge = "a"\nrule = "b"\nexample = "c"', "contrasts.bank.solution"),
        (hints_from, 'nugde = "a"', "contrasts.bank.nugde"),
    ],
)
def test_what_does_not_fit_is_refused(make: object, text: str, key: str) -> None:
    assert callable(make)
    with pytest.raises(LessonDataError, match=f"key '{key}'"):
        make("late-trams-algebra", Table("examples.toml", "contrasts.bank", tomllib.loads(text)))


def test_examples_belong_to_a_scenario() -> None:
    table = Table("examples.toml", "contrasts.late-trams", {"first": "a", "second": "b"})
    with pytest.raises(LessonDataError, match="no scenario 'late-trams'"):
        contrast_from("late-trams", table)
    with pytest.raises(LessonDataError, match=r"no contrasts for 'coat-rack'.*late-trams-algebra"):
        contrast("coat-rack")
