"""Work taken along from one server and brought back on another."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from genuinely.keeping import NotABundleError, keep, kept, pack, unpack, work_folder


def test_what_was_taken_along_comes_back_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("messages", "coat-rack", {"text": "Dear Gergely"})
    keep("own", "Ünä", {"text": "Hallo"})
    packed = pack()
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path / "elsewhere"))
    assert unpack(packed) == 2
    assert kept("messages", "coat-rack")[-1]["text"] == "Dear Gergely"
    assert kept("own", "Ünä")[-1]["text"] == "Hallo"


def test_versions_from_both_sides_are_put_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep("messages", "coat-rack", {"text": "one"})
    packed = pack()
    keep("messages", "coat-rack", {"text": "two"})
    assert unpack(packed) == 1
    assert [entry["text"] for entry in kept("messages", "coat-rack")] == ["one", "two"]


def archive(**files: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for path, text in files.items():
            made.writestr(path.replace("__", "/"), text)
    return out.getvalue()


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        b"no archive",
        archive(),
        archive(a="{}"),
        archive(**{"../evil.json": '{"kind": "..", "name": "evil", "entries": []}'}),
        archive(**{"messages/x.json": '{"kind": "messages", "name": "x", "entries": [1]}'}),
        archive(**{"messages/x.json": '{"kind": "other", "name": "x", "entries": []}'}),
    ],
)
def test_another_file_is_refused_and_changes_nothing(packed: bytes) -> None:
    with pytest.raises(NotABundleError):
        unpack(packed)
    assert list(work_folder().glob("**/*.json")) == []
