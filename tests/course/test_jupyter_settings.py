"""What the environment tells JupyterLab and its kernels."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path
from typing import Any

import pytest
from jupyter_client.manager import start_new_kernel
from jupyterlab_server.settings_utils import get_settings
from small_course import REPOSITORY
from traitlets.config import Config

CONFIG = REPOSITORY / "jupyter" / "ipython_kernel_config.py"


def default(plugin: str, key: str, user_settings: Path) -> Any:
    """Return what JupyterLab serves to a learner who has set nothing."""
    lab = Path(sys.prefix) / "share" / "jupyter" / "lab"
    served, _ = get_settings(
        str(lab / "settings"), str(lab / "schemas"), str(user_settings), schema_name=f"@jupyterlab/{plugin}"
    )
    return served["schema"]["properties"][key]["default"]


def test_code_cells_wrap_lines_since_learners_write_prose_in_them(tmp_path: Path) -> None:
    assert default("notebook-extension:tracker", "codeCellConfig", tmp_path)["lineWrap"] is True


def test_nobody_is_asked_about_news(tmp_path: Path) -> None:
    assert default("apputils-extension:notification", "fetchNews", tmp_path) == "false"
    assert default("apputils-extension:notification", "checkForUpdates", tmp_path) is False


def printed_by_a_kernel(code: str) -> str:
    manager, client = start_new_kernel(kernel_name="python3")
    printed = []
    try:
        client.execute_interactive(
            code, timeout=60, output_hook=lambda message: printed.append(message["content"].get("text", ""))
        )
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return "".join(printed)


def test_a_new_kernel_knows_rewrite_without_being_told() -> None:
    code = "print('rewrite' in get_ipython().magics_manager.magics['cell'], 'score' in globals())"
    assert printed_by_a_kernel(code) == "True True\n"


@pytest.mark.parametrize(("course", "extensions"), [("there", ["before", "genuinely"]), ("damaged", ["before"])])
def test_a_kernel_starts_without_the_course_too(
    course: str, extensions: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    config = Config({"InteractiveShellApp": {"extensions": ["before"]}})
    if course == "damaged":
        monkeypatch.setitem(sys.modules, "genuinely", None)
    runpy.run_path(str(CONFIG), init_globals={"c": config})
    assert config.InteractiveShellApp.extensions == extensions
    assert capfd.readouterr() == ("", "")
