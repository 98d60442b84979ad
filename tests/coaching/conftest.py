from __future__ import annotations

from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from coaching.notebook import Notebook
from genuinely.coaching import drafts, problem_sets
from genuinely.keeping import take_set_aside
from genuinely.scenarios import FrozenDict


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A kernel as after its start, with a folder of its own and no nbgrader."""
    for name in ("NBGRADER_EXECUTION", "NBGRADER_VALIDATING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path))
    drafts.forget()
    take_set_aside()
    return tmp_path


@pytest.fixture
def worth_ten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A problem set in which `coat-rack` is worth 10 points."""
    sets = {"ps": problem_sets.ProblemSet("ps", "A set", FrozenDict({"coat-rack": 10.0}))}
    monkeypatch.setattr(problem_sets, "load_problem_sets", lambda: sets)


@pytest.fixture
def notebook(capsys: pytest.CaptureFixture[str]) -> Notebook:
    """A kernel in which the extension is loaded."""
    InteractiveShell.clear_instance()
    made = Notebook(InteractiveShell.instance(), capsys)
    made.run("%load_ext genuinely")
    return made
