"""`genuinely nbgrader ...`: nbgrader as it is, found and set up for this course."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIG = "nbgrader_config.py"


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command, which takes every word after it for nbgrader, `--help` included."""
    parser = subparsers.add_parser(
        "nbgrader",
        help="run nbgrader with this course's settings, e.g. nbgrader autograde ps2-interest",
        add_help=False,
        prefix_chars="\0",  # so that nothing looks like an option of ours
    )
    parser.add_argument("words", nargs="*")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Run nbgrader in the current folder and return its exit status."""
    command = [sys.executable, "-m", "nbgrader", *args.words]
    return subprocess.run(command, env=environment(Path.cwd(), os.environ), check=False).returncode


def environment(folder: Path, outer: Mapping[str, str]) -> dict[str, str]:
    """Return `outer` with the settings of the course that `folder` lies in put where nbgrader looks."""
    course = next((up for up in (folder, *folder.parents) if (up / CONFIG).is_file()), None)
    if course is None:
        return dict(outer)
    paths = [str(course), outer.get("JUPYTER_CONFIG_PATH", "")]
    return {**outer, "JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, paths))}
