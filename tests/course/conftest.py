"""What the tests of the set-up start from."""

from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path

import pytest
from small_course import COPIED, REPOSITORY, Course, small_lock

OWN_SETTINGS = re.compile(r"(PIP_|UV_|(HTTPS?|ALL|NO)_PROXY$|SSL_CERT_|REQUESTS_CA)", re.IGNORECASE)


@pytest.fixture
def course(tmp_path: Path) -> Course:
    folder = tmp_path / "the course"
    folder.mkdir()
    leave_out = shutil.ignore_patterns("__pycache__", "ratings")
    for source in (REPOSITORY / name for name in COPIED):
        if source.is_dir():
            shutil.copytree(source, folder / source.name, ignore=leave_out)
        else:
            shutil.copy2(source, folder)
    locks = folder / "requirements"
    locks.mkdir()
    shutil.copy2(REPOSITORY / "requirements" / "setup.txt", locks)
    (locks / "course.txt").write_text(small_lock(), encoding="utf-8")
    (locks / "test.txt").write_text("", encoding="utf-8")
    return Course(folder)


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    """An environment without this machine's settings for pip, uv and proxies, with no uv and empty caches."""
    env = {name: value for name, value in os.environ.items() if not OWN_SETTINGS.match(name)}
    folders = env["PATH"].split(os.pathsep)
    without_uv = [folder for folder in folders if not shutil.which("uv", path=folder)]
    caches = {"UV_CACHE_DIR": str(tmp_path / "uv"), "PIP_CACHE_DIR": str(tmp_path / "pip")}
    quick = {"UV_HTTP_RETRIES": "0", "PIP_DEFAULT_TIMEOUT": "5"}
    quiet = {"PIP_CONFIG_FILE": os.devnull, "UV_NO_CONFIG": "1"}
    return {**env, "PATH": os.pathsep.join(without_uv), **caches, **quick, **quiet}


@pytest.fixture
def with_uv(alone: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """The same, with the environment's uv on the PATH."""
    found = shutil.which("uv", path=os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]))
    assert found, "the test environment lacks uv"
    folder = tmp_path / "with uv"
    folder.mkdir()
    shutil.copy2(found, folder)
    return {**alone, "PATH": os.pathsep.join([str(folder), alone["PATH"]])}
