"""`genuinely release`, as an instructor types it: what students get, and what they do not."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from genuinely.cli.main import main

REPOSITORY = Path(__file__).parents[2]
ASSIGNMENT = "ps2-interest"
RUN = 8
"""Words in a row by which a text is recognised in another."""
MOST = 0.3
"""Of a text's runs of words, the share that may stand elsewhere: facts of its card do."""


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    row = words(text)
    return set(zip(*(row[start:] for start in range(RUN)), strict=False))


def secrets() -> Iterator[tuple[str, str]]:
    """Yield every text that students must not get, with a name: references, their weak neighbours, rated messages."""
    for file in sorted((REPOSITORY / "tests" / "grading" / "references").glob("*.toml")):
        for number, answer in enumerate(tomllib.loads(file.read_text(encoding="utf-8"))["answers"]):
            yield f"{file.stem}-{number}", answer["message"]
    for file in sorted((REPOSITORY / "solutions").glob("*/*.ipynb")):
        for cell in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            text = "".join(cell["source"])
            if cell["metadata"].get("nbgrader", {}).get("solution") and "%%rewrite" in text:
                yield f"{file.stem}-{cell['id']}", text
    with (REPOSITORY / "data" / "ratings" / "messages.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["wave"] != 5:  # the cards' own drafts
                yield row["id"], row["message"]


def leaked(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Return which secret stands in which file."""
    holders: dict[tuple[str, ...], list[str]] = {}
    sizes = {}
    for name, text in secrets():
        found = runs(text)
        sizes[name] = len(found)
        for run in found:
            holders.setdefault(run, []).append(name)
    found_in = []
    for file, raw in files.items():
        text = raw.decode("utf-8", "ignore").replace("\\n", " ")
        hits = Counter(name for run in runs(text) for name in holders.get(run, ()))
        found_in += [(file, name) for name, count in hits.items() if count > MOST * sizes[name]]
    return found_in


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course in which ps2-interest was released."""
    folder = tmp_path_factory.mktemp("release") / "course"
    shutil.copytree(REPOSITORY / "solutions" / ASSIGNMENT, folder / "solutions" / ASSIGNMENT)
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_CONFIG_DIR", str(folder.parent / "jupyter"))
        patch.chdir(folder)
        assert main(["release", ASSIGNMENT]) == 0
    return folder


@pytest.fixture(scope="module")
def given(course: Path) -> dict[str, bytes]:
    """Every file in the package by name, what is in the wheel too."""
    found = {}
    with zipfile.ZipFile(course / "gradebook" / "released" / f"{ASSIGNMENT}.zip") as archive:
        for name in archive.namelist():
            found[name] = archive.read(name)
    (wheel,) = (name for name in found if name.endswith(".whl"))
    with zipfile.ZipFile(BytesIO(found.pop(wheel))) as archive:
        found |= {f"{wheel}/{name}": archive.read(name) for name in archive.namelist()}
    return found


@pytest.mark.slow
def test_students_get_the_notebook_a_page_and_the_course(given: dict[str, bytes]) -> None:
    outside = {name for name in given if ".whl/" not in name}
    assert outside == {f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb", f"{ASSIGNMENT}/README.md"}
    committed = REPOSITORY / "exercises" / ASSIGNMENT / f"{ASSIGNMENT}.ipynb"
    assert given[f"{ASSIGNMENT}/{ASSIGNMENT}.ipynb"].decode() == committed.read_text(encoding="utf-8")
    page = given[f"{ASSIGNMENT}/README.md"].decode()
    (wheel,) = {name.split("/")[1] for name in given if ".whl/" in name}
    assert f"-m pip install {wheel}" in page
    assert "{" not in page
    assert any(name.endswith("genuinely/coaching/magic.py") for name in given)
    assert any("genuinely/data/scenarios/" in name for name in given)


@pytest.mark.slow
def test_neither_references_nor_rated_messages_are_in_it(given: dict[str, bytes]) -> None:
    assert leaked(given) == []
    assert [name for name in given if re.search(r"data/ratings|solutions/|references/|looked_at", name)] == []


def test_a_reference_and_a_rated_message_would_be_found() -> None:
    names, texts = zip(*secrets(), strict=True)
    planted = {"a": f'{{"source": "{texts[0]}"}}'.encode(), "b": texts[-1].upper().encode(), "c": b"Nothing of it."}
    assert {file for file, _ in leaked(planted)} == {"a", "b"}
    assert len(names) > 1_800


@pytest.mark.slow
def test_it_is_pinned_to_what_is_installed_and_not_released_twice_by_accident(
    course: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pin = json.loads((course / "gradebook" / "released" / f"{ASSIGNMENT}.json").read_text(encoding="utf-8"))
    assert set(pin["cards"]) == {"bank-chatbot-repairs", "history-phd-payments-panel", "slack-hard-negatives"}
    assert pin["assessor"]
    monkeypatch.chdir(course)
    assert main(["release", ASSIGNMENT]) == 1
    assert "Add --again" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words_", "said"),
    [(["no-such"], "There is no folder"), ([ASSIGNMENT], "There is no nbgrader_config.py")],
    ids=["another name", "elsewhere"],
)
def test_what_cannot_be_released_is_said(
    words_: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if words_ == ["no-such"]:
        shutil.copy(REPOSITORY / "nbgrader_config.py", tmp_path)
    monkeypatch.chdir(tmp_path)
    assert main(["release", *words_]) == 1
    assert said in capsys.readouterr().err
