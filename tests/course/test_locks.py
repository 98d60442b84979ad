"""The locks: what pyproject.toml asks for, pinned and hashed, for three systems and four Pythons."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from small_course import REPOSITORY

LOCKS = ("setup", "course", "test", "training")
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = ("linux", "darwin", "win32")
MACHINES = {
    "x86_64-unknown-linux-gnu": ("linux", "x86_64"),
    "aarch64-unknown-linux-gnu": ("linux", "aarch64"),
    "aarch64-apple-darwin": ("darwin", "arm64"),
    "x86_64-apple-darwin": ("darwin", "x86_64"),
    "x86_64-pc-windows-msvc": ("win32", "AMD64"),
}
USUAL = {"linux": "x86_64", "darwin": "arm64", "win32": "AMD64"}
MACOS = "14.0"
"""The oldest macOS of the newest onnxruntime (on Macs with an Intel processor an older one is taken, or none)."""


@dataclass(frozen=True)
class Pinned:
    requirement: Requirement
    hashes: int


def text(lock: str) -> str:
    return (REPOSITORY / "requirements" / f"{lock}.txt").read_text(encoding="utf-8")


def pinned(lock: str) -> list[Pinned]:
    """Return every entry of a lock."""
    entries = re.findall(r"^[^\s#].*?(?=^[^\s#]|\Z)", text(lock), re.MULTILINE | re.DOTALL)
    return [
        Pinned(
            Requirement(entry.splitlines()[0].rstrip(" \\")), len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", entry))
        )
        for entry in entries
    ]


def asked(lock: str) -> list[Requirement]:
    """Return what pyproject.toml asks of a lock."""
    pyproject = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    project, groups = pyproject["project"], pyproject["dependency-groups"]
    lines = {
        "setup": groups["setup"],
        "course": [*project["dependencies"], *groups["build"], *pyproject["build-system"]["requires"]],
        "test": [*project["dependencies"], *project["optional-dependencies"]["test"]],
        "training": groups["training"],
    }
    return [Requirement(line) for line in lines[lock]]


def on(system: str, python: str, machine: str) -> dict[str, str]:
    names = {"linux": ("posix", "Linux"), "darwin": ("posix", "Darwin"), "win32": ("nt", "Windows")}
    os_name, platform = names[system]
    return {
        "sys_platform": system,
        "platform_machine": machine,
        "os_name": os_name,
        "platform_system": platform,
        "python_version": python,
        "python_full_version": f"{python}.9",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
    }


def holds(marker: Marker | None, system: str, python: str, machine: str = "") -> bool:
    return marker is None or marker.evaluate(dict(on(system, python, machine or USUAL[system])))


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("lock", LOCKS)
def test_each_dependency_is_pinned_once_within_its_range(lock: str, system: str, python: str) -> None:
    here = [entry.requirement for entry in pinned(lock) if holds(entry.requirement.marker, system, python)]
    versions = {canonicalize_name(entry.name): str(entry.specifier).removeprefix("==") for entry in here}
    assert len(versions) == len(here)
    for requirement in asked(lock):
        if not holds(requirement.marker, system, python):
            continue
        version = versions[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), f"{requirement} against {version}: python3 course.py lock"


@pytest.mark.parametrize("lock", LOCKS)
def test_each_entry_is_one_version_with_hashes(lock: str) -> None:
    entries = pinned(lock)
    assert entries
    for entry in entries:
        assert re.fullmatch(r"==[^,*]+", str(entry.requirement.specifier))
        assert entry.requirement.url is None
        assert entry.hashes >= 1


@pytest.mark.parametrize("lock", LOCKS)
def test_no_lock_names_an_address(lock: str) -> None:
    assert not re.search(r"://|--(extra-)?index-url|--find-links", text(lock))


@pytest.mark.parametrize(("package", "system"), [("pywinpty", "win32"), ("colorama", "win32"), ("appnope", "darwin")])
def test_a_package_of_one_system_is_only_for_that_system(package: str, system: str) -> None:
    (entry,) = (entry for entry in pinned("course") if entry.requirement.name == package)
    assert [name for name in SYSTEMS if holds(entry.requirement.marker, name, "3.12")] == [system]


def test_the_tests_run_on_the_versions_of_the_course() -> None:
    course, tested = (
        {(entry.requirement.name, str(entry.requirement.specifier)) for entry in pinned(lock)}
        for lock in ("course", "test")
    )
    names = {name for name, _ in course}
    assert {(name, version) for name, version in tested if name in names} <= course


def _place(machine: str, python: str) -> tuple[str, str, str]:
    system, processor = MACHINES[machine]
    return system, python, processor


@pytest.mark.slow
@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize("machine", MACHINES)
def test_every_package_has_a_wheel_for_each_system_and_python(machine: str, python: str, tmp_path: Path) -> None:
    """A dry run of the installation, for a machine that is not here."""
    command = [sys.executable, "-m", "uv", "pip", "install", "--dry-run", "--target", str(tmp_path), "--no-config"]
    options = ["--only-binary", ":all:", "--require-hashes", "--python-platform", machine, "--python-version", python]
    locks = [word for lock in LOCKS for word in ("-r", f"requirements/{lock}.txt")]
    result = subprocess.run(
        [*command, *options, *locks],
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "MACOSX_DEPLOYMENT_TARGET": MACOS},
    )
    expected = {
        entry.requirement.name
        for lock in LOCKS
        for entry in pinned(lock)
        if holds(entry.requirement.marker, *_place(machine, python))
    }
    assert result.returncode == 0, result.stderr
    assert f"Would install {len(expected)} packages" in result.stderr
