"""`genuinely grade`, as an instructor types it."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.cli.grade import summary
from genuinely.cli.main import main
from genuinely.grading.marking import Score
from genuinely.grading.report import Report
from genuinely.grading.trouble import SubmissionError


def test_the_summary_counts_and_names_what_is_left() -> None:
    report = Report(total=3, graded=["ada"], unchanged=["bob"], by_hand=2)
    report.add("ada", "ps2", [Score("score-a", 0.0, 30.0, True, "A slot is open.", 12.5)])
    report.troubles.append(("cyd\x1b[2J", SubmissionError("The file is empty.", "Ask for it again.")))
    report.notes.append(("bob", "timestamp.txt says no time."))
    lines = "\n".join(summary("ps2", report, dry_run=True))
    assert "1 graded, 1 graded before and unchanged, 1 could not be graded" in lines
    assert "ada, score-a: 0 of 30, about 12.5 at stake. A slot is open." in lines
    assert "by hand, as every such answer is: 2" in lines
    assert "The file is empty. Ask for it again." in lines
    assert "bob: timestamp.txt says no time." in lines
    assert "nothing was written" in lines
    assert "\x1b" not in lines


def test_the_list_is_cut_where_it_is_long() -> None:
    report = Report(total=30, graded=["ada"])
    report.add("ada", "ps2", [Score(f"score-{n}", 0.0, 30.0, True, "Look.", float(n)) for n in range(30)])
    lines = list(summary("ps2", report, dry_run=False))
    assert sum("at stake. Look." in line for line in lines) == 20
    assert "score-29" in next(line for line in lines if "at stake. Look." in line)
    assert "  and 10 more" in lines


def test_outside_a_course_it_is_refused_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["grade", "ps2-interest"]) == 1
    assert "Go to the folder of the course." in capsys.readouterr().err


@pytest.mark.parametrize("workers", ["0", "-1", "two"])
def test_a_number_of_processes_is_one_or_more(workers: str) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["grade", "ps2-interest", "--workers", workers])
    assert stop.value.code == 2
