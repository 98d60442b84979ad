"""`genuinely bench grading`: one class graded by stock nbgrader and by `genuinely grade`, next to the targets.

The class is simulated: each answer is a rated message of its scenario with a line of its own, so that none was seen
before.
"""

from __future__ import annotations

import csv
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.cli.nbgrader import CONFIG, environment

ASSIGNMENT = "ps2-interest"
STUDENTS = 50
"""Students whom both grade."""
GROWTH = (500, 1_000, 2_000)
"""Sizes of a class that is graded, with feedback and a report."""
WORKERS = 2
INSTALL = "genuinely.grading.install()"
"""What `nbgrader_config.py` says to keep nbgrader from running what was handed in."""


@dataclass(frozen=True)
class Cost:
    """Seconds of a command on the clock and of its processors, and bytes of its largest process; 0 where unknown."""

    wall: float
    cpu: float
    memory: int


def report(root: Path, students: int = STUDENTS, growth: Sequence[int] = GROWTH) -> Iterator[str]:
    """Yield a line for each figure with its target. `root` is the course's own folder. Nobody in a class: left out."""
    with tempfile.TemporaryDirectory(prefix="genuinely-bench-") as folder:
        if students:
            yield from _side_by_side(root, Path(folder), students)
        for size in growth:
            yield from _whole_class(new_class(root, Path(folder) / f"of-{size}", size), size)


def _whole_class(course: Path, size: int) -> Iterator[str]:
    """All that is done with a class, one command after another."""
    costs = {"grade": _grade(course, WORKERS), "feedback": _feedback(course), "report": _report(course)}
    for name, cost in costs.items():
        yield f"{size:5,} with {name:12}{cost.wall:8.1f} s, {cost.wall / size * 1000:6.1f} ms each, {_mb(cost)}"
    wall, cpu = sum(cost.wall for cost in costs.values()), sum(cost.cpu for cost in costs.values())
    yield (
        f"{size:5,} with all three   {wall:8.1f} s, processors {cpu:.1f} s, largest process "
        f"{memory_said(max(cost.memory for cost in costs.values()))}   (target: 240 s for 2,000, linear; 350 MB)"
    )
    shutil.rmtree(course)


def _side_by_side(root: Path, folder: Path, students: int) -> Iterator[str]:
    stock, ours, single = (folder / name for name in ("stock", "ours", "single"))
    new_class(root, stock, students)
    shutil.copytree(stock, ours)
    shutil.copytree(stock, single)
    by_stock = _nbgrader(stock, "autograde", ASSIGNMENT)
    idle_stock = _nbgrader(stock, "autograde", ASSIGNMENT)  # finds everything graded: what starting costs
    one = _grade(single, WORKERS, "--student", "student-00000")  # what starting costs, processes and model too
    first = _grade(ours, WORKERS)
    idle = _grade(ours, WORKERS)
    shutil.rmtree(ours / "gradebook" / "autograded")
    remembered = _grade(ours, 1)
    inside = (by_stock.wall - idle_stock.wall) / students
    each = (first.wall - one.wall) / (students - 1)
    again = (remembered.wall - idle.wall) / students
    yield f"{students} submissions, stock   {by_stock.wall:8.1f} s, processors {by_stock.cpu:6.1f} s, {_mb(by_stock)}"
    yield f"the same with grade      {first.wall:8.1f} s, processors {first.cpu:6.1f} s, {_mb(first)}"
    yield f"whole processes          {by_stock.wall / first.wall:8.0f} times quicker   (target: 20)"
    yield f"without their starts     {inside / each:8.0f} times quicker   (target: 40)"
    yield f"assessed before          {inside / again:8.0f} times quicker   (target: 300)"
    same = scores(stock) == scores(ours)
    yield from _pages(ours)
    yield f"scores                   {'the same' if same else 'NOT THE SAME'}   (target: the same)"


def _pages(course: Path) -> Iterator[str]:
    """Feedback on what is graded, by both, into the same folder."""
    ours = _feedback(course)
    shutil.rmtree(course / "gradebook" / "feedback")
    stock = _nbgrader(course, "generate_feedback", ASSIGNMENT)
    yield f"feedback, stock          {stock.wall:8.1f} s, processors {stock.cpu:6.1f} s, {_mb(stock)}"
    yield f"the same with feedback   {ours.wall:8.1f} s, processors {ours.cpu:6.1f} s, {_mb(ours)}"
    yield f"whole processes          {stock.wall / ours.wall:8.0f} times quicker   (target: 10)"


def new_class(root: Path, course: Path, students: int) -> Path:
    """Make a course in the folder `course` in which so many students have handed in, and return it."""
    course.mkdir(parents=True)
    shutil.copytree(root / "solutions" / ASSIGNMENT, course / "solutions" / ASSIGNMENT)
    (course / CONFIG).write_text(stock_settings(root), encoding="utf-8")
    _nbgrader(course, "generate_assignment", ASSIGNMENT)
    name = f"{ASSIGNMENT}.ipynb"
    released = json.loads((course / "exercises" / ASSIGNMENT / name).read_text(encoding="utf-8"))
    messages = rated(root)
    draw = random.Random(7)
    for number in range(students):
        place = course / "gradebook" / "submitted" / f"student-{number:05}" / ASSIGNMENT
        place.mkdir(parents=True)
        text = json.dumps(_answered(released, messages, draw, number), ensure_ascii=False)
        (place / name).write_text(text, encoding="utf-8")
    return course


def stock_settings(root: Path) -> str:
    """Return the course's settings for nbgrader with nbgrader's own autograde left in its place.

    For trials alone: it runs what was handed in. Raises ValueError if the settings do not put another there.
    """
    before, line, after = (root / CONFIG).read_text(encoding="utf-8").partition(INSTALL)
    if not line:
        raise ValueError(f"{CONFIG} has no line {INSTALL!r}")
    return before + after


def rated(root: Path) -> dict[str, list[str]]:
    """Return the rated messages by scenario."""
    found: dict[str, list[str]] = {}
    with (root / "data" / "ratings" / "messages.jsonl").open(encoding="utf-8") as file:
        for entry in map(json.loads, file):
            found.setdefault(entry["scenario"], []).append(entry["message"])
    return found


def _answered(released: Any, messages: dict[str, list[str]], draw: random.Random, number: int) -> Any:
    notebook = json.loads(json.dumps(released))
    for cell in notebook["cells"]:
        scenario = cell["metadata"].get("genuinely", {}).get("scenario")
        if scenario and cell["metadata"]["nbgrader"]["solution"]:
            cell["source"] = f"%%rewrite {scenario}\n{draw.choice(messages[scenario])}\n\nNumber {number} on your list"
    return notebook


def scores(course: Path) -> dict[str, str]:
    """Return what nbgrader exports as each student's score."""
    _nbgrader(course, "export", "--to=grades.csv")
    with (course / "grades.csv").open(encoding="utf-8", newline="") as file:
        return {row["student_id"]: row["score"] for row in csv.DictReader(file)}


def _nbgrader(course: Path, *words: str) -> Cost:
    return measured([sys.executable, "-m", "nbgrader", *words], course)


def _grade(course: Path, workers: int, *words: str) -> Cost:
    return measured([sys.executable, "-m", "genuinely", "grade", ASSIGNMENT, "--workers", str(workers), *words], course)


def _feedback(course: Path) -> Cost:
    return measured([sys.executable, "-m", "genuinely", "feedback", ASSIGNMENT], course)


def _report(course: Path) -> Cost:
    return measured([sys.executable, "-m", "genuinely", "report", ASSIGNMENT], course)


def measured(command: Sequence[str], course: Path) -> Cost:
    """Run a command in a course and return what it cost. Raises CalledProcessError, with what it said, if it fails."""
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=course, env=environment(course, os.environ), stdout=said, stderr=subprocess.STDOUT
        )
        cpu, memory = _waited(process)
        wall = time.perf_counter() - began
        if process.returncode:
            said.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, said.read().decode("utf-8", "replace"))
    return Cost(wall, cpu, memory)


def _waited(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Wait for a process; return its seconds of processors and the bytes of the largest, its own processes included."""
    if sys.platform == "win32":
        process.wait()
        return 0.0, 0
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return used.ru_utime + used.ru_stime, used.ru_maxrss * unit


def _mb(cost: Cost) -> str:
    return memory_said(cost.memory)


def memory_said(bytes_: int) -> str:
    """Return an amount of memory as it is printed."""
    return f"{bytes_ / 1e6:.0f} MB" if bytes_ else "memory unknown"
