"""Question banks: every option explained, every wrong one with its misconception."""

from __future__ import annotations

import tomllib

import pytest

from genuinely.lessons.quiz_forms import as_form
from genuinely.lessons.quizzes import Bank, bank, bank_from, banks
from genuinely.lessons.reading import LessonDataError, Table

from .kit import BANK, tea_bank

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
    options = sorted(as_form(made(GOOD)).fields[0].options, key=lambda option: option.name)
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


@pytest.mark.parametrize(
    ("old", "new", "key", "remedy"),
    [
        ('kind = "order"', 'kind = "oder"', "questions[3].kind", "expected one of: single, multiple, order"),
        (
            'text = "Pour"\nexplanation',
            'text = "Pour"\nright = true\nexplanation',
            "questions[3].options[2].right",
            "spell",
        ),
        ('target = "Rosario"', 'target = "Kyoto"', "questions[4].options", "two targets are the same"),
        ('target = "Rosario"\n', "", "questions[4].options[2].target", "expected words"),
        (
            'misconception = "mixes"\nexplanation = "Somebody',
            'explanation = "Somebody',
            "questions[4].lures[1].mis",
            "names",
        ),
        ('name = "places"', 'name = "steps"', "questions", "two questions are called 'steps'"),
        (
            'right = true\nexplanation = "A cold pot',
            'misconception = "mixes"\nexplanation = "A cold pot',
            "questions[5]",
            "one",
        ),
    ],
)
def test_every_kind_of_question_is_checked(old: str, new: str, key: str, remedy: str) -> None:
    assert old in BANK
    with pytest.raises(LessonDataError) as refused:
        tea_bank(BANK.replace(old, new, 1))
    assert f"tea.toml: key '{key}" in str(refused.value)
    assert remedy in str(refused.value)


def test_every_kind_of_question_can_be_read() -> None:
    assert [question.kind for question in tea_bank().questions] == ["single", "multiple", "order", "match", "short"]


def test_an_unknown_bank_is_named_with_those_there_are() -> None:
    with pytest.raises(LessonDataError, match=r"no quiz called 'tea'.*02-recall"):
        bank("tea")


@pytest.mark.parametrize("found", banks().values(), ids=lambda found: found.id)
def test_explanations_of_the_course_are_each_their_own(found: Bank) -> None:
    explanations = [choice.explanation for each in found.questions for choice in (*each.choices, *each.lures)]
    assert len(set(explanations)) == len(explanations)


@pytest.mark.parametrize("found", banks().values(), ids=lambda found: found.id)
def test_length_does_not_give_the_right_option_away(found: Bank) -> None:
    chosen = [question for question in found.questions if question.kind == "single"]
    longest = [max(question.choices, key=lambda choice: len(choice.text)).right for question in chosen]
    assert sum(longest) <= len(longest) * 3 / 4
