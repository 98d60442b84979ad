"""Grading one submission: a pure function from bytes to data."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache

from genuinely.assessing import assess
from genuinely.grading.answers import find_answers
from genuinely.grading.marking import Assessor, Score, found, mark
from genuinely.grading.notebooks import read_cells
from genuinely.grading.rebuilding import rebuild
from genuinely.grading.record import record
from genuinely.grading.source import Source
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
    marks = {
        item.answer: mark(item, answers[item.answer], source.answers[item.answer], assessor) for item in source.items
    }
    scores = tuple(each.score for each in marks.values())
    comments = {
        id: marks[id].comment if id in marks else found(answer, source.answers[id]) for id, answer in answers.items()
    }
    notebook = rebuild(
        source,
        {id: answer.text for id, answer in answers.items()},
        {each.score.grade_id: each.outputs for each in marks.values() if each.outputs},
        record(stamp(submission, source), scores),
    )
    return Graded(notebook, scores, FrozenDict(comments))


def stamp(submission: bytes, source: Source) -> str:
    """Return digits that change whenever grading the submission again could give something else."""
    told = [_FORM, hashlib.sha256(submission).hexdigest(), source.fingerprint]
    told += [_versions(item.scenario) for item in source.items if item.scenario]
    return hashlib.sha256("\n".join(told).encode("utf-8")).hexdigest()[:32]


@cache
def _versions(scenario: str) -> str:
    return repr(assess("", load_scenario(scenario)).versions)
