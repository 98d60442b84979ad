"""One after another or in several processes: the same comes out, and nobody stops the rest."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest

from genuinely.grading import engines
from genuinely.grading.engines import Bench, Job, Outcome, in_processes, one_by_one
from genuinely.scenarios import FrozenDict

from .handed_in import ps2, raw
from .problem_set import ASSIGNMENT, SCENARIOS, answered, reference

STRONG = raw(answered({scenario: reference(scenario) for scenario in SCENARIOS}))
BENCH = Bench(FrozenDict({ASSIGNMENT: ps2()}))


class Poison(bytes):
    """Bytes that bring the process down that they are handed to."""

    def __reduce__(self) -> Any:
        return os._exit, (1,)


class Delay(bytes):
    """Bytes that hold up the process that they are handed to."""

    def __reduce__(self) -> Any:
        return time.sleep, (1000,)


def jobs(**submissions: bytes) -> list[Job]:
    return [Job(student, FrozenDict({ASSIGNMENT: raw_})) for student, raw_ in submissions.items()]


def by_student(outcomes: Any) -> dict[str, Outcome]:
    found = list(outcomes)
    assert len({outcome.student for outcome in found}) == len(found)
    return {outcome.student: outcome for outcome in found}


@pytest.mark.slow
def test_processes_and_none_come_to_the_same() -> None:
    given = jobs(ada=STRONG, bob=raw(answered({})), cyd=b"no notebook", dan=STRONG + b" ", eva=b"")
    one, two = by_student(one_by_one(BENCH, given)), by_student(in_processes(BENCH, given, 2))
    assert {who: outcome.graded for who, outcome in one.items()} == {who: each.graded for who, each in two.items()}
    assert {who: str(outcome.error) for who, outcome in one.items()} == {
        who: str(each.error) for who, each in two.items()
    }
    assert one["cyd"].error
    assert not one["cyd"].graded


@pytest.mark.slow
def test_a_submission_that_brings_a_process_down_is_named_and_the_others_are_graded() -> None:
    given = jobs(ada=STRONG, bob=Poison(STRONG), cyd=STRONG, dan=STRONG, eva=Poison(b""), fay=STRONG, gil=STRONG)
    outcomes = by_student(in_processes(BENCH, given, 2))
    assert set(outcomes) == {job.student for job in given}
    assert {who for who, outcome in outcomes.items() if outcome.error} == {"bob", "eva"}
    assert "brought the grading process down" in str(outcomes["bob"].error)


@pytest.mark.slow
def test_a_submission_that_holds_a_process_up_is_named_and_the_others_are_graded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(engines, "PATIENCE", 20.0)
    given = jobs(ada=STRONG, bob=Delay(STRONG), cyd=STRONG, dan=STRONG)
    outcomes = by_student(in_processes(BENCH, given, 2))
    assert {who for who, outcome in outcomes.items() if outcome.error} == {"bob"}
    assert "longer than 20 seconds" in str(outcomes["bob"].error)


@pytest.mark.slow
def test_only_a_few_submissions_are_under_way_at_a_time() -> None:
    read = []

    def reading() -> Any:
        for job in jobs(**{f"s{number}": raw(answered({})) for number in range(12)}):
            read.append(job.student)
            yield job

    outcomes = in_processes(BENCH, reading(), 2)
    next(outcomes)
    assert len(read) <= 4
    assert len(list(outcomes)) == 11


def test_a_fault_of_ours_is_named_and_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    real = engines.grade

    def faulty(submission: bytes, *rest: Any) -> Any:
        if submission == b"fault":
            raise MemoryError
        return real(submission, *rest)

    monkeypatch.setattr(engines, "grade", faulty)
    outcomes = by_student(one_by_one(BENCH, jobs(ada=b"fault", bob=STRONG)))
    assert "MemoryError" in str(outcomes["ada"].error)
    assert outcomes["bob"].graded


def test_what_was_assessed_is_handed_out_with_its_submission() -> None:
    ada, bob = one_by_one(BENCH, jobs(ada=STRONG, bob=STRONG))
    assert len(ada.learned) == 3
    assert bob.learned == ada.learned
