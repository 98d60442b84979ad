"""Question banks: every option explained, every wrong one with its misconception."""

from __future__ import annotations

import tomllib

import pytest

from genuinely.lessons.quiz_forms import as_form
from genuinely.lessons.quizzes import Bank, bank, bank_from, banks
from genuinely.lessons.reading import LessonDataError, Table

GOOD = """
id = "tea"
label = "On tea"
hint = "Take your time."
[misconceptions]
boils = "Water for any tea must boil."
[[questions]]
name = "green"
ask = "How hot for green tea?"
[[questions.options]]
text = "Eighty degrees"
right = true
explanation = "Boiling water makes it bitter."
[[questions.options]]
text = "A hundred degrees"
misconception = "boils"
explanation = "That suits black tea."
"""


def made(text: str) -> Bank:
    return bank_from(Table("tea.toml", "", tomllib.loads(text)))


def test_a_bank_knows_which_option_is_right() -> None:
    assert [choice.right for choice in made(GOOD).questions[0].choices] == [True, False]


def test_a_reply_says_first_whether_it_is_right_and_then_why() -> None:
    options = as_form(made(GOOD)).fields[0].options
    assert options[0].reply == "Yes. Boiling water makes it bitter."
    assert options[1].reply == "Not this one. That suits black tea."


@pytest.mark.parametrize(
    ("old", "new", "key", "remedy"),
    [
        ('id = "tea"', 'id = "coffee"', "id", "expected the file's name"),
        ("right = true\n", "", "questions[1].options[1].misconception", "a wrong option names one"),
        ('misconception = "boils"', 'misconception = "burns"', "questions[1].options[2].misconception", "Add it there"),
        ('misconception = "boils"', "right = true", "questions[1].options", "exactly one"),
        ('explanation = "That suits black tea."', "", "questions[1].options[2].explanation", "expected words"),
        ("[[questions]]", 'cold = "Tea is drunk hot."\n[[questions]]', "misconceptions.cold", "no wrong option"),
    ],
)
def test_what_does_not_fit_is_refused(old: str, new: str, key: str, remedy: str) -> None:
    assert old in GOOD
    with pytest.raises(LessonDataError) as refused:
        made(GOOD.replace(old, new, 1))
    assert f"tea.toml: key '{key}'" in str(refused.value)
    assert remedy in str(refused.value)


def test_an_unknown_bank_is_named_with_those_there_are() -> None:
    with pytest.raises(LessonDataError, match=r"no quiz called 'tea'.*02-recall"):
        bank("tea")


@pytest.mark.parametrize("found", banks().values(), ids=lambda found: found.id)
def test_explanations_of_the_course_are_each_their_own(found: Bank) -> None:
    explanations = [choice.explanation for question in found.questions for choice in question.choices]
    assert len(set(explanations)) == len(explanations)


@pytest.mark.parametrize("found", banks().values(), ids=lambda found: found.id)
def test_length_does_not_give_the_right_option_away(found: Bank) -> None:
    longest = [max(question.choices, key=lambda choice: len(choice.text)).right for question in found.questions]
    assert sum(longest) <= len(longest) * 3 / 4
