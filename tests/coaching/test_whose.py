"""One user told from another, in the same browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.coaching.whose import owner
from genuinely.coaching.widget import Exercise

FOLDER = Path("somewhere") / "my_work"


def test_users_servers_and_folders_are_kept_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    ada = owner({"JUPYTERHUB_USER": "ada"}, FOLDER)
    assert owner({"JUPYTERHUB_USER": "ada"}, FOLDER) == ada
    assert owner({"JUPYTERHUB_USER": "grace"}, FOLDER) != ada
    assert owner({"JUPYTERHUB_USER": "ada"}, Path("elsewhere")) != ada
    monkeypatch.setattr("platform.node", lambda: "another-server")
    assert owner({"JUPYTERHUB_USER": "ada"}, FOLDER) != ada


def test_a_user_without_a_name_is_told_apart_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> str:
        raise KeyError("uid 1000")

    monkeypatch.setattr("getpass.getuser", nobody)
    assert len(owner({}, FOLDER)) == 12


def test_a_forms_copy_is_kept_apart_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = Exercise("What struck you?", "struck").place
    assert one == Exercise("What struck you?", "struck").place
    monkeypatch.setenv("GENUINELY_HOME", str(tmp_path / "elsewhere"))
    assert Exercise("What struck you?", "struck").place != one
