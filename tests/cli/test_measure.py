"""`genuinely measure` on the repository's own rated messages."""

from __future__ import annotations

import io
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from genuinely.cli.main import main
from genuinely.cli.measure import held_out, raters
from genuinely.resources import data
from genuinely.scenarios import CRITERIA


@pytest.fixture(scope="module")
def ratings() -> Path:
    folder = data("ratings")
    assert isinstance(folder, Path)
    return folder


@pytest.fixture(scope="module")
def printed() -> str:
    """What the command prints."""
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["measure"]) == 0
    return out.getvalue()


def figures(line: str) -> list[float]:
    """The numbers with a point in a line."""
    return [float(number) for number in re.findall(r"-?\d\.\d+", line)]


def test_it_prints_a_row_for_each_criterion_and_their_mean(printed: str) -> None:
    firsts = {line.split()[0]: line for line in printed.splitlines() if line.strip()}
    rows = {name: line for name, line in firsts.items() if name in (*CRITERIA, "mean")}
    assert list(rows) == [*CRITERIA, "mean"]
    kappas = [figures(rows[criterion])[0] for criterion in CRITERIA]
    assert figures(rows["mean"])[0] == pytest.approx(sum(kappas) / len(kappas), abs=0.006)
    assert all(-1 <= kappa <= 1 for kappa in kappas)


def test_an_interval_holds_its_figure(printed: str) -> None:
    for line in printed.splitlines():
        if line.split()[:1] and line.split()[0] in CRITERIA:
            kappa, low, high, *_ = figures(line)
            assert low <= kappa <= high


def test_it_says_who_the_raters_are_and_what_has_not_been_measured(printed: str) -> None:
    assert "language models" in printed
    assert "agreement with people has not been measured" in printed
    assert "scenarios held out" in printed


def test_every_rated_message_and_criterion_is_in_it(ratings: Path) -> None:
    rows = held_out(ratings)
    count = len((ratings / "messages.jsonl").read_text(encoding="utf-8").splitlines())
    assert sum(row.criterion == "context" for row in rows) == count
    assert {row.criterion for row in rows} == set(CRITERIA)


def test_levels_and_certainties_are_such(ratings: Path) -> None:
    for row in held_out(ratings):
        assert row.raters in (0, 1, 2)
        assert row.checker in (0, 1, 2)
        assert 0 <= row.certainty <= 1


def test_raters_are_paired_with_each_other_on_every_criterion(ratings: Path) -> None:
    pairs = raters(ratings)
    assert list(pairs) == list(CRITERIA)
    assert all(len(own) > 50 for own in pairs.values())


def test_without_rated_messages_it_says_where_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("genuinely.cli.measure.data", lambda *parts: tmp_path.joinpath(*parts))
    assert main(["measure"]) == 1
    assert "in the course's repository" in capsys.readouterr().err
