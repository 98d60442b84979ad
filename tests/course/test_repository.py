"""What every file of the repository keeps to, so that it works on three systems."""

from __future__ import annotations

import ast
import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path, PurePosixPath

import nbformat
import pytest
from small_course import REPOSITORY

BINARY = {".png", ".bin", ".onnx", ".gz", ".npz", ".woff2"}
LONGEST_PATH = 150
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]$')
RESERVED = {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(1, 10))}
HOSTS = re.compile(r"pypi\.org|pythonhosted|anaconda\.(org|com)|npmjs\.(com|org)|registry\.[a-z-]+\.[a-z]+|/simple/")


@cache
def files() -> tuple[Path, ...]:
    """Return every file that git would commit; in a ZIP without git, every file that is not the reader's own."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=REPOSITORY, capture_output=True
    )
    if listed.returncode == 0:
        names = [name for name in listed.stdout.decode().split("\0") if name]
        return tuple(path for path in map(REPOSITORY.joinpath, names) if path.is_symlink() or path.is_file())
    own = {"my_work", "gradebook", "build", "dist", "set-up.log"}
    return tuple(
        path
        for path in REPOSITORY.rglob("*")
        if path.is_file()
        and not any(part in own or part.startswith((".venv", ".set-up")) for part in path.relative_to(REPOSITORY).parts)
        and not any((part.startswith(".") and part.endswith("_cache")) or part == "__pycache__" for part in path.parts)
    )


def text_files() -> list[Path]:
    return [path for path in files() if path.suffix not in BINARY]


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def notebooks() -> list[Path]:
    return [path for path in files() if path.suffix == ".ipynb"]


def test_there_is_something_to_look_at() -> None:
    assert len(files()) > 150
    assert notebooks()


def test_no_file_is_a_link() -> None:
    assert [name_of(path) for path in files() if path.is_symlink()] == []


def test_every_text_is_utf_8_with_plain_line_ends() -> None:
    assert [name_of(path) for path in text_files() if b"\r" in path.read_bytes()] == []
    for path in text_files():
        path.read_bytes().decode("utf-8")


def test_every_name_is_one_on_windows_too() -> None:
    parts = {part for path in files() for part in PurePosixPath(name_of(path)).parts}
    assert [part for part in parts if FORBIDDEN.search(part) or part.split(".")[0].lower() in RESERVED] == []
    names = Counter(name_of(path).lower() for path in files())
    assert [name for name, count in names.items() if count > 1] == []


def test_no_path_is_too_long() -> None:
    assert [name_of(path) for path in files() if len(name_of(path)) > LONGEST_PATH] == []


def test_no_file_names_the_host_of_a_package_index() -> None:
    own = Path(__file__).resolve()
    found = [name_of(path) for path in text_files() if path != own and HOSTS.search(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize("path", notebooks(), ids=name_of)
def test_a_notebook_is_committed_without_outputs_and_with_ids(path: Path) -> None:
    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    nbformat.validate(notebook)
    assert (notebook.nbformat, notebook.nbformat_minor >= 5) == (4, True)
    ids = [cell["id"] for cell in notebook.cells]
    assert len(ids) == len(set(ids))
    ran = [cell["id"] for cell in notebook.cells if cell.get("outputs") or cell.get("execution_count") is not None]
    assert ran == []
    assert "widgets" not in json.loads(path.read_text(encoding="utf-8"))["metadata"]


# Python


def python_files() -> list[Path]:
    return [path for path in files() if path.suffix == ".py"]


def without_encoding(source: str) -> Iterator[int]:
    """Yield the line of each call that reads or writes text without saying the encoding."""
    for node in ast.walk(ast.parse(source)):
        if (
            isinstance(node, ast.Call)
            and _is_text(node)
            and not any(word.arg in ("encoding", None) for word in node.keywords)
        ):
            yield node.lineno


def _is_text(call: ast.Call) -> bool:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "open":
        place = 0 if isinstance(call.func, ast.Attribute) else 1  # path.open(mode), open(path, mode)
        modes = [*call.args[place : place + 1], *(word.value for word in call.keywords if word.arg == "mode")]
        return all(isinstance(mode, ast.Constant) and re.fullmatch("[rwaxt+]+", str(mode.value)) for mode in modes)
    return (name == "read_text" and not call.args) or (name == "write_text" and len(call.args) < 2)


def test_every_text_is_read_and_written_as_utf_8_by_name() -> None:
    found = [f"{name_of(path)}:{line}" for path in python_files() for line in without_encoding(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "code", ["open('x')", "path.open('w')", "path.read_text()", "path.write_text('x')", "open('x', mode='a')"]
)
def test_a_planted_reading_without_encoding_is_caught(code: str) -> None:
    assert list(without_encoding(code)) == [1]


@pytest.mark.parametrize(
    "code", ["open('x', 'rb')", "path.open(mode='wb')", "path.read_text(encoding='utf-8')", "path.read_text('utf-8')"]
)
def test_bytes_and_named_encodings_are_not(code: str) -> None:
    assert list(without_encoding(code)) == []
