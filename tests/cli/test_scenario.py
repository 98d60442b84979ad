"""A scenario of one's own, as an instructor who does not program makes it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from genuinely.cli.interview import Interrupted, interview
from genuinely.cli.main import main
from genuinely.scenarios import Scenario, load_scenario
from genuinely.scenarios.making import as_toml, given_of

COAT_RACK = given_of(load_scenario("coat-rack"))


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is a course, with the work going on in a folder below."""
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\n", encoding="utf-8")
    (tmp_path / "gradebook").mkdir()
    monkeypatch.chdir(tmp_path / "gradebook")
    monkeypatch.setenv("JUPYTER_CONFIG_DIR", str(tmp_path / "jupyter"))
    return tmp_path


def typing(lines: Iterable[str]) -> Callable[[str], str]:
    """Return what stands in for a terminal on which these lines are typed, one after the other."""
    left = iter(lines)

    def ask(prompt: str) -> str:
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    return ask


def answers() -> Iterator[str]:
    """Yield what is typed for the card coat-rack, with a slip of every kind."""
    yield from ("", COAT_RACK["title"], "9", "3", "follow_up", "email", COAT_RACK["situation"])
    yield from (".", *COAT_RACK["draft"].splitlines(), ".")
    yield from (COAT_RACK["sender.name"], COAT_RACK["sender.role"], "", *COAT_RACK["sender.facts"], "")
    yield from (COAT_RACK["recipient.name"], COAT_RACK["recipient.role"], *COAT_RACK["recipient.goals"], "")
    yield from (*COAT_RACK["recipient.facts"], "", "clear_ask=nothing", "kindness=2")
    yield " ".join(f"{name}={weight:g}" for name, weight in COAT_RACK["criteria"].items())


def test_the_questions_make_a_card_and_answer_slips() -> None:
    said: list[str] = []
    given = interview(typing(answers()), said.append)
    assert given == COAT_RACK
    told = "\n".join(said)
    assert "1 of 14." in told
    assert "Type a number from 1 to 4." in told
    assert told.count("Something has to be said here.") == 3
    assert "'kindness' is not one of" in told
    assert "Usual for this kind: clear_ask=2" in told


def test_stopping_keeps_what_was_said() -> None:
    with pytest.raises(Interrupted) as stopped:
        interview(typing(["A title", "1"]), lambda text: None)
    assert stopped.value.given == {"title": "A title", "theme": "exchange"}


def test_a_file_to_fill_in_is_made_beside_the_settings_of_the_course(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new-scenario", "tide-tables", "--file"]) == 0
    file = course / "scenarios" / "tide-tables.toml"
    assert 'id = "tide-tables"' in file.read_text(encoding="utf-8")
    assert str(file) in capsys.readouterr().out
    assert main(["check-scenario", "tide-tables"]) == 1
    assert "It cannot be used yet" in capsys.readouterr().out
    assert main(["new-scenario", "tide-tables", "--file"]) == 1
    assert "is there already" in capsys.readouterr().err


def test_on_a_terminal_it_asks_and_then_checks(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("builtins.input", typing(answers()))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert main(["new-scenario", "by-the-coats"]) == 0
    assert Scenario.from_toml(course / "scenarios" / "by-the-coats.toml").draft == COAT_RACK["draft"]
    told = capsys.readouterr().out
    assert "by-the-coats: it can be used." in told
    assert "like the 94 cards on which the checker was measured" in told


@pytest.mark.parametrize(
    ("id", "said"), [("Tide Tables", "is no id"), ("../x", "is no id"), ("coat-rack", "has a card")]
)
def test_an_id_that_will_not_do_is_refused(
    id: str, said: str, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new-scenario", id, "--file"]) == 1
    assert said in capsys.readouterr().err
    assert not (course / "scenarios").exists()


def check(course: Path, capsys: pytest.CaptureFixture[str], **changes: Any) -> str:
    file = course / "own.toml"
    file.write_text(as_toml("own", {**COAT_RACK, **changes}), encoding="utf-8")
    assert main(["check-scenario", str(file)]) == 0
    return capsys.readouterr().out


def test_a_card_outside_of_what_was_measured_is_told_so(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = check(course, capsys, kind="thank_you", channel="chat")
    assert "Outside of the 94 cards on which the checker was measured:" in told
    assert "none is of the kind thank_you by chat" in told
    assert "read more of the answers yourself" in told


def test_a_card_of_the_course_is_known(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-scenario", "coat-rack"]) == 0
    assert "a card of the course" in capsys.readouterr().out


def test_a_card_that_is_nowhere_is_said(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check-scenario", "nowhere"]) == 1
    assert "Those of your own are: none." in capsys.readouterr().err


def test_own_cards_are_in_the_list_and_on_a_page(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "scenarios").mkdir()
    (course / "scenarios" / "own.toml").write_text(as_toml("own", {**COAT_RACK, "title": "Mine"}), encoding="utf-8")
    assert main(["scenarios"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].split() == ["own", "create", "follow_up", "email", "Mine"]
    assert main(["scenarios", "own"]) == 0
    assert capsys.readouterr().out.startswith("Mine")
    (course / "scenarios" / "own.toml").write_text("id = 1", encoding="utf-8")
    assert main(["scenarios", "own"]) == 1
    assert "own.toml" in capsys.readouterr().err
