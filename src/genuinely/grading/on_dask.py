"""Many submissions on a Dask cluster. Bytes travel, no paths; its workers need this package alone, and no gradebook."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError, Future
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from types import TracebackType
from typing import Any

from genuinely import __version__
from genuinely.grading.engines import Bench, Job, LostError, Outcome, graded, pooled
from genuinely.grading.grade import stamp
from genuinely.grading.memory import Remembering
from genuinely.grading.trouble import CourseError

CONNECTING = 20.0
"""Seconds in which the scheduler has to answer, and its first worker to be there."""
_COUNTED_AGAIN = 2.0
"""Seconds after which the workers are counted anew: a cluster may grow."""

_KEPT = "What was written before is kept, and the same command goes on from there."


def on_dask(bench: Bench, jobs: Iterable[Job], address: str) -> Iterator[Outcome]:
    """Grade on the cluster whose scheduler has this address, in the order in which submissions are done.

    Two jobs for each thread of the cluster are under way at a time. What was assessed before is not looked up there.
    Raises CourseError if there is no such cluster, if it is lost, and if it has another version of the course.
    """
    if find_spec("distributed") is None:
        raise CourseError("Dask is not installed here.", 'Install it: pip install "genuinely[dask]".')
    opening = partial(_Cluster, Bench(bench.sources), address)
    return pooled(opening, opening, jobs)


class _Cluster:
    """A connection to a cluster, over which jobs go out and outcomes come back."""

    def __init__(self, bench: Bench, address: str) -> None:
        distributed: Any = import_module("distributed")
        self._address = address
        try:
            self._client = distributed.Client(address, timeout=CONNECTING, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CourseError(f"No Dask scheduler answers at {address}.", "Start it, or mend the address.") from error
        self._executor = self._client.get_executor(pure=False)
        self._counted, self._threads = 0.0, 0
        try:
            self._client.wait_for_workers(1, timeout=CONNECTING)
            self._bench = self._client.submit(_unpacked, bench, versions(bench), pure=False)
        except BaseException as error:
            self._client.close()
            if isinstance(error, TimeoutError):
                raise self._without_workers() from error
            raise

    def __enter__(self) -> _Cluster:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._client.close()

    @property
    def room(self) -> int:
        if time.monotonic() - self._counted > _COUNTED_AGAIN:
            self._threads = sum(self._workers().values())
            self._counted = time.monotonic()
        return 2 * max(1, self._threads)

    def grade(self, job: Job) -> Future[Outcome]:
        future: Future[Outcome] = self._executor.submit(_grade_there, job, self._bench)
        return future

    def outcome(self, future: Future[Outcome], timeout: float = 0) -> Outcome:
        from distributed import KilledWorker

        try:
            return future.result(timeout)
        except KilledWorker as error:
            raise LostError from error
        except CancelledError as error:
            raise self._lost() from error
        except (CourseError, TimeoutError):
            raise
        except Exception as error:  # whatever keeps the cluster from running it
            said = " ".join(str(error).split())[:200]
            raise CourseError(
                f"The Dask cluster at {self._address} cannot run this ({type(error).__name__}: {said}).",
                f"Install genuinely {__version__} on its scheduler and its workers. {_KEPT}",
            ) from error

    def kill(self) -> None:
        """Restart the workers that are busy. Raises CourseError if there are none."""
        if not self._workers():
            raise self._without_workers()
        busy = [worker for worker, tasks in self._client.processing().items() if tasks]
        self._client.restart_workers(busy, timeout=CONNECTING, raise_for_error=False)

    def _workers(self) -> dict[str, int]:
        """How many threads each has."""
        try:
            return dict(self._client.nthreads())
        except (OSError, CancelledError, RuntimeError) as error:
            raise self._lost() from error

    def _lost(self) -> CourseError:
        return CourseError(f"The Dask scheduler at {self._address} was lost.", f"Start it again. {_KEPT}")

    def _without_workers(self) -> CourseError:
        return CourseError(f"The Dask cluster at {self._address} has no workers.", f"Start some. {_KEPT}")


def versions(bench: Bench) -> tuple[str, ...]:
    """Return what has to be alike here and on a worker, so that both grade alike."""
    return __version__, *(stamp(b"", source) for source in bench.sources.values())


def _unpacked(bench: Bench, expected: tuple[str, ...]) -> Bench:
    """On a worker: the bench, if it would be used there as it would be here."""
    if versions(bench) != expected:
        raise CourseError(
            f"The workers of the Dask cluster grade otherwise (genuinely {__version__} there, {expected[0]} here).",
            "Install the same version there, with the same cards, and onnxruntime if it is here.",
        )
    return bench


def _grade_there(job: Job, bench: Bench) -> Outcome:
    return graded(job, bench, Remembering(None))
