"""Grading one submission: a pure function from bytes to data."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from genuinely.assessing import assess
from genuinely.coaching.choices import load_choices
from genuinely.grading.answers import Answer, find_answers
from genuinely.grading.borrowing import held_against_known
from genuinely.grading.marking import Assessor, Mark, Score, found, mark
from genuinely.grading.notebooks import read_cells
from genuinely.grading.rebuilding import rebuild
from genuinely.grading.record import record
from genuinely.grading.source import Item, Source
from genuinely.scenarios import FrozenDict, load_scenario

_FORM = "2"
"""Of the graded notebook. Another number makes every submission be graded anew."""


@dataclass(frozen=True)
class Graded:
    """A graded submission of one notebook.

    notebook: the graded notebook as JSON, rebuilt from the instructor's.
    scores: of each item, in the notebook's order.
    comments: for each cell that students write in, by grade id; "" for none.
    """

    notebook: str
    scores: tuple[Score, ...]
    comments: FrozenDict[str, str]


def grade(submission: bytes, source: Source, assessor: Assessor = assess) -> Graded:
    """Grade what a student handed in for one notebook.

    Nothing of it is executed, imported, compiled or shown unescaped; the same bytes, source and versions give the
    same result. Raises SubmissionError if the bytes are no notebook.
    """
    answers = find_answers(read_cells(submission), source)
    marks = [_mark(item, answers[item.answer], source, assessor) for item in source.items]
    scores = tuple(each.score for each in marks)
    comments = {id: _comment(id, answer, source, marks) for id, answer in answers.items()}
    notebook = rebuild(
        source,
        {id: answer.text for id, answer in answers.items()},
        {each.score.grade_id: each.outputs for each in marks if each.outputs},
        record(stamp(submission, source), scores),
    )
    return Graded(notebook, scores, FrozenDict(comments))


def _mark(item: Item, answer: Answer, source: Source, assessor: Assessor) -> Mark:
    given = mark(item, answer, source.answers[item.answer], assessor)
    known = source.known.get(item.scenario, ())
    return held_against_known(given, answer.message, item.scenario, known, source.handout)


def stamp(submission: bytes, source: Source) -> str:
    """Return digits that change whenever grading the submission again could give something else."""
    told = [_FORM, hashlib.sha256(submission).hexdigest(), source.fingerprint]
    told += [_versions(item.scenario) for item in source.items if item.scenario]
    told += [load_choices()[item.choice].version for item in source.items if item.choice]
    return hashlib.sha256("\n".join(told).encode("utf-8")).hexdigest()[:32]


def _comment(id: str, answer: Answer, source: Source, marks: Sequence[Mark]) -> str:
    """What is said beside an answer: of the items that it is graded for, each sentence once."""
    said = [each.comment for item, each in zip(source.items, marks, strict=True) if item.answer == id]
    said = said or [found(answer, source.answers[id])]
    return "\n\n".join(dict.fromkeys(part for comment in said for part in comment.split("\n\n") if part))


@cache
def _versions(scenario: str) -> str:
    return repr(assess("", load_scenario(scenario)).versions)
