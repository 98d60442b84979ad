"""What a notebook calls to ask something of its reader."""

from __future__ import annotations

from genuinely.lessons.form_widget import Form
from genuinely.lessons.forms import form
from genuinely.lessons.quiz_forms import as_form
from genuinely.lessons.quizzes import bank


def reflect(id: str) -> Form:
    """Return a reflection from `data/reflections/`, with what was written there before."""
    return Form(form(id))


def plan(id: str) -> Form:
    """Return an if-then plan: a reflection whose fields make one sentence."""
    return Form(form(id))


def quiz(id: str) -> Form:
    """Return the questions of a bank from `data/quizzes/`, with the options chosen before."""
    return Form(as_form(bank(id)))
