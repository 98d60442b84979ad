"""Stock nbgrader, run as its users run it: by its command line, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from .problem_set import REPOSITORY


def new_course(folder: Path) -> Path:
    """Make in `folder` what nbgrader needs of this repository, and nothing that it makes."""
    folder.mkdir(parents=True)
    for name in ("solutions", "exercises"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    return folder


def nbgrader(*words: str, folder: Path, home: Path) -> str:
    """Run `nbgrader WORDS` in `folder` and return all that it said. Fails unless it ends well.

    The virtual environment is not activated, and nothing of the user's own settings is seen.
    """
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *words],
        cwd=folder,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def environment(home: Path) -> dict[str, str]:
    """Return the environment of a user whose home is `home` and who has set nothing."""
    ours = ("JUPYTER", "IPYTHON", "NBGRADER", "GENUINELY")
    outer = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    scripts = str(Path(sys.executable).parent)
    path = [part for part in outer.get("PATH", "").split(os.pathsep) if part != scripts]
    return {
        **outer,
        "PATH": os.pathsep.join(path),
        "HOME": str(home),
        "USERPROFILE": str(home),
        "JUPYTER_CONFIG_DIR": str(home / "jupyter"),
        "JUPYTER_DATA_DIR": str(home / "jupyter-data"),
        "JUPYTER_RUNTIME_DIR": str(home / "jupyter-runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        "PYTHONUTF8": "1",
    }
