"""What is kept can be listed, and forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.keeping import file_of, forget, forgettable, keep, kept, kept_files, work_folder


@pytest.fixture
def some() -> Path:
    keep("journal", "Ein Gang", {"text": "one"})
    keep("journal", "Ein Gang", {"text": "two"})
    keep("messages", "coat-rack", {"text": "Dear Gergely"})
    return work_folder()


@pytest.mark.usefixtures("some")
def test_files_are_listed_by_their_names_with_their_versions() -> None:
    found = kept_files()
    assert [(each.kind, each.name, len(each.entries)) for each in found] == [
        ("journal", "Ein Gang", 2),
        ("messages", "coat-rack", 1),
    ]
    assert found[0].first <= found[0].last
    assert [each.name for each in kept_files("messages")] == ["coat-rack"]


def test_what_is_not_ours_or_damaged_is_passed_over_and_left(some: Path) -> None:
    for name, text in (("broken", "{"), ("list", "[]"), ("none", '{"kind": "journal", "name": "x", "entries": []}')):
        (some / "journal" / f"{name}.json").write_text(text, encoding="utf-8")
    assert len(kept_files("journal")) == 1
    assert (some / "journal" / "broken.json").is_file()


@pytest.mark.usefixtures("some")
def test_all_is_forgotten_with_its_folders() -> None:
    assert forget(forgettable()) == ()
    assert not work_folder().exists()
    assert kept("journal", "Ein Gang") == ()


@pytest.mark.usefixtures("some")
def test_one_exercise_is_forgotten_alone() -> None:
    forget(forgettable("journal", "Ein Gang"))
    assert [each.name for each in kept_files()] == ["coat-rack"]


def test_what_was_set_aside_is_forgotten_too_and_other_files_stay(some: Path) -> None:
    file_of("messages", "coat-rack").write_text("{", encoding="utf-8")
    kept("messages", "coat-rack")
    (some / "messages" / "shopping.txt").write_text("tea", encoding="utf-8")
    (some / "portfolio").mkdir()
    (some / "portfolio" / "portfolio-2026-03-02.html").write_text("me", encoding="utf-8")
    assert any("damaged" in file.name for file in forgettable("messages", "coat-rack"))
    forget(forgettable())
    assert [file.name for file in some.rglob("*") if file.is_file()] == ["shopping.txt"]


def test_nothing_beyond_the_folder_is_deleted(some: Path) -> None:
    with pytest.raises(ValueError, match="does not lie in"):
        forget((some.parent / "precious.json",))


@pytest.mark.usefixtures("some")
def test_while_graded_there_is_nothing_to_see(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert kept_files() == ()
    assert forgettable() == ()
