"""A class on a Dask cluster: the same comes out as here, and what is lost is said."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from typing import Any

import dask
import pytest
from distributed import LocalCluster

from genuinely.cli.main import main
from genuinely.grading import on_dask as module
from genuinely.grading.course import Course
from genuinely.grading.engines import Bench, Job, one_by_one
from genuinely.grading.on_dask import on_dask
from genuinely.grading.trouble import CourseError
from genuinely.scenarios import FrozenDict

from .gradebooks import hand_in, stands
from .handed_in import ps2, raw
from .problem_set import ASSIGNMENT, SCENARIOS, answered, reference

pytestmark = pytest.mark.slow

BENCH = Bench(FrozenDict({ASSIGNMENT: ps2()}))
STRONG = {scenario: reference(scenario) for scenario in SCENARIOS}


def submission(number: int) -> bytes:
    """A submission like no other: of the three answers some are there, each with a line of its own."""
    chosen = {
        name: f"{text}\n\nNumber {number}" for place, (name, text) in enumerate(STRONG.items()) if number >> place
    }
    return b"no notebook" if number == 13 else raw(answered(chosen))


JOBS = [Job(f"s{number:02}", FrozenDict({ASSIGNMENT: submission(number)})) for number in range(30)]


def new_cluster() -> Any:
    return LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0")


@pytest.fixture
def cluster() -> Iterator[Any]:
    with new_cluster() as made:
        yield made


def test_thirty_submissions_come_to_what_they_come_to_here(cluster: Any) -> None:
    there = {outcome.student: outcome for outcome in on_dask(BENCH, JOBS, cluster.scheduler_address)}
    here = {outcome.student: outcome for outcome in one_by_one(BENCH, JOBS)}
    assert {who: outcome.graded for who, outcome in there.items()} == {who: each.graded for who, each in here.items()}
    assert {who for who, outcome in there.items() if outcome.error} == {"s13"}
    assert all(there[who].learned for who in here if here[who].learned)


def test_workers_import_neither_nbgrader_nor_a_kernel(cluster: Any) -> None:
    assert len(list(on_dask(BENCH, JOBS[:4], cluster.scheduler_address))) == 4
    with cluster.get_client() as client:
        imported = client.run(lambda: list(__import__("sys").modules))  # a named function would import this module
    assert len(imported) == 2
    assert any("genuinely.grading.grade" in modules for modules in imported.values())
    for modules in imported.values():
        assert not {"nbgrader", "sqlalchemy", "ipykernel", "jupyter_client", "IPython"} & set(modules)


def test_only_a_few_submissions_are_under_way_at_a_time(cluster: Any) -> None:
    read = []

    def reading() -> Iterator[Job]:
        for job in JOBS[:12]:
            read.append(job.student)
            yield job

    outcomes = on_dask(BENCH, reading(), cluster.scheduler_address)
    next(outcomes)
    assert len(read) <= 4
    assert len(list(outcomes)) == 11


def test_a_worker_that_is_lost_costs_nobody_anything(cluster: Any) -> None:
    outcomes = on_dask(BENCH, JOBS, cluster.scheduler_address)
    found = [next(outcomes)]
    next(iter(cluster.workers.values())).process.process.kill()
    found += outcomes
    assert sorted(outcome.student for outcome in found) == [job.student for job in JOBS]
    assert [outcome.student for outcome in found if outcome.error] == ["s13"]


def test_a_submission_that_brings_workers_down_is_named_and_the_others_are_graded() -> None:
    poisoned = Job("poison", FrozenDict({ASSIGNMENT: Poison(submission(1))}))
    with dask.config.set({"distributed.scheduler.allowed-failures": 0}), new_cluster() as cluster:
        outcomes = list(on_dask(BENCH, [*JOBS[:3], poisoned, *JOBS[3:6]], cluster.scheduler_address))
    assert sorted(outcome.student for outcome in outcomes) == ["poison", *(job.student for job in JOBS[:6])]
    (error,) = (outcome.error for outcome in outcomes if outcome.error)
    assert "brought the grading process down" in str(error)


class Poison(bytes):
    """Bytes that bring a worker down, and nothing else on their way to it."""

    def __reduce__(self) -> Any:
        return _poison, (bytes(self),)


def _poison(raw_: bytes) -> bytes:
    if multiprocessing.parent_process() is not None:
        os._exit(1)
    return Poison(raw_)


def test_a_scheduler_that_is_lost_is_said(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CONNECTING", 15.0)
    outcomes = on_dask(BENCH, JOBS, cluster.scheduler_address)
    next(outcomes)
    cluster.close()
    with pytest.raises(CourseError, match=r"scheduler at .* was lost. Start it again. What was written before is kept"):
        list(outcomes)


def test_a_scheduler_that_is_not_there_and_one_without_workers_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CONNECTING", 10.0)
    with LocalCluster(n_workers=0, dashboard_address=":0") as empty:
        with pytest.raises(CourseError, match="has no workers"):
            next(on_dask(BENCH, JOBS, empty.scheduler_address))
        address = empty.scheduler_address
    with pytest.raises(CourseError, match="No Dask scheduler answers at"):
        next(on_dask(BENCH, JOBS, address))


def test_a_worker_with_another_version_of_the_course_is_refused(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "__version__", "999")
    with pytest.raises(CourseError, match="Install the same version there"):
        list(on_dask(BENCH, JOBS, cluster.scheduler_address))


def test_the_command_grades_on_it_into_the_gradebook(
    cluster: Any, course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(course, "ada", answered(STRONG))
    hand_in(course, "bob", answered({}))
    monkeypatch.chdir(course.source.parent)
    assert main(["grade", ASSIGNMENT, "--dask", cluster.scheduler_address]) == 0
    assert "2 graded" in capsys.readouterr().out
    found = {student: sum(score or 0 for score, _ in grades.values()) for student, grades in stands(course).items()}
    assert found["ada"] > found["bob"] == 0
