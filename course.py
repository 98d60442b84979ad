"""Set the course up and start it: `python3 course.py lab`, `... test`, or any command of `genuinely`.

The standard library alone. Everything goes into `.venv` beside this file, from the locks in `requirements/`.
A stamp in there, written last, says what the environment was made from: while it holds, a start has nothing
to do; where it is missing, a set-up was interrupted and the environment is made anew.
"""

import sys

if not (3, 11) <= sys.version_info[:2] < (3, 15):  # an older Python reads no further than this
    sys.exit(
        "The course needs Python 3.11, 3.12, 3.13 or 3.14, and this is Python {}.{}.\n"
        "Install one of them (python.org has installers), then start again with it, for example:\n"
        "    python3.13 course.py lab        (on Windows:  py -3.13 course.py lab)".format(*sys.version_info)
    )

import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up.json"
LOG = ROOT / "set-up.log"
TURN = ROOT / ".set-up.lock"
WORDS = ROOT / "data" / "wording" / "en" / "set_up.toml"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"course": ("course.txt",), "test": ("course.txt", "test.txt")}
MADE_FROM = ("pyproject.toml", "requirements/setup.txt", "jupyter/*.json", "jupyter/*.py")
ROOM = 2_000_000_000  # bytes that a first set-up wants free: the environment and what is fetched for it


class SetUpError(Exception):
    """A set-up that cannot go on. The message says why in plain words, and what to do."""


def main(argv: Sequence[str]) -> int:
    command, *rest = argv or ["--help"]
    kind = "test" if command == "test" else "course"
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
    if command == "lock":
        return lock()
    return hand_over("-m", "genuinely", *(argv or ["--help"]))


def chosen_tests(arguments: Sequence[str]) -> list[str]:
    """Return pytest's arguments: the quick tests, or with `--all` every one."""
    if "--all" in arguments:
        return [argument for argument in arguments if argument != "--all"]
    return ["-m", "not slow", *arguments]


def home() -> list[str]:
    """Return what an environment cannot outlive: its Python, and the place where it stands."""
    return [sys.version, sys.base_prefix, str(ROOT)]


def digest(kind: str) -> str:
    """Return a fingerprint of everything that the environment of this kind is made from."""
    patterns = [*MADE_FROM, *(f"requirements/{lock}" for lock in LOCKS[kind])]
    found = [
        hashlib.sha256(file.read_bytes()).hexdigest() for pattern in patterns for file in sorted(ROOT.glob(pattern))
    ]
    return hashlib.sha256(json.dumps([home(), found]).encode()).hexdigest()


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
    locks = [argument for lock in LOCKS[kind] for argument in ("-r", str(ROOT / "requirements" / lock))]
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
    step(*pip, "--require-hashes", "--no-deps", "-r", str(ROOT / "requirements" / "setup.txt"))
    return [str(PYTHON), "-m", "uv"]


def step(*command: str) -> None:
    """Run a command, its output in the log, its progress on the screen. Raises SetUpError with the cause."""
    output = []
    with (
        LOG.open("a", encoding="utf-8") as log,
        subprocess.Popen(
            command,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            env=environment(os.environ),
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


def environment(given: Mapping[str, str]) -> dict[str, str]:
    """Return the variables for pip, uv and the course: the system's certificates, `.venv` before all else."""
    variables = {"UV_SYSTEM_CERTS": "1", "UV_PYTHON_DOWNLOADS": "never", "PYTHONUTF8": "1", **given}
    if "SSL_CERT_FILE" in given:
        variables.setdefault("PIP_CERT", given["SSL_CERT_FILE"])
    variables["VIRTUAL_ENV"] = str(VENV)
    variables["PATH"] = os.pathsep.join([str(SCRIPTS), given.get("PATH", os.defpath)])
    return variables


def words() -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(WORDS.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SetUpError(f"{WORDS} cannot be read ({error}).\nGet a fresh copy of the course.") from error


def say(trouble: str, detail: object = "") -> str:
    details = {"folder": ROOT, "log": LOG, "detail": detail, "proxy": next(proxies(os.environ), "")}
    version = "{}.{}".format(*sys.version_info)
    return str(words()["trouble"][trouble]["say"]).strip().format(python=version, **details)


def proxies(given: Mapping[str, str]) -> Iterator[str]:
    return (value for name, value in given.items() if name.upper() in ("HTTPS_PROXY", "ALL_PROXY") and value)


def cause(output: str, given: Mapping[str, str]) -> tuple[str, str]:
    """Return the trouble that the output of pip, uv or venv speaks of, and the line that gave it away."""
    for name, trouble in words()["trouble"].items():
        for sign in trouble.get("signs", ()):
            if found := re.search(f".*(?:{sign}).*", output, re.IGNORECASE):
                behind_proxy = name == "network" and any(proxies(given))
                return "proxy" if behind_proxy else str(name), found.group().strip()
    return "unknown", ""


def cause_of(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "disk"
    return "read_only" if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) else "system"


def disk_trouble(free: int) -> str | None:
    if free >= ROOM:
        return None
    return say("disk", f"{free / 1e9:.1f} GB are free")


def hand_over(*arguments: str) -> int:
    """Become the environment's Python; on Windows, which cannot do that, wait for it."""
    command = [str(PYTHON), *arguments]
    if os.name == "posix":
        sys.stdout.flush()
        os.execve(PYTHON, command, environment(os.environ))
    with subprocess.Popen(command, env=environment(os.environ)) as process:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # Ctrl+C is for the program that was started
                return process.wait()


def lock() -> int:
    """Write the locks anew from pyproject.toml: for whoever changes what the course depends on."""
    options = "--universal --generate-hashes --no-emit-index-url --upgrade --quiet"
    compile_ = [*find_uv(), "pip", "compile", *options.split()]
    compile_ += ["--custom-compile-command", "python3 course.py lock"]
    setup, course, test = (f"requirements/{name}.txt" for name in ("setup", "course", "test"))
    for arguments in (
        ["--group", "setup", "-o", setup],
        ["pyproject.toml", "--group", "build", "-o", course],
        ["pyproject.toml", "--extra", "test", "-c", course, "-o", test],
    ):
        subprocess.run([*compile_, *arguments], cwd=ROOT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
