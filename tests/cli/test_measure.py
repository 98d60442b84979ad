"""`genuinely measure` on the repository's own rated messages."""

from __future__ import annotations

import io
import json
import re
import shutil
from contextlib import redirect_stdout
from itertools import islice
from pathlib import Path

import pytest

from genuinely.cli import measure
from genuinely.cli.main import main
from genuinely.cli.measure import Measured
from genuinely.cli.measuring import attacks, kappas, recorded
from genuinely.cli.measuring.curve import curve
from genuinely.cli.measuring.held_out import BASELINES, CHECKERS, FILES
from genuinely.cli.measuring.ratings import NoRatingsError, among_raters, ratings_folder
from genuinely.scenarios import CRITERIA

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def measured() -> Measured:
    return Measured(ratings_folder())


@pytest.fixture(scope="module")
def printed() -> str:
    """What the command prints of agreement."""
    out = io.StringIO()
    with redirect_stdout(out):
        assert main(["measure", "agreement"]) == 0
    return out.getvalue()


@pytest.fixture(scope="module")
def two_readers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ratings with predictions of both readers, here the light one's own."""
    folder = tmp_path_factory.mktemp("ratings")
    for file in ratings_folder().iterdir():
        shutil.copy(file, folder)
    shutil.copy(folder / "held_out_light.jsonl", folder / "held_out.jsonl")
    return folder


def figures(line: str) -> list[float]:
    """The numbers with a point in a line."""
    return [float(number) for number in re.findall(r"-?\d\.\d+", line)]


def first_table(printed: str) -> dict[str, str]:
    """The lines of the first table by their first word."""
    table: dict[str, str] = {}
    for line in printed.splitlines():
        name = line.split()[0] if line.split() else ""
        if name in (*CRITERIA, "mean"):
            table.setdefault(name, line)
    return table


def test_it_prints_a_row_for_each_criterion_and_their_mean(printed: str) -> None:
    rows = first_table(printed)
    assert list(rows) == [*CRITERIA, "mean"]
    kappas = [figures(rows[criterion])[0] for criterion in CRITERIA]
    assert figures(rows["mean"])[0] == pytest.approx(sum(kappas) / len(kappas), abs=0.006)


def test_an_interval_holds_its_figure(printed: str) -> None:
    for line in first_table(printed).values():
        kappa, low, high, *_ = figures(line)
        assert low <= kappa <= high


def test_raters_and_three_baselines_stand_beside_it(printed: str) -> None:
    (title,) = (line for line in printed.splitlines() if line.startswith("criterion") and "raters" in line)
    assert title.split()[-4:] == ["raters", *BASELINES]
    mean = figures(first_table(printed)["mean"])
    ours, raters, simple = mean[0], mean[-4], mean[-3:]
    assert max(simple) < ours < raters


def test_it_says_who_the_raters_are_and_what_has_not_been_measured(printed: str) -> None:
    assert "language models" in printed
    assert "agreement with people has not been measured" in printed
    assert "held out" in printed


def test_a_reader_of_whom_nothing_is_stored_is_told_in_a_sentence(
    two_readers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in two_readers.iterdir():
        if file.name != "held_out.jsonl":
            shutil.copy(file, tmp_path)
    monkeypatch.setattr(measure, "ratings_folder", lambda: tmp_path)
    assert main(["measure", "curve"]) == 0
    assert "There is no held_out.jsonl in data/ratings" in capsys.readouterr().out


def test_both_readers_stand_beside_the_light_one(two_readers: Path) -> None:
    both = Measured(two_readers)
    assert both.best[0] == "both"
    title, row, *_ = kappas.together(both.readers, among_raters(both.messages))
    assert all(name in title for name in CHECKERS.values())
    assert len(figures(row)) == 2 * 3 + 1 + len(BASELINES)


def test_every_reader_said_something_of_every_rated_message_and_criterion(measured: Measured) -> None:
    wanted = [(one.id, criterion) for one in measured.messages for criterion in one.levels]
    for name, rows in measured.readers.items():
        assert name == "both" or rows is not None
        if rows is not None:
            assert [(row.message.id, row.criterion) for row in rows] == wanted


def test_levels_and_probabilities_are_such(measured: Measured) -> None:
    for row in measured.best[1]:
        assert {row.raters, row.checker} <= {0, 1, 2}
        assert sum(row.probabilities) == pytest.approx(1, abs=0.001)


def test_raters_are_paired_with_each_other_on_every_criterion(measured: Measured) -> None:
    pairs = among_raters(measured.messages)
    assert list(pairs) == list(CRITERIA)
    assert all(len(own) > 50 for own in pairs.values())


def test_each_wave_has_a_column_and_messages_in_it(measured: Measured) -> None:
    title, *lines = kappas.each_wave(measured.best[1])
    assert re.findall(r"wave \d", title) == [f"wave {number}" for number in (1, 2, 3, 4, 5)]
    assert len(lines) == len(CRITERIA) + 1
    assert all(len(figures(line)) == 15 for line in lines)


def test_the_curve_has_a_dash_where_nothing_is_stored(two_readers: Path) -> None:
    for name in ("quarter", "half"):
        (two_readers / f"held_out_{name}.jsonl").unlink(missing_ok=True)
    lines = curve(two_readers, Measured(two_readers).messages)
    (both,) = (line for line in lines if line.startswith(CHECKERS["both"]))
    assert both.split().count("-") == 2
    assert len(figures(both)) == 3


def test_no_criterion_has_fallen_below_what_was_recorded(measured: Measured) -> None:
    """To record new figures: genuinely measure agreement --record."""
    before = recorded.recorded(measured.folder)
    assert set(before) == {name for name in CHECKERS if (measured.folder / f"{FILES[name]}.jsonl").is_file()}
    assert recorded.fallen(recorded.figures(measured.readers), before) == []


def test_a_fall_is_told_with_both_figures() -> None:
    before = {"light": {"context": 0.70, "easy_no": 0.90}}
    assert recorded.fallen({"light": {"context": 0.671, "easy_no": 0.95}}, before) == []
    (told,) = recorded.fallen({"light": {"context": 0.669, "easy_no": 0.95}}, before)
    assert told == "light, context: 0.669, recorded as 0.700"
    assert len(recorded.fallen({}, before)) == 2


def test_figures_are_recorded_when_asked(
    two_readers: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measure, "ratings_folder", lambda: two_readers)
    (two_readers / "recorded.json").unlink(missing_ok=True)
    assert main(["measure", "curve", "--record"]) == 0
    assert "recorded.json" in capsys.readouterr().out
    found = json.loads((two_readers / "recorded.json").read_text(encoding="utf-8"))
    assert {name: list(row) for name, row in found.items()} == {name: list(CRITERIA) for name in CHECKERS}


def test_the_readme_has_the_recorded_figures(measured: Measured) -> None:
    """The table's first figure of each row, in the rubric's order, is the kappa of the checker as it runs."""
    readme = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    table = readme.split("| criterion |")[1].split("\n\n")[0].splitlines()[2:]
    shown = [float(re.findall(r"\d\.\d\d", line)[0]) for line in table]
    now = recorded.figures(measured.readers)[measured.best[0]]
    expected = [*now.values(), sum(now.values()) / len(now)]
    assert shown == [pytest.approx(figure, abs=0.0051) for figure in expected]


def test_a_family_of_attack_has_a_line() -> None:
    title, *lines = islice(attacks.attack_lines(attacks.tests_folder(REPOSITORY), every=12), 3)
    assert "flagged" in title
    assert all(line.endswith("held") for line in lines)


def test_each_further_set_of_wordings_has_a_line_that_names_what_is_not_held() -> None:
    lines = list(attacks.other_wordings(attacks.tests_folder(REPOSITORY), every=24))
    assert [line.split()[4] for line in lines] == [f"{name}.toml:" for name in attacks.OTHER_WORDINGS]
    assert all(re.search(r": \d+ of \d+ held; not: .+\.$", line) for line in lines)


@pytest.mark.parametrize("file", attacks.HONEST)
def test_flags_on_honest_messages_are_counted(file: str) -> None:
    lines = list(attacks.honest_lines(attacks.tests_folder(REPOSITORY), file))
    assert re.fullmatch(r"\d+ of \d+ honest messages flagged \(target: none\)\.", lines[-1])
    assert len(lines) >= 8 + 2


def test_an_unknown_part_is_answered_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "agrement"]) == 1
    assert "agreement, curve, certainty" in capsys.readouterr().err


def test_without_rated_messages_it_says_where_they_are(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def nowhere() -> Path:
        raise NoRatingsError

    monkeypatch.setattr(measure, "ratings_folder", nowhere)
    assert main(["measure"]) == 1
    assert "in the course's repository" in capsys.readouterr().err


def test_without_tests_it_says_where_they_are(tmp_path: Path) -> None:
    with pytest.raises(attacks.NoTestsError, match="in the course's repository"):
        attacks.tests_folder(tmp_path)
