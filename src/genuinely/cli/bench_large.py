"""`genuinely bench grading --large`: a very large class on a Dask cluster of this machine, grading only.

What it has to show is that memory does not grow with the class, neither here nor on the workers.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from genuinely.cli.bench_grading import ASSIGNMENT, Cost, measured, memory_said, new_class

SIZES = (5_000, 20_000)
WORKERS = 2


def report(root: Path, sizes: Sequence[int] = SIZES) -> Iterator[str]:
    """Yield a line for each size of class: time, and memory of the command and of the largest worker."""
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="genuinely-bench-") as folder:
            course = new_class(root, Path(folder) / "course", size)
            cost, worker = _graded(course)
            shutil.rmtree(course)
        yield (
            f"{size:6,} submissions on Dask {cost.wall:8.1f} s, {cost.wall / size * 1000:6.1f} ms each, "
            f"this process {memory_said(cost.memory)}, largest worker {memory_said(worker)}   "
            "(target: the same memory for every size; 350 MB)"
        )


def _graded(course: Path) -> tuple[Cost, int]:
    distributed: Any = import_module("distributed")
    with distributed.LocalCluster(n_workers=WORKERS, threads_per_worker=1, dashboard_address=":0") as cluster:
        words = ["-m", "genuinely", "grade", ASSIGNMENT, "--dask", cluster.scheduler_address]
        cost = measured([sys.executable, *words], course)
        with cluster.get_client() as client:
            return cost, max(client.run(largest).values())


def largest() -> int:
    """Return the most memory that this process has held so far, in bytes; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0
    import resource

    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
