"""The command line, as somebody types it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from genuinely.cli.bench import seconds, set_up_seconds, size
from genuinely.cli.lab import arguments
from genuinely.cli.main import COMMANDS, main
from genuinely.cli.repository import FIRST_LESSON, repository
from genuinely.keeping import work_folder
from genuinely.scenarios import load_scenario, load_scenarios

REPOSITORY = Path(__file__).parents[2]


def test_help_says_in_one_line_each_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["--help"])
    assert stop.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    described = [line.split()[0] for line in lines if line.startswith("    ") and len(line.split()) > 2]
    assert described == list(COMMANDS)


def test_no_command_is_answered_with_the_same_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "scenarios" in capsys.readouterr().out


def test_an_unknown_command_is_refused_with_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["asess"])
    assert stop.value.code == 2
    assert "assess" in capsys.readouterr().err


def test_a_light_command_imports_nothing_heavy() -> None:
    code = "import sys; from genuinely.cli.main import main; main(['where']); print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    ).stdout.split()
    assert {"pandas", "matplotlib", "jupyterlab", "nbgrader", "IPython"}.isdisjoint(loaded)


def test_scenarios_has_a_line_for_each_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(load_scenarios())
    (line,) = (line for line in lines if line.startswith("coat-rack "))
    card = load_scenario("coat-rack")
    assert line.split()[1:4] == [card.theme, card.kind, card.channel]
    assert line.endswith(card.title)


def test_scenarios_shows_a_card_with_its_draft(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scenarios", "coat-rack"]) == 0
    shown = capsys.readouterr().out
    card = load_scenario("coat-rack")
    assert card.situation in shown
    assert card.draft.splitlines()[0] in shown


@pytest.mark.parametrize("words", [["scenarios", "coat-rak"], ["assess", "coat-rak", "-"]])
def test_a_wrong_id_is_answered_with_the_near_ones(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 1
    assert "coat-rack" in capsys.readouterr().err


def test_assess_reads_a_file_and_quotes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "message.txt"
    file.write_bytes("\ufeffDear Gergely,\r\nI would love to pick your brain.".encode())
    assert main(["assess", "coat-rack", str(file)]) == 0
    assert "pick your brain" in capsys.readouterr().out


def test_assess_prints_the_whole_assessment_as_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Dear Gergely, one question.")))
    assert main(["assess", "--json", "coat-rack", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found["levels"]) == {*load_scenario("coat-rack").criteria, "context"}


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    for name in ("latin.txt", "missing.txt"):
        assert main(["assess", "coat-rack", str(tmp_path / name)]) == 1
        assert f"{name} cannot be read as UTF-8 text" in capsys.readouterr().err


def test_where_prints_the_folder_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["where"]) == 0
    assert capsys.readouterr().out == f"{work_folder()}\n"


def test_the_repository_is_found_from_anywhere(tmp_path: Path) -> None:
    assert repository(tmp_path) == REPOSITORY


def test_lab_opens_the_first_lesson_at_the_repository_and_passes_words_on(tmp_path: Path) -> None:
    assert arguments(tmp_path, ["--no-browser"]) == [
        f"--ServerApp.root_dir={tmp_path}",
        "--no-browser",
        str(tmp_path / FIRST_LESSON),
    ]


def test_there_is_a_first_lesson() -> None:
    assert (REPOSITORY / FIRST_LESSON).is_file()


def test_a_length_and_a_size_are_measured(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "file").write_bytes(b"12345")
    assert size(tmp_path) == 5
    assert seconds([sys.executable, "-c", "import time; time.sleep(0.1)"]) >= 0.1
    assert set_up_seconds(tmp_path) is None
