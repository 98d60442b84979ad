"""A small course to set up again and again: the real course.py, with a lock of a few packages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
COPIED = ("course.py", "set_up", "pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT", "jupyter", "src", "data")


@dataclass
class Course:
    """A course in a folder of its own, and what its course.py says."""

    folder: Path

    @property
    def python(self) -> Path:
        return self.folder / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def stamp(self) -> Path:
        return self.folder / ".venv" / "set-up.json"

    @property
    def log(self) -> str:
        return (self.folder / "set-up.log").read_text(encoding="utf-8")

    def start(self, *words: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """Start course.py, in a group of its own, with both outputs as one."""
        return self.start_script(self.folder / "course.py", *words, env=env)

    def start_script(self, script: Path, *words: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, str(script), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            cwd=self.folder,
            env={**os.environ} if env is None else dict(env),
            start_new_session=True,
        )

    def run(self, *words: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
        """Run course.py to its end and return its status and output."""
        return self.run_script(self.folder / "course.py", *words, env=env)

    def run_script(self, script: Path, *words: str, env: Mapping[str, str] | None = None) -> tuple[int, str]:
        process = self.start_script(script, *words, env=env)
        output, _ = process.communicate(timeout=300)
        return process.returncode, output


def small_lock() -> str:
    """Return the part of the course's lock that builds the course, versions and hashes as they are."""
    text = (REPOSITORY / "requirements" / "course.txt").read_text(encoding="utf-8")
    entries = re.findall(r"^[a-z].*?(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    return "".join(entry for entry in entries if re.search(r"(via|#) +(hatchling|.*:build\))$", entry, re.MULTILINE))
