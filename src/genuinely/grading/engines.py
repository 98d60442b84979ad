"""Many submissions: one after another, or in several processes. Bytes go in and come out, no paths and no database."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Protocol

from genuinely.grading.grade import Graded, grade
from genuinely.grading.memory import Remembering
from genuinely.grading.source import Source
from genuinely.grading.trouble import SubmissionError
from genuinely.scenarios import FrozenDict

PATIENCE = 120.0
"""Seconds in which one of the submissions under way has to be done: thousands of times what one takes."""

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
    return (graded(job, bench, assessor) for job in jobs)


def in_processes(bench: Bench, jobs: Iterable[Job], workers: int) -> Iterator[Outcome]:
    """Grade in `workers` processes of this machine, in the order in which they are done."""
    return pooled(partial(_Processes, bench, workers), partial(_Processes, bench, 1), jobs)


class LostError(Exception):
    """Whatever graded a job has ended before it had an outcome."""


class Pool(Protocol):
    """Something that grades several jobs at once, and that a job can bring down. It is open inside `with`."""

    def __enter__(self) -> Pool: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None: ...

    @property
    def room(self) -> int:
        """Return how many jobs it should hold at a time."""

    def grade(self, job: Job) -> Future[Outcome]:
        """Begin with a job. Raises LostError if it was brought down meanwhile."""

    def outcome(self, future: Future[Outcome], timeout: float = 0) -> Outcome:
        """Return what came of a job. Raises LostError if it was brought down, and TimeoutError."""

    def kill(self) -> None:
        """End all work at once, whatever it is."""


def pooled(opening: Callable[[], Pool], alone: Callable[[], Pool], jobs: Iterable[Job]) -> Iterator[Outcome]:
    """Grade in the pools that `opening` opens, and in one of `alone` what may have brought such a pool down.

    A few jobs are under way at a time, so that memory does not grow with the class. A submission that brings a
    process down or holds it up is found and named, and the others are graded.
    """
    waiting = iter(jobs)
    suspects: list[Job] = []
    while True:
        done = yield from _until_broken(opening, waiting, suspects)
        for job in suspects:
            yield _alone(alone, job)
        suspects.clear()
        if done:
            return


def _until_broken(
    opening: Callable[[], Pool], jobs: Iterator[Job], suspects: list[Job]
) -> Generator[Outcome, None, bool]:
    """Yield outcomes until there are no jobs, and return True, or until a process is lost. `suspects` are under way."""
    under_way: dict[Future[Outcome], Job] = {}
    with opening() as pool:
        while True:
            for job in islice(jobs, max(0, pool.room - len(under_way))):
                suspects.append(job)
                try:
                    under_way[pool.grade(job)] = job
                except LostError:
                    return False
            if not under_way:
                return True
            done, _ = wait(under_way, timeout=PATIENCE, return_when=FIRST_COMPLETED)
            if not done:
                pool.kill()
                return False
            for future in done:
                try:
                    outcome = pool.outcome(future)
                except LostError:
                    return False
                suspects.remove(under_way.pop(future))
                yield outcome


def _alone(opening: Callable[[], Pool], job: Job) -> Outcome:
    with opening() as pool:
        try:
            return pool.outcome(pool.grade(job), timeout=PATIENCE)
        except LostError:
            said = "It brought the grading process down."
        except TimeoutError:
            pool.kill()
            said = f"Grading it took longer than {PATIENCE:.0f} seconds."
    return Outcome(job.student, error=SubmissionError(said, _BY_HAND))


class _Processes:
    """Processes that grade, each of which can be lost."""

    def __init__(self, bench: Bench, workers: int) -> None:
        self._others = set(multiprocessing.active_children())
        # "spawn" is the one way of starting that all three systems have.
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(bench,))
        self.room = 2 * workers

    def __enter__(self) -> _Processes:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._pool.shutdown(cancel_futures=True)

    def grade(self, job: Job) -> Future[Outcome]:
        try:
            return self._pool.submit(_grade_here, job)
        except BrokenProcessPool as error:
            raise LostError from error

    def outcome(self, future: Future[Outcome], timeout: float = 0) -> Outcome:
        try:
            return future.result(timeout)
        except BrokenProcessPool as error:
            raise LostError from error

    def kill(self) -> None:
        for process in set(multiprocessing.active_children()) - self._others:
            process.kill()


_here: list[tuple[Bench, Remembering]] = []
"""In a worker: what it was begun with."""


def _begin(bench: Bench) -> None:
    _here[:] = [(bench, Remembering(bench.memory))]


def _grade_here(job: Job) -> Outcome:
    [(bench, assessor)] = _here
    return graded(job, bench, assessor)


def graded(job: Job, bench: Bench, assessor: Remembering) -> Outcome:
    """Grade a job in this process. Raises nothing: what is wrong with it is in the outcome."""
    try:
        found = {name: grade(raw, bench.sources[name], assessor) for name, raw in job.notebooks.items()}
    except SubmissionError as error:
        return Outcome(job.student, error=error, learned=FrozenDict(assessor.learned()))
    except Exception as error:  # a fault of ours, and no reason to stop the rest
        said = f"Grading it failed ({type(error).__name__})."
        return Outcome(job.student, error=SubmissionError(said, _BY_HAND), learned=FrozenDict(assessor.learned()))
    return Outcome(job.student, FrozenDict(found), learned=FrozenDict(assessor.learned()))
