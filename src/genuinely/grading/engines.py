"""Many submissions: one after another, or in several processes. Bytes go in and come out, no paths and no database."""

from __future__ import annotations

import multiprocessing
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from genuinely.grading.grade import Graded, grade
from genuinely.grading.memory import Remembering
from genuinely.grading.source import Source
from genuinely.grading.trouble import SubmissionError
from genuinely.scenarios import FrozenDict

_BY_HAND = "Grade it by hand, and report this."


@dataclass(frozen=True)
class Job:
    """What one student handed in: the bytes of each notebook, by name."""

    student: str
    notebooks: FrozenDict[str, bytes]


@dataclass(frozen=True)
class Outcome:
    """What became of a job: every notebook graded, or the one reason why none was.

    learned: assessments that were made for it, to be remembered.
    """

    student: str
    graded: FrozenDict[str, Graded] = field(default_factory=FrozenDict)
    error: SubmissionError | None = None
    learned: FrozenDict[str, str] = field(default_factory=FrozenDict)


@dataclass(frozen=True)
class Bench:
    """What is needed to grade any submission of an assignment: its notebooks, and what was assessed before."""

    sources: FrozenDict[str, Source]
    memory: Path | None = None


def one_by_one(bench: Bench, jobs: Iterable[Job]) -> Iterator[Outcome]:
    """Grade in this process, in the order of the jobs."""
    assessor = Remembering(bench.memory)
    return (_grade(job, bench, assessor) for job in jobs)


def in_processes(bench: Bench, jobs: Iterable[Job], workers: int) -> Iterator[Outcome]:
    """Grade in `workers` processes, in the order in which they are done.

    A few jobs for each worker are under way at a time, so that memory does not grow with the class. A submission
    that brings a process down is found and named, and the others are graded.
    """
    waiting = iter(jobs)
    suspects: list[Job] = []
    while True:
        done = yield from _until_broken(bench, waiting, workers, suspects)
        for job in suspects:
            yield _alone(bench, job)
        suspects.clear()
        if done:
            return


def _until_broken(
    bench: Bench, jobs: Iterator[Job], workers: int, suspects: list[Job]
) -> Generator[Outcome, None, bool]:
    """Yield outcomes until there are no jobs, and return True, or until a process dies. `suspects` are under way."""
    under_way: dict[Future[Outcome], Job] = {}
    with _pool(bench, workers) as pool:
        while True:
            for job in islice(jobs, 2 * workers - len(under_way)):
                suspects.append(job)
                try:
                    under_way[pool.submit(_grade_here, job)] = job
                except BrokenProcessPool:
                    return False
            if not under_way:
                return True
            for future in wait(under_way, return_when=FIRST_COMPLETED).done:
                try:
                    outcome = future.result()
                except BrokenProcessPool:
                    return False
                suspects.remove(under_way.pop(future))
                yield outcome


def _alone(bench: Bench, job: Job) -> Outcome:
    with _pool(bench, 1) as pool:
        try:
            return pool.submit(_grade_here, job).result()
        except BrokenProcessPool:
            return Outcome(job.student, error=SubmissionError("It brought the grading process down.", _BY_HAND))


def _pool(bench: Bench, workers: int) -> ProcessPoolExecutor:
    # "spawn" is the one way of starting that all three systems have.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(bench,))


_here: list[tuple[Bench, Remembering]] = []
"""In a worker: what it was begun with."""


def _begin(bench: Bench) -> None:
    _here[:] = [(bench, Remembering(bench.memory))]


def _grade_here(job: Job) -> Outcome:
    [(bench, assessor)] = _here
    return _grade(job, bench, assessor)


def _grade(job: Job, bench: Bench, assessor: Remembering) -> Outcome:
    try:
        graded = {name: grade(raw, bench.sources[name], assessor) for name, raw in job.notebooks.items()}
    except SubmissionError as error:
        return Outcome(job.student, error=error, learned=FrozenDict(assessor.learned()))
    except Exception as error:  # a fault of ours, and no reason to stop the rest
        said = f"Grading it failed ({type(error).__name__})."
        return Outcome(job.student, error=SubmissionError(said, _BY_HAND), learned=FrozenDict(assessor.learned()))
    return Outcome(job.student, FrozenDict(graded), learned=FrozenDict(assessor.learned()))
