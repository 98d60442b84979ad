"""Regular files alone, and no link at any level."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from genuinely.grading.plain_files import entries, plain_folder, read_plain
from genuinely.grading.trouble import SubmissionError

HELD = b"held"


@pytest.fixture
def submitted(tmp_path: Path) -> Path:
    """A tree with one submission, and a secret beside it."""
    (tmp_path / "secret").write_bytes(b"secret")
    folder = tmp_path / "submitted" / "ada" / "ps2"
    folder.mkdir(parents=True)
    (folder / "ps2.ipynb").write_bytes(HELD)
    return tmp_path / "submitted"


def link(place: Path, target: Path) -> None:
    try:
        place.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:  # Windows, without the right to make links
        assert sys.platform == "win32"
        pytest.skip("this user may not make links")


def fault(submitted: Path, *parts: str) -> str:
    with pytest.raises(SubmissionError) as caught:
        read_plain(submitted, *parts, most=100)
    return str(caught.value)


def test_a_plain_file_is_read(submitted: Path) -> None:
    assert read_plain(submitted, "ada", "ps2", "ps2.ipynb", most=4) == HELD


def test_what_is_not_there_is_none(submitted: Path) -> None:
    for parts in (("bob", "ps2", "ps2.ipynb"), ("ada", "ps3", "ps2.ipynb"), ("ada", "ps2", "other.ipynb")):
        assert read_plain(submitted, *parts, most=4) is None
    assert read_plain(submitted, "ada", "ps2", "ps2.ipynb", "deeper", most=4) is None


def test_too_long_a_file_is_refused(submitted: Path) -> None:
    with pytest.raises(SubmissionError, match="more than 3 bytes"):
        read_plain(submitted, "ada", "ps2", "ps2.ipynb", most=3)


def test_a_link_for_a_file_is_refused(submitted: Path) -> None:
    link(submitted / "ada" / "ps2" / "linked.ipynb", submitted.parent / "secret")
    assert "linked.ipynb is a link" in fault(submitted, "ada", "ps2", "linked.ipynb")


def test_a_link_that_leads_nowhere_is_refused_too(submitted: Path) -> None:
    link(submitted / "ada" / "ps2" / "linked.ipynb", submitted / "nowhere")
    assert "linked.ipynb is a link" in fault(submitted, "ada", "ps2", "linked.ipynb")


@pytest.mark.parametrize("level", ["student", "assignment"])
def test_a_link_for_a_folder_above_is_refused(submitted: Path, level: str) -> None:
    place = submitted / "bob"
    if level == "student":
        link(place, submitted / "ada")
    else:
        place.mkdir()
        link(place / "ps2", submitted / "ada" / "ps2")
    assert "is a link" in fault(submitted, "bob", "ps2", "ps2.ipynb")
    with pytest.raises(SubmissionError, match="is a link"):
        plain_folder(submitted, "bob", "ps2")


def test_the_instructors_own_root_may_be_a_link(submitted: Path) -> None:
    link(submitted.parent / "elsewhere", submitted)
    assert read_plain(submitted.parent / "elsewhere", "ada", "ps2", "ps2.ipynb", most=4) == HELD


def test_a_folder_for_a_file_is_refused(submitted: Path) -> None:
    (submitted / "ada" / "ps2" / "folder.ipynb").mkdir()
    assert "is not a file" in fault(submitted, "ada", "ps2", "folder.ipynb")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_is_refused_and_does_not_hold_up(submitted: Path) -> None:
    os.mkfifo(submitted / "ada" / "ps2" / "pipe.ipynb")
    assert "is not a file" in fault(submitted, "ada", "ps2", "pipe.ipynb")


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid"), reason="rights are others on Windows")
def test_a_file_that_may_not_be_read_is_named(submitted: Path) -> None:
    file = submitted / "ada" / "ps2" / "ps2.ipynb"
    file.chmod(0)
    if os.access(file, os.R_OK):  # the superuser may read everything
        assert read_plain(submitted, "ada", "ps2", "ps2.ipynb", most=4) == HELD
    else:
        assert "cannot be opened" in fault(submitted, "ada", "ps2", "ps2.ipynb")


def test_entries_are_the_folders_and_links_in_their_order(submitted: Path) -> None:
    (submitted / "zoe").mkdir()
    (submitted / ".ipynb_checkpoints").mkdir()
    (submitted / "roster.csv").touch()
    link(submitted / "linked", submitted / "ada")
    assert list(entries(submitted)) == ["ada", "linked", "zoe"]
