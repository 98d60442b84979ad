"""How much of a class waits for a person: of a simulated class of 300, at most a tenth of the answers."""

from __future__ import annotations

import random
from functools import cache

import pytest

from genuinely.assessing import Assessment, assess
from genuinely.cli.bench_grading import rated
from genuinely.grading.answers import Answer
from genuinely.grading.marking import mark
from genuinely.scenarios import Scenario

from .handed_in import ps2
from .problem_set import REPOSITORY

STUDENTS = 300


@cache
def remembered(message: str, card: Scenario) -> Assessment:
    return assess(message, card)


@pytest.mark.slow
def test_at_most_a_tenth_of_the_answers_waits_for_a_person() -> None:
    messages, draw = rated(REPOSITORY), random.Random(7)
    scores = []
    for item in ps2().items:
        if item.kind == "rewrite":
            for _ in range(STUDENTS):
                message = draw.choice(messages[item.scenario])
                scores.append(mark(item, Answer(message, message), "", remembered).score)
    waiting = [score for score in scores if score.needs_person]
    assert len(scores) == 3 * STUDENTS
    assert 0 < len(waiting) <= 0.1 * len(scores)
    assert all(score.reason for score in waiting)
