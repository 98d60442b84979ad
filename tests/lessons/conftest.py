"""A folder of the learner's own for each test, and the notebooks as plain data."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.coaching import drafts


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for `my_work/`, and a kernel that has seen no message yet."""
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path))
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    monkeypatch.delenv("NBGRADER_VALIDATING", raising=False)
    drafts.forget()
    return tmp_path / "my_work"
