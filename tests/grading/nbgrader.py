"""Stock nbgrader, run as its users run it: by its command line, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from genuinely.cli.bench_grading import stock_settings

from .problem_set import REPOSITORY


def new_course(folder: Path, *, stock: bool = False) -> Path:
    """Make in `folder` what nbgrader needs of this repository, and nothing that it makes.

    With `stock`, nbgrader's autograde is left as it is, which runs what was handed in.
    """
    folder.mkdir(parents=True)
    for name in ("solutions", "exercises"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "nbgrader_config.py", folder)
    if stock:
        (folder / "nbgrader_config.py").write_text(stock_settings(REPOSITORY), encoding="utf-8")
    return folder


def nbgrader(*words: str, folder: Path, home: Path, status: int = 0) -> str:
    """Run `nbgrader WORDS` in `folder` and return all that it said. Fails unless it ends with that status.

    The virtual environment is not activated, and nothing of the user's own settings is seen.
    """
    return python("-m", "nbgrader", *words, folder=folder, home=home, status=status)


def python(*words: str, folder: Path, home: Path, status: int = 0) -> str:
    """Run Python with these words as `nbgrader` is run, and return all that it said."""
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == status, done.stdout
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
