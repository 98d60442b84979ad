"""A JupyterHub with this course on one machine, to look at: an instructor and two students, reached from here alone.

    python3 deploy/jupyterhub/demo.py [FOLDER] [--port 8000]

Everything lies in FOLDER (`hub-demo` in the current folder, if none is named) and goes on from there when it is started
again. Delete the folder, and nothing of it is left. Not for a real class: whoever knows the password is anybody, and
all three share your account of the operating system. README.md beside this file says what a real Hub needs.
"""

from __future__ import annotations

import argparse
import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
CONFIG = HERE / "jupyterhub_config.py"

INSTRUCTOR = "instructor"
STUDENTS = ("ada", "ben")

_STUDENT = """c = get_config()
c.CourseDirectory.course_id = "genuinely"
c.CourseDirectory.student_id = {name!r}
c.Exchange.root = {exchange!r}
"""
_INSTRUCTOR = """c = get_config()
load_subconfig("nbgrader_config.py", path={course!r})
c.Exchange.root = {exchange!r}
"""
_WITHOUT_FORMGRADER = {
    "ServerApp": {
        "jpserver_extensions": {
            "nbgrader.server_extensions.formgrader": False,
            "nbgrader.server_extensions.course_list": False,
        }
    }
}


def main(words: Sequence[str] | None = None) -> int:
    """Make what is missing, and run the Hub until Ctrl+C."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("hub-demo"))
    parser.add_argument("--port", type=int, default=8000, help="the Hub's; the two above it are taken as well")
    args = parser.parse_args(words)
    if os.name == "nt":
        print("JupyterHub does not run on Windows.", file=sys.stderr)
        return 1
    folder = args.folder.resolve()
    prepare(folder)
    environment = settings(folder, args.port)
    print(f"http://127.0.0.1:{args.port} for {INSTRUCTOR}, {' and '.join(STUDENTS)}.")
    print(f"The password of each: {environment['GENUINELY_HUB_PASSWORD']}", flush=True)
    # course.py sets the environment up where it has to; `tool` is the one with JupyterHub in it.
    command = [sys.executable, str(REPOSITORY / "course.py"), "tool", "jupyterhub", "--config", str(CONFIG)]
    try:
        return subprocess.run(command, env={**os.environ, **environment}, cwd=folder, check=False).returncode
    except KeyboardInterrupt:
        return 0


def prepare(folder: Path) -> None:
    """Make the homes, the instructor's course and the exchange in a folder. What is there already stays as it is."""
    exchange = folder / "exchange"
    exchange.mkdir(parents=True, exist_ok=True)
    exchange.chmod(0o777)  # nbgrader's exchange asks for it; the folder around it is its owner's alone
    folder.chmod(0o700)
    course = home(folder, INSTRUCTOR) / "course"
    if not course.exists():
        shutil.copytree(REPOSITORY / "solutions", course / "solutions")
        shutil.copy(REPOSITORY / "nbgrader_config.py", course)
    for name in (INSTRUCTOR, *STUDENTS):
        own = home(folder, name) / ".jupyter"
        own.mkdir(parents=True, exist_ok=True)
        template = _INSTRUCTOR if name == INSTRUCTOR else _STUDENT
        told = template.format(name=name, course=str(course), exchange=str(exchange))
        (own / "nbgrader_config.py").write_text(told, encoding="utf-8")
        lessons = home(folder, name) / "notebooks"
        if not lessons.exists():
            shutil.copytree(REPOSITORY / "notebooks", lessons, ignore=shutil.ignore_patterns("9*", "*_fresh*", ".*"))
        if name != INSTRUCTOR:
            told = json.dumps(_WITHOUT_FORMGRADER, indent=2)
            (own / "jupyter_server_config.json").write_text(told + "\n", encoding="utf-8")


def home(folder: Path, name: str) -> Path:
    """Return the home of a user."""
    return folder / "homes" / name


def settings(folder: Path, port: int) -> Mapping[str, str]:
    """Return what `jupyterhub_config.py` is told. The password stays the same from start to start."""
    file = folder / "password"
    if not file.exists():
        file.write_text(secrets.token_urlsafe(12), encoding="utf-8")
        file.chmod(0o600)
    return {
        "GENUINELY_HUB": str(folder),
        "GENUINELY_HUB_PORT": str(port),
        "GENUINELY_HUB_PASSWORD": file.read_text(encoding="utf-8"),
    }


if __name__ == "__main__":
    sys.exit(main())
