"""Every version, in a file that a person can read."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
from datetime import datetime
from pathlib import Path

import pytest

from genuinely.keeping import NotKeptError, file_of, keep, kept, take_set_aside, work_folder
from genuinely.keeping import files as keeping_files


@pytest.fixture(autouse=True)
def nothing_set_aside() -> None:
    take_set_aside()


def test_versions_come_back_oldest_first() -> None:
    keep("messages", "coat-rack", {"text": "one"})
    keep("messages", "coat-rack", {"text": "two"})
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == ["one", "two"]


def test_nothing_kept_is_nothing() -> None:
    assert kept("messages", "coat-rack") == ()


def test_a_person_can_read_the_file() -> None:
    keep("journal", "plan", {"text": "Grüße an Łucja"})
    text = file_of("journal", "plan").read_text(encoding="utf-8")
    assert "Grüße an Łucja" in text
    assert '\n  "entries": [\n' in text


def test_each_version_has_its_time() -> None:
    keep("journal", "plan", {"text": "one"})
    assert datetime.fromisoformat(kept("journal", "plan")[0]["time"]).tzinfo is not None


def test_the_same_again_is_not_kept_twice() -> None:
    for text in ("one", "one", "two", "one"):
        keep("messages", "coat-rack", {"text": text, "marks": (1, 2)})
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == ["one", "two", "one"]


def test_nothing_is_read_or_written_while_nbgrader_executes(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("messages", "coat-rack", {"text": "mine"})
    before = file_of("messages", "coat-rack").read_bytes()
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    keep("messages", "coat-rack", {"text": "graded"})
    assert kept("messages", "coat-rack") == ()
    assert file_of("messages", "coat-rack").read_bytes() == before


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"entries": 3}', b'{"entries": [1]}', b'{"kind": "messages"}']
)
def test_a_damaged_file_is_set_aside_untouched(damage: bytes) -> None:
    file = file_of("messages", "coat-rack")
    file.parent.mkdir(parents=True)
    file.write_bytes(damage)
    keep("messages", "coat-rack", {"text": "new"})
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == ["new"]
    (aside,) = take_set_aside()
    assert aside.now.read_bytes() == damage
    assert str(datetime.now().year) in aside.now.name


def test_a_damaged_file_is_told_of_once() -> None:
    file = file_of("messages", "coat-rack")
    file.parent.mkdir(parents=True)
    file.write_bytes(b"{")
    kept("messages", "coat-rack")
    kept("messages", "coat-rack")
    assert len(take_set_aside()) == 1
    assert take_set_aside() == ()


def test_two_damaged_files_of_one_second_are_both_there() -> None:
    file = file_of("messages", "coat-rack")
    file.parent.mkdir(parents=True)
    for damage in (b"{", b"["):
        file.write_bytes(damage)
        kept("messages", "coat-rack")
    assert {aside.now.read_bytes() for aside in take_set_aside()} == {b"{", b"["}


def test_an_editor_s_byte_order_mark_is_no_damage() -> None:
    keep("messages", "coat-rack", {"text": "one"})
    file = file_of("messages", "coat-rack")
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert kept("messages", "coat-rack")[0]["text"] == "one"


def test_half_a_character_does_not_cost_the_rest() -> None:
    keep("messages", "coat-rack", {"text": "Dear \ud83d Marcus"})
    assert kept("messages", "coat-rack")[0]["text"] == "Dear ? Marcus"


@pytest.mark.parametrize(
    ("code", "why"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EROFS, "read_only"),
        (errno.EACCES, "read_only"),
        (errno.EIO, "other"),
    ],
)
def test_a_disk_that_refuses_says_why_and_loses_nothing(code: int, why: str, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("messages", "coat-rack", {"text": "one"})

    def refuse(_: int) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        with pytest.raises(NotKeptError) as caught:
            keep("messages", "coat-rack", {"text": "two"})
    assert caught.value.why == why
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == ["one"]
    assert [file.name for file in file_of("messages", "coat-rack").parent.iterdir()] == ["coat-rack.json"]


def test_a_file_in_the_folder_s_place_is_not_a_crash(home: Path) -> None:
    (home / "genuinely").write_text("a file", encoding="utf-8")
    with pytest.raises(NotKeptError):
        keep("messages", "coat-rack", {"text": "one"})


def test_a_writer_that_holds_the_lock_makes_the_other_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping_files, "WAIT_AT_MOST", 0.05)
    keep("messages", "coat-rack", {"text": "one"})
    file_of("messages", "coat-rack").with_name("coat-rack.json.lock").touch()
    with pytest.raises(NotKeptError) as caught:
        keep("messages", "coat-rack", {"text": "two"})
    assert caught.value.why == "busy"


def test_a_lock_left_over_from_a_dead_process_is_passed_by() -> None:
    keep("messages", "coat-rack", {"text": "one"})
    lock = file_of("messages", "coat-rack").with_name("coat-rack.json.lock")
    lock.touch()
    os.utime(lock, (0, 0))
    keep("messages", "coat-rack", {"text": "two"})
    assert len(kept("messages", "coat-rack")) == 2
    assert not lock.exists()


def test_a_file_that_is_briefly_held_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    real, calls = Path.replace, []

    def held_twice(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) < 3:
            raise PermissionError(errno.EACCES, "held by a scanner")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held_twice)
    keep("messages", "coat-rack", {"text": "one"})
    assert len(kept("messages", "coat-rack")) == 1


def _keep_twenty(home: str, writer: int) -> None:
    os.environ["GENUINELY_HOME"] = home
    for number in range(20):
        keep("messages", "coat-rack", {"text": f"{writer}-{number}"})


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path))
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_keep_twenty, args=(str(tmp_path), n)) for n in range(3)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    texts = [entry["text"] for entry in kept("messages", "coat-rack")]
    assert sorted(texts) == sorted(f"{writer}-{number}" for writer in range(3) for number in range(20))


def test_files_lie_in_the_work_folder() -> None:
    assert file_of("messages", "coat-rack") == work_folder() / "messages" / "coat-rack.json"
    keep("messages", "coat-rack", {"text": "one"})
    assert json.loads(file_of("messages", "coat-rack").read_text(encoding="utf-8"))["name"] == "coat-rack"
