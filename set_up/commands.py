"""`lab`, `test` and every other command: set up what it needs, then hand over to it."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Sequence

from set_up.environment import find_uv, prepare, ready, variables
from set_up.places import PYTHON, ROOT
from set_up.trouble import SetUpError, words


def main(argv: Sequence[str]) -> int:
    command, *rest = argv or ["--help"]
    kind = "test" if command in ("test", "tool") else "course"
    try:
        if command in ("-h", "--help") and not ready("course"):
            print(words()["usage"])
            return 0
        prepare(kind)
    except SetUpError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(f"\n{words()['interrupted']}", file=sys.stderr)
        return 130
    if command == "test":
        os.chdir(ROOT)
        return hand_over("-m", "pytest", *chosen_tests(rest))
    if command == "tool":  # for contributors and their hooks: ruff, mypy, pre_commit ...
        return hand_over("-m", *rest)
    if command == "lock":
        return lock()
    return hand_over("-m", "genuinely", *(argv or ["--help"]))


def chosen_tests(arguments: Sequence[str]) -> list[str]:
    """Return pytest's arguments: the quick tests, or with `--all` every one."""
    if "--all" in arguments:
        return [argument for argument in arguments if argument != "--all"]
    return ["-m", "not slow", *arguments]


def hand_over(*arguments: str) -> int:
    """Become the environment's Python; on Windows, which cannot do that, wait for it."""
    command = [str(PYTHON), *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(PYTHON, command, variables(os.environ))
    with subprocess.Popen(command, env=variables(os.environ)) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is for the program that was started
                return process.wait()


def lock() -> int:
    """Write the locks anew from pyproject.toml: for whoever changes what the course depends on."""
    options = "--universal --generate-hashes --no-emit-index-url --upgrade --quiet"
    compile_ = [*find_uv(), "pip", "compile", *options.split()]
    compile_ += ["-c", "requirements/held_back.in", "--custom-compile-command", "python3 course.py lock"]
    setup, course, test, training = (f"requirements/{name}.txt" for name in ("setup", "course", "test", "training"))
    for arguments in (
        ["--group", "setup", "-o", setup],
        ["pyproject.toml", "--group", "build", "-o", course],
        ["pyproject.toml", "--extra", "test", "-c", course, "-o", test],
        ["--group", "training", "-c", course, "-o", training],
    ):
        subprocess.run([*compile_, *arguments], cwd=ROOT, check=True)
    return 0
