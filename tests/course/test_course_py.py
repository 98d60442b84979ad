"""course.py: what it says when it cannot go on, and that the next run recovers."""

from __future__ import annotations

import ast
import json
import os
import runpy
import signal
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from small_course import REPOSITORY, Course

sys.path.insert(0, str(REPOSITORY))

from set_up import trouble
from set_up.commands import chosen_tests
from set_up.environment import variables

CLOSED = "http://127.0.0.1:9"
KILL = getattr(signal, "SIGKILL", signal.SIGTERM)  # Windows has no SIGKILL, and skips the test that sends it
NO_CAP_DAC_OVERRIDE = """
import ctypes, os, runpy, sys
if os.geteuid() == 0:  # root writes anywhere until it gives this up
    ctypes.CDLL(None).prctl(24, 1, 0, 0, 0)
    ctypes.CDLL(None).prctl(47, 4, 0, 0, 0)
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""


# Which Python


@pytest.mark.parametrize("version", [(2, 7, 18), (3, 6, 15), (3, 10, 13), (3, 15, 0)])
def test_another_python_is_told_which_one_to_get(
    version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    with pytest.raises(SystemExit) as stop:
        runpy.run_path(str(REPOSITORY / "course.py"), run_name="__main__")
    assert f"this is Python {version[0]}.{version[1]}." in str(stop.value)
    assert "python3.13 course.py lab" in str(stop.value)


def test_course_py_can_be_read_by_every_python() -> None:
    tree = ast.parse((REPOSITORY / "course.py").read_text(encoding="utf-8"))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.FunctionDef, ast.With, ast.Match)
    assert [node for node in ast.walk(tree) if isinstance(node, newer)] == []


def test_the_check_of_the_python_is_pyprojects() -> None:
    assert 'requires-python = ">=3.11,<3.15"' in (REPOSITORY / "pyproject.toml").read_text(encoding="utf-8")
    assert "(3, 11) <= sys.version_info[:2] < (3, 15)" in (REPOSITORY / "course.py").read_text(encoding="utf-8")


# What pip, uv and venv print, and what is said of it


PIP_NO_NETWORK = (
    "WARNING: Retrying (Retry(total=1)) after connection broken by 'NewConnectionError('<HTTPSConnection object>: "
    "Failed to establish a new connection: [Errno -2] Name or service not known')': /packages/uv/\n"
    "ERROR: No matching distribution found for uv==0.13.9"
)
UV_NO_NETWORK = (
    "error: Request failed after 3 retries\n  cause: error sending request for url\n  cause: client error (Connect)\n"
    "  cause: dns error"
)


@pytest.mark.parametrize(
    ("output", "given", "expected"),
    [
        (PIP_NO_NETWORK, {}, "network"),
        (UV_NO_NETWORK, {}, "network"),
        (UV_NO_NETWORK, {"https_proxy": "http://proxy:3128"}, "proxy"),
        ("cause: tunnel error: failed to create underlying connection", {}, "proxy"),
        ("ProxyError('Cannot connect to proxy.', OSError('407 Proxy Authentication Required'))", {}, "proxy"),
        ("client error (Connect)\n  cause: invalid peer certificate: UnknownIssuer", {}, "certificate"),
        ("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate", {}, "certificate"),
        ("error: failed to write: No space left on device (os error 28)", {}, "disk"),
        ("ERROR: Could not install packages: [WinError 112] There is not enough space on the disk", {}, "disk"),
        ("failed to create directory: Read-only file system (os error 30)", {}, "read_only"),
        ("failed to remove file: Access is denied. (os error 5)", {}, "read_only"),
        ("The virtual environment was not created successfully because ensurepip is not available.", {}, "no_venv"),
        ("a failure that nobody has seen", {}, "unknown"),
    ],
)
def test_the_cause_is_read_from_the_output(output: str, given: dict[str, str], expected: str) -> None:
    assert trouble.cause(output, given)[0] == expected


def test_every_trouble_has_a_sentence_that_says_what_to_do() -> None:
    for name in trouble.words()["trouble"]:
        sentence = trouble.say(name, "the detail")
        assert len(sentence.splitlines()) >= 2
        assert "{" not in sentence


def test_too_little_room_is_said_with_what_is_free() -> None:
    assert "0.3 GB are free" in str(trouble.disk_trouble(300_000_000))
    assert trouble.disk_trouble(trouble.ROOM) is None


def test_one_variable_tells_pip_and_uv_of_a_certificate() -> None:
    assert variables({"SSL_CERT_FILE": "/there.pem"})["PIP_CERT"] == "/there.pem"
    assert variables({"SSL_CERT_FILE": "/there.pem", "PIP_CERT": "/here.pem"})["PIP_CERT"] == "/here.pem"


def test_quick_tests_leave_the_slow_ones_out_and_all_does_not() -> None:
    assert chosen_tests(["-x"]) == ["-m", "not slow", "-x"]
    assert chosen_tests(["--all", "-x"]) == ["-x"]


def test_without_a_command_it_says_what_there_is_and_sets_nothing_up(course: Course) -> None:
    status, output = course.run()
    assert status == 0
    assert "python3 course.py lab" in output
    assert not (course.folder / ".venv").exists()


def test_a_damaged_file_of_words_is_named(course: Course) -> None:
    (course.folder / "data/wording/en/set_up.toml").write_text("first = ", encoding="utf-8")
    status, output = course.run("where")
    assert status == 1
    assert "set_up.toml cannot be read" in output
    assert "Traceback" not in output


# Before anything is fetched


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_how_to_get_it(course: Course, module: str) -> None:
    script = course.folder / "without.py"
    script.write_text(
        f"import runpy, sys\nsys.modules[{module!r}] = None\nsys.argv[1:] = ['where']\n"
        "runpy.run_path('course.py', run_name='__main__')",
        encoding="utf-8",
    )
    status, output = course.run_script(script)
    assert status == 1
    assert "sudo apt install python3-venv" in output
    assert "Traceback" not in output


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permission that forbids writing into a folder so plainly")
def test_a_read_only_folder_is_said(course: Course) -> None:
    dropper = course.folder.parent / "dropper.py"
    dropper.write_text(NO_CAP_DAC_OVERRIDE, encoding="utf-8")
    course.folder.chmod(0o555)
    try:
        status, output = course.run_script(dropper, str(course.folder / "course.py"), "where")
    finally:
        course.folder.chmod(0o755)
    assert status == 1
    assert f"Nothing can be written in {course.folder}" in output
    assert "Traceback" not in output


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, a disk without room, is Linux's")
def test_a_disk_that_fills_up_is_said(course: Course) -> None:
    (course.folder / "set-up.log").symlink_to("/dev/full")
    status, output = course.run("where")
    assert status == 1
    assert "too little room on the disk" in output
    assert "Traceback" not in output


def test_a_file_in_place_of_the_environment_is_said(course: Course) -> None:
    (course.folder / ".venv").write_text("", encoding="utf-8")
    status, output = course.run("where")
    assert status == 1
    assert "delete the folder .venv" in output
    assert "Traceback" not in output


# While something is fetched


def refused(output: str, course: Course) -> None:
    """Every refusal names the log, which has the whole story, and leaves no stamp."""
    assert "Traceback" not in output
    assert str(course.folder / "set-up.log") in output
    assert course.log.startswith("$ ")
    assert not course.stamp.exists()


@pytest.mark.slow
def test_no_network_for_pip(course: Course, alone: dict[str, str]) -> None:
    status, output = course.run("where", env={**alone, "PIP_INDEX_URL": f"{CLOSED}/simple"})
    assert status == 1
    assert "The first start needs the internet" in output
    refused(output, course)


@pytest.mark.slow
def test_no_network_for_uv(course: Course, with_uv: dict[str, str]) -> None:
    status, output = course.run("where", env={**with_uv, "UV_DEFAULT_INDEX": f"{CLOSED}/simple"})
    assert status == 1
    assert "The first start needs the internet" in output
    refused(output, course)


@pytest.mark.slow
@pytest.mark.parametrize("installer", ["alone", "with_uv"])
def test_a_proxy_that_does_not_answer(course: Course, installer: str, request: pytest.FixtureRequest) -> None:
    status, output = course.run("where", env={**request.getfixturevalue(installer), "HTTPS_PROXY": CLOSED})
    assert status == 1
    assert f"The proxy {CLOSED} does not let the course through" in output
    refused(output, course)


@pytest.fixture
def untrusted_index() -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("untrusted.pem"))
    server = HTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"https://localhost:{server.server_port}/simple"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.slow
@pytest.mark.parametrize(("installer", "index"), [("alone", "PIP_INDEX_URL"), ("with_uv", "UV_DEFAULT_INDEX")])
def test_a_certificate_that_nobody_trusts(
    course: Course, installer: str, index: str, untrusted_index: str, request: pytest.FixtureRequest
) -> None:
    status, output = course.run("where", env={**request.getfixturevalue(installer), index: untrusted_index})
    assert status == 1
    assert "The certificate of the package server is not trusted here" in output
    refused(output, course)


# The next run


def set_up(course: Course) -> str:
    status, output = course.run("where")
    assert status == 0, output
    assert json.loads(course.stamp.read_text(encoding="utf-8"))["course"]
    return output


@pytest.mark.slow
def test_a_second_start_has_nothing_to_do_and_a_changed_lock_is_mended_in_place(course: Course) -> None:
    assert "Setting the course up" in set_up(course)
    made = course.stamp.stat().st_mtime_ns, (course.folder / ".venv/pyvenv.cfg").stat().st_mtime_ns
    assert set_up(course).splitlines() == [str(course.folder / "my_work")]
    assert course.stamp.stat().st_mtime_ns == made[0]
    with (course.folder / "requirements/course.txt").open("a", encoding="utf-8") as lock:
        lock.write("# a change\n")
    assert "up to date" in set_up(course)
    assert course.stamp.stat().st_mtime_ns != made[0]
    assert (course.folder / ".venv/pyvenv.cfg").stat().st_mtime_ns == made[1]


@pytest.mark.slow
def test_the_environment_knows_the_settings_for_jupyter(course: Course) -> None:
    set_up(course)
    assert (course.folder / ".venv/share/jupyter/lab/settings/overrides.d/genuinely.json").is_file()
    assert (course.folder / ".venv/etc/ipython/ipython_kernel_config.py").is_file()


@pytest.mark.slow
@pytest.mark.parametrize(("until", "how"), [("1 of 3", signal.SIGINT), ("1 of 3", KILL), ("2 of 3", signal.SIGINT)])
@pytest.mark.skipif(os.name == "nt", reason="a group of processes is interrupted in another way there")
def test_an_interrupted_set_up_is_made_anew(course: Course, until: str, how: signal.Signals) -> None:
    process = course.start("where")
    assert process.stdout
    for line in process.stdout:
        if until in line:
            break
    time.sleep(0.3)
    os.killpg(process.pid, how)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == (130 if how == signal.SIGINT else -how)
    assert how == KILL or "give the same command again" in rest
    assert not course.stamp.exists()
    assert "1 of 3" in set_up(course)


@pytest.mark.slow
def test_a_moved_course_and_a_lost_python_are_made_anew(course: Course) -> None:
    set_up(course)
    moved = Course(course.folder.rename(course.folder.with_name("moved")))
    assert "1 of 3" in set_up(moved)
    moved.python.unlink()
    assert "1 of 3" in set_up(moved)


@pytest.mark.slow
def test_of_two_at_once_one_waits(course: Course) -> None:
    both = [course.start("where"), course.start("where")]
    outputs = [process.communicate(timeout=300)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert sorted("1 of 3" in output for output in outputs) == [False, True]
    assert sorted("Waiting for it to finish" in output for output in outputs) == [False, True]
