"""`genuinely handouts` and `genuinely slides`, as somebody types them."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.cli.main import main


def test_the_handouts_of_a_lesson_are_written_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "to print"
    assert main(["handouts", "02", "--paper", "--to", str(folder)]) == 0
    said = capsys.readouterr().out
    files = sorted(file.name for file in folder.iterdir())
    assert {"index.html", "rubric.html", "self-check.html", "02-leading.html", "02-cold.html"} <= set(files)
    assert not [name for name in files if name.startswith(("01", "03"))]
    for name in files:
        assert name in said
    assert str(folder / "index.html") in said


def test_large_print_is_made_when_asked_for(tmp_path: Path) -> None:
    assert main(["handouts", "05", "--large", "--to", str(tmp_path)]) == 0
    assert 'class="handout large"' in (tmp_path / "rubric.html").read_text(encoding="utf-8")
    assert not (tmp_path / "self-check.html").exists()


def test_the_slides_of_two_lessons_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["slides", "02_genuinely_interested", "03", "--to", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    for name in ("slides-02_genuinely_interested.html", "slides-03_create_something_new.html"):
        assert (tmp_path / name).is_file()
        assert str(tmp_path / name) in said


@pytest.mark.parametrize("command", ["handouts", "slides"])
def test_an_unknown_lesson_is_refused_with_those_there_are(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, "09", "--to", str(tmp_path)]) == 1
    assert "02_genuinely_interested" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["handouts", "slides"])
def test_a_folder_that_cannot_be_made_is_told(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("tea", encoding="utf-8")
    assert main([command, "02", "--to", str(tmp_path / "file" / "in it")]) == 1
    assert "file" in capsys.readouterr().err
