"""`genuinely runsheet` and `genuinely pack`, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.cli.main import main


def test_a_run_sheet_is_written_into_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["runsheet", "--minutes", "60", "--people", "30", "--devices", "all", "--start", "9:30"]) == 0
    said = capsys.readouterr().out
    files = sorted(file.name for file in tmp_path.iterdir())
    assert files == ["minute-card.html", "run-sheet.html", "run-sheet.md"]
    assert all(name in said for name in files)
    assert "Begins at 9:30, ends at 10:30." in (tmp_path / "run-sheet.md").read_text(encoding="utf-8")


def test_a_pack_has_a_folder_of_its_own_and_says_where_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["pack", "--minutes", "90"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert str(Path("workshop-90-minutes", "START-HERE.html")) in last
    assert (tmp_path / "workshop-90-minutes" / "START-HERE.html").is_file()


def test_another_folder_can_be_named(tmp_path: Path) -> None:
    assert main(["pack", "--minutes", "75", "--online", "--to", str(tmp_path / "mine")]) == 0
    assert (tmp_path / "mine" / "sheets.txt").is_file()


@pytest.mark.parametrize("command", ["runsheet", "pack"])
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--minutes", "45"], "60 to 180 minutes, and 45"),
        (["--minutes", "90", "--people", "3"], "10 to 200 people, and 3"),
        (["--minutes", "90", "--devices", "few"], "none, some, all"),
        (["--minutes", "90", "--start", "noon"], "such as 14:00"),
    ],
)
def test_what_cannot_be_made_gets_one_clear_sentence_and_no_file(
    command: str, words: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, *words, "--to", str(tmp_path / "new")]) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert len(said.err.splitlines()) == 1
    assert said.out == ""
    assert not (tmp_path / "new").exists()
