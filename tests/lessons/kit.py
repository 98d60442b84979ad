"""A form with every part there is, and answers to it."""

from __future__ import annotations

import tomllib
from typing import Any

from genuinely.lessons.forms import FormSpec, form_from
from genuinely.lessons.quiz_forms import as_form
from genuinely.lessons.quizzes import Bank, bank_from
from genuinely.lessons.reading import Table

FORM = """
label = "A tea party"
hint = "Take your time."
[[fields]]
name = "why"
kind = "text"
label = "Why tea?"
[[fields]]
name = "kind"
kind = "choice"
label = "Which?"
[[fields.options]]
name = "green"
text = "Green"
[[fields.options]]
name = "black"
text = "Black"
[[fields]]
name = "with"
kind = "ticks"
label = "With what?"
[[fields.options]]
name = "milk"
text = "Milk"
[[fields.options]]
name = "lemon"
text = "Lemon"
[[fields]]
name = "hot"
kind = "scale"
label = "How hot?"
low_label = "cold"
high_label = "boiling"
[[fields]]
name = "steps"
kind = "order"
label = "What comes first?"
[[fields.options]]
name = "boil"
text = "Boil water"
[[fields.options]]
name = "warm"
text = "Warm the pot"
[[fields.options]]
name = "pour"
text = "Pour it"
[[fields]]
name = "people"
kind = "table"
label = "Who comes?"
rows = 2
add = "Add a guest"
[[fields.columns]]
name = "who"
label = "Name"
names = true
[[fields.columns]]
name = "drinks"
label = "Drinks"
[[fields.columns.options]]
name = "tea"
text = "Tea"
[[fields.columns.options]]
name = "water"
text = "Water"
[[fields]]
name = "tastes"
kind = "lists"
label = "What do you like?"
rows = 1
add = "One more"
[[fields.lists]]
name = "mine"
label = "Mine"
[[fields.lists]]
name = "theirs"
label = "Theirs"
"""
ANSWERS: dict[str, Any] = {
    "why": "It waits for you.",
    "kind": "black",
    "with": ["milk", "lemon"],
    "hot": 80,
    "steps": ["warm", "boil", "pour"],
    "people": [{"who": "Ada Lovelace", "drinks": "tea"}, {"who": "Kim", "drinks": ""}],
    "tastes": {"mine": ["scones", "rain"], "theirs": []},
}

BANK = """
id = "tea"
label = "On tea"
hint = "From memory."
[misconceptions]
boils = "Water for any tea must boil."
mixes = "Tea is stirred until it foams."
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
[[questions]]
name = "needs"
kind = "multiple"
ask = "What does tea need?"
[[questions.options]]
text = "Time"
right = true
explanation = "Three minutes."
[[questions.options]]
text = "Water"
right = true
explanation = "Fresh."
[[questions.options]]
text = "A whisk"
misconception = "mixes"
explanation = "That is for matcha."
[[questions]]
name = "steps"
kind = "order"
ask = "What comes first?"
[[questions.options]]
text = "Boil"
explanation = "Nothing happens without it."
[[questions.options]]
text = "Pour"
explanation = "While it is hot."
[[questions.options]]
text = "Drink"
explanation = "When it is not too hot."
[[questions]]
name = "places"
kind = "match"
ask = "Where is it drunk?"
[[questions.options]]
text = "Matcha"
target = "Kyoto"
explanation = "A bowl of it."
[[questions.options]]
text = "Mate"
target = "Rosario"
explanation = "Through a straw."
[[questions.lures]]
text = "Nowhere"
misconception = "mixes"
explanation = "Somebody drinks it."
[[questions]]
name = "why"
kind = "short"
ask = "Why warm the pot?"
[[questions.options]]
text = "So that the water stays hot."
right = true
explanation = "A cold pot takes ten degrees."
[[questions.options]]
text = "So that it foams."
misconception = "mixes"
explanation = "It does not foam."
"""
RIGHT: dict[str, Any] = {
    "green": "option-1",
    "needs": ["option-1", "option-2"],
    "steps": ["option-1", "option-2", "option-3"],
    "places": {"option-1": "target-option-1", "option-2": "target-option-2"},
    "why": {"words": "so it stays hot", "nearest": "option-1"},
}


def tea_form() -> FormSpec:
    return form_from("00-tea", Table("tea.toml", "00-tea", tomllib.loads(FORM)))


def tea_bank(text: str = BANK) -> Bank:
    return bank_from(Table("tea.toml", "", tomllib.loads(text)))


def tea_quiz() -> FormSpec:
    return as_form(tea_bank())
