"""The environment in `.venv`: made from the locks, mended when they change, made anew when it was half made.

A stamp in it, written last, says what it was made from. While the stamp holds, a start has nothing to do; where
it is missing, a set-up was interrupted.
"""

import contextlib
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

from set_up.places import LOCKS, LOG, PYTHON, ROOT, SCRIPTS, STAMP, TURN, VENV
from set_up.trouble import SetUpError, cause, cause_of, disk_trouble, say, words

LOCKS_OF = {"course": ("course.txt",), "test": ("course.txt", "test.txt")}


def home() -> list[str]:
    """Return what an environment cannot outlive: its Python, and the place where it stands."""
    return [sys.version, sys.base_prefix, str(ROOT)]


def digest(kind: str) -> str:
    """Return a fingerprint of everything that the environment of this kind is made from."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = [project["build-system"], project["project"], project["tool"]["hatch"]]
    copied = sorted(file for file in (ROOT / "jupyter").rglob("*") if file.is_file())
    files = [LOCKS / name for name in ("setup.txt", *LOCKS_OF[kind])] + copied
    found = [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    return hashlib.sha256(json.dumps([home(), asked, found]).encode()).hexdigest()


def stamp() -> dict[str, Any]:
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def ready(kind: str) -> bool:
    return PYTHON.exists() and stamp().get(kind) == digest(kind)


def prepare(kind: str) -> None:
    """Make or mend the environment, unless it is ready. Raises SetUpError."""
    if ready(kind):
        return
    try:
        with turn():
            if not ready(kind):  # another course.py may have made it while this one waited
                set_up(kind)
    except OSError as error:
        raise SetUpError(say(cause_of(error), error)) from error


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """Let one course.py at a time set up. The lock is the system's, so that it ends with its process."""
    with TURN.open("a", encoding="utf-8") as file:
        if not _taken(file.fileno(), wait=False):
            print(words()["waiting"], flush=True)
            _taken(file.fileno(), wait=True)
        yield


def _taken(file: int, *, wait: bool) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            while True:  # msvcrt gives up after ten seconds, even when asked to wait
                with contextlib.suppress(OSError):
                    msvcrt.locking(file, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
                    return True
                if not wait:
                    return False
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True


def set_up(kind: str) -> None:
    started = time.monotonic()
    LOG.write_text("", encoding="utf-8")
    made_here = PYTHON.exists() and stamp().get("home") == home()
    STAMP.unlink(missing_ok=True)  # from here on, until the last line, the environment counts as half made
    print(words()["first" if not made_here else "again"].format(log=LOG), flush=True)
    if not made_here:
        make_venv()
    uv = find_uv()
    locks = [argument for lock in LOCKS_OF[kind] for argument in ("-r", str(LOCKS / lock))]
    print(words()["packages"], flush=True)
    install = [*uv, "pip", "install", "--python", str(PYTHON), "--compile-bytecode"]
    step(*install, "--require-hashes", *locks)
    print(words()["itself"], flush=True)
    step(*install, "--no-build-isolation", "--no-deps", "--reinstall", "--editable", str(ROOT))
    digests = {each: digest(each) for each in (("course", "test") if kind == "test" else ("course",))}
    made = {"home": home(), **digests, "seconds": round(time.monotonic() - started)}
    STAMP.write_text(json.dumps(made, indent=1), encoding="utf-8")
    print(words()["done"], flush=True)


def make_venv() -> None:
    if any(importlib.util.find_spec(module) is None for module in ("venv", "ensurepip")):
        raise SetUpError(say("no_venv"))
    if too_full := disk_trouble(shutil.disk_usage(ROOT).free):
        raise SetUpError(too_full)
    if VENV.exists():
        shutil.rmtree(VENV)
    print(words()["environment"], flush=True)
    step(getattr(sys, "_base_executable", sys.executable), "-m", "venv", str(VENV))


def find_uv() -> list[str]:
    """Return the command of the uv on the PATH, or else of the locked one, installed into the environment."""
    found = shutil.which("uv")
    if found and subprocess.run([found, "--version"], capture_output=True).returncode == 0:
        return [found]
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--retries", "2"]
    step(*pip, "--require-hashes", "--no-deps", "-r", str(LOCKS / "setup.txt"))
    return [str(PYTHON), "-m", "uv"]


def step(*command: str) -> None:
    """Run a command, its output in the log, its progress on the screen. Raises SetUpError with the cause."""
    output = []
    with (
        LOG.open("a", encoding="utf-8") as log,
        subprocess.Popen(
            command,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=variables(os.environ),
        ) as process,
    ):
        print("$", *command, file=log, flush=True)
        for line in process.stdout or ():
            output.append(line)
            log.write(line)
            if re.match(r"\s*(Downloading|Resolved|Prepared|Installed|Bytecode)\b", line):
                print("   ", line.strip(), flush=True)
    if process.returncode:
        raise SetUpError(say(*cause("".join(output), os.environ)))


def variables(given: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for pip, uv and the course: the system's certificates, `.venv` before all else."""
    added = {"UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never", "PYTHONUTF8": "1", **given}
    if "SSL_CERT_FILE" in given:
        added.setdefault("PIP_CERT", given["SSL_CERT_FILE"])
    added["VIRTUAL_ENV"] = str(VENV)
    added["PATH"] = os.pathsep.join([str(SCRIPTS), given.get("PATH", os.defpath)])
    return added
