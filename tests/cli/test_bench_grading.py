"""The bench of grading on a class of three: every figure has its line, and both give the same scores."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from genuinely.cli.bench_grading import measured, rated, report

REPOSITORY = Path(__file__).parents[2]


@pytest.mark.slow
def test_every_figure_has_a_line_with_its_target() -> None:
    lines = list(report(REPOSITORY, students=3, growth=(4,)))
    assert len(lines) == 7
    assert [int(found[1]) for line in lines[2:5] if (found := re.search(r"\(target: (\d+)\)", line))] == [20, 40, 300]
    assert "the same" in lines[5]
    assert lines[6].split()[:2] == ["4", "submissions"]


def test_there_are_rated_messages_for_every_scenario_of_the_problem_set() -> None:
    messages = rated(REPOSITORY)
    for scenario in ("bank-chatbot-repairs", "history-phd-payments-panel", "slack-hard-negatives"):
        assert len(messages[scenario]) >= 10


def test_a_command_that_fails_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="exit status 3") as caught:
        measured([sys.executable, "-c", "print('why'); raise SystemExit(3)"], tmp_path)
    assert "why" in caught.value.output  # type: ignore[attr-defined]
