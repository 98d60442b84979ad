"""Taking along, starting afresh and forgetting, as somebody types them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from genuinely.cli.main import main
from genuinely.keeping import keep


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which something is kept, and nobody at the keyboard."""
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path))
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    keep("journal", "02-plan", {"answers": {"sign": "the kettle", "whom": "Ada Lovelace"}})
    keep("own", "mine", {"text": "Dear Grace"})
    return tmp_path / "my_work"


class Keyboard(io.StringIO):
    def isatty(self) -> bool:
        return True


def page_of(home: Path) -> str:
    (page,) = (home / "portfolio").glob("*.md")
    return page.read_text(encoding="utf-8")


def test_where_nobody_can_be_asked_names_and_own_messages_stay_out(home: Path) -> None:
    assert main(["portfolio"]) == 0
    assert "Ada" not in page_of(home)
    assert "Grace" not in page_of(home)


def test_it_asks_and_takes_yes_for_yes(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("y\n\n"))
    assert main(["portfolio"]) == 0
    assert "Include your own messages" in capsys.readouterr().out
    assert "Ada Lovelace" in page_of(home)
    assert "Grace" not in page_of(home)


def test_options_answer_in_advance(home: Path) -> None:
    assert main(["portfolio", "--names", "--own"]) == 0
    assert "Ada Lovelace" in page_of(home)
    assert "Dear Grace" in page_of(home)


def test_fresh_lists_the_lessons_and_refuses_an_unknown_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fresh"]) == 0
    assert "02_genuinely_interested" in capsys.readouterr().out
    assert main(["fresh", "99"]) == 1
    assert "no lesson called '99'" in capsys.readouterr().err


def test_fresh_away_from_the_course_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["fresh", "02"]) == 1
    assert "The lessons are not here" in capsys.readouterr().err


@pytest.mark.parametrize("answer", ["", "yes\n", "no\n"])
def test_forget_wants_the_word(
    answer: str, home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard(answer))
    assert main(["forget"]) == 1
    shown = capsys.readouterr().out
    assert "journal/02-plan.json" in shown
    assert "Nothing was deleted" in shown
    assert (home / "journal" / "02-plan.json").is_file()


def test_forget_deletes_once_the_word_is_typed(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("forget\n"))
    assert main(["forget"]) == 0
    assert "Deleted for good, files: 2." in capsys.readouterr().out
    assert not home.exists()


def test_forget_can_be_narrowed(home: Path) -> None:
    assert main(["forget", "journal", "02-plan", "--yes"]) == 0
    assert [file.name for file in home.rglob("*.json")] == ["mine.json"]
    assert main(["forget", "journal", "--yes"]) == 0
