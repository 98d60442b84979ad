"""`genuinely bench ...`: measured times and sizes, next to their targets."""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from genuinely.cli import bench_grading, bench_hub, bench_large, bench_studio
from genuinely.cli.bench_assess import report
from genuinely.cli.repository import repository

ROUNDS = 5


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = subparsers.add_parser(
        "bench", help="print measured times: bench start (set-up, start, import), assess, studio, grading, hub"
    )
    parser.add_argument("what", choices=["start", "assess", "studio", "grading", "hub"])
    parser.add_argument("--large", action="store_true", help="of grading: 5,000 and 20,000 submissions on Dask alone")
    parser.add_argument("--stock", action="store_true", help="of grading: the comparison with stock nbgrader alone")
    parser.add_argument("--sizes", nargs="+", type=int, metavar="N", help="of grading: classes of these sizes alone")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print what a start, reading a message, writing in the studio, a class or many learners cost here."""
    root = repository(Path.cwd())
    if root is None:
        print("There is no course.py here to measure.", file=sys.stderr)
        return 1
    if args.what == "studio":
        return _studio()
    if args.what == "start":
        _start(root)
        return 0
    reports: dict[str, Callable[[], Iterator[str]]] = {
        "assess": lambda: report(import_seconds()),
        "grading": lambda: _grading(root, args),
        "hub": bench_hub.report,
    }
    for line in reports[args.what]():
        print(line, flush=True)
    return 0


def _grading(root: Path, args: argparse.Namespace) -> Iterator[str]:
    if args.large:
        return bench_large.report(root, args.sizes or bench_large.SIZES)
    if args.stock:
        return bench_grading.report(root, growth=())
    return bench_grading.report(root, 0, args.sizes) if args.sizes else bench_grading.report(root)


def _studio() -> int:
    if lacking := bench_studio.missing():
        print(lacking, file=sys.stderr)
        return 1
    for line in bench_studio.report(bench_studio.measure(bench_studio.good_answer())):
        print(line, flush=True)
    return 0


def _start(root: Path) -> None:
    without = [sys.executable, "-m", "genuinely", "--version"]
    direct = seconds(without)
    through = seconds([sys.executable, str(root / "course.py"), "--version"])
    print(f"course.py adds         {through - direct:8.3f} s   (target: less than 2 s)")
    print(f"import genuinely adds  {import_seconds():8.3f} s   (target: milliseconds)")
    print(f"the environment holds  {size(Path(sys.prefix)) / 1e6:8.0f} MB")
    if (took := set_up_seconds(Path(sys.prefix))) is not None:
        print(f"its last set-up took   {took / 60:8.1f} minutes, downloads included where they were needed")


def import_seconds() -> float:
    """Return what importing the package adds to Python's own start."""
    bare, with_package = (seconds([sys.executable, "-c", code]) for code in ("pass", "import genuinely"))
    return with_package - bare


def seconds(command: Sequence[str]) -> float:
    """Return the median time that a command takes."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def size(folder: Path) -> int:
    """Return the bytes of all the files under a folder."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if not file.is_dir())


def set_up_seconds(environment: Path) -> float | None:
    """Return how long course.py took to make an environment, or None if it did not make this one."""
    try:
        stamp = json.loads((environment / "set-up.json").read_text(encoding="utf-8"))
    except OSError:
        return None
    return float(stamp["seconds"])
