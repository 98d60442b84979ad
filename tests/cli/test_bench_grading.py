"""The bench of grading on a class of three: every figure has its line, and both give the same scores."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from genuinely.cli import bench_large
from genuinely.cli.bench_grading import measured, rated, report

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.slow
def test_every_figure_has_a_line_with_its_target() -> None:
    lines = list(report(REPOSITORY, students=3, growth=(4,)))
    assert len(lines) == 13
    targets = [int(found[1]) for line in lines if (found := re.search(r"\(target: (\d+)\)", line))]
    assert targets == [20, 40, 300, 10]
    assert lines[8].startswith("scores                   the same")
    assert [line.split()[:3] for line in lines[9:]] == [
        ["4", "with", name] for name in ("grade", "feedback", "report", "all")
    ]
    assert "350 MB" in lines[12]


@pytest.mark.slow
def test_a_class_on_dask_is_told_with_the_memory_of_both_sides() -> None:
    (line,) = bench_large.report(REPOSITORY, sizes=(4,))
    assert line.split()[:4] == ["4", "submissions", "on", "Dask"]
    assert len(re.findall(r"\d+ MB, largest worker \d+ MB|memory unknown", line)) >= 1


def test_there_are_rated_messages_for_every_scenario_of_the_problem_set() -> None:
    messages = rated(REPOSITORY)
    for scenario in ("bank-chatbot-repairs", "history-phd-payments-panel", "slack-hard-negatives"):
        assert len(messages[scenario]) >= 10


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="exit status 3") as caught:
        measured([sys.executable, "-c", "print('why'); raise SystemExit(3)"], tmp_path)
    assert "why" in caught.value.output  # type: ignore[attr-defined]
