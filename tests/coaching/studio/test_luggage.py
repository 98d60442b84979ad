"""Work taken along from a temporary server, and brought back."""

from __future__ import annotations

from pathlib import Path

from coaching.studio.made import FIRST, ask, session
from genuinely.coaching.studio.luggage import bring_back, take_along
from genuinely.keeping import forget, forgettable


def test_what_was_taken_along_comes_back_on_another_machine(own_folder: Path) -> None:
    ask(session(), "keep", FIRST)
    told, (packed,) = take_along()
    assert told["file"].startswith("genuinely-")
    assert told["file"] in told["said"][0]
    forget(forgettable())
    assert not (own_folder / "my_work").exists()
    assert "files came back" in bring_back(packed)["said"][0]
    assert session().standing.text == FIRST


def test_another_file_changes_nothing() -> None:
    ask(session(), "keep", FIRST)
    assert "was not made by this course's download" in bring_back(b"a picture of soup")["said"][0]
    assert session().standing.text == FIRST
