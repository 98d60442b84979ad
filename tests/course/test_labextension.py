"""The small extension of JupyterLab that comes with the course: plain files, copied into the environment."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from small_course import REPOSITORY, Course

import genuinely

SOURCE = REPOSITORY / "jupyter" / "labextension"
INSTALLED = Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "genuinely"


@pytest.fixture
def package() -> dict[str, Any]:
    return dict(json.loads((SOURCE / "package.json").read_text(encoding="utf-8")))


def test_the_wheel_puts_it_where_jupyterlab_looks() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert shared["jupyter/labextension"] == "share/jupyter/labextensions/genuinely"


def test_its_package_says_what_is_there(package: dict[str, Any]) -> None:
    build = package["jupyterlab"]["_build"]
    entry = (SOURCE / build["load"]).read_text(encoding="utf-8")
    assert package["version"] == genuinely.__version__
    assert f"window._JUPYTERLAB ??= {{}}).{package['name']} = " in entry
    assert f'"{build["style"]}"' in entry
    assert re.findall(r'new URL\("(.+?)"', entry) == ["style.css"]
    assert (SOURCE / build["load"]).with_name("style.css").is_file()


def test_its_colours_are_those_of_the_theme() -> None:
    style = (SOURCE / "static" / "style.css").read_text(encoding="utf-8")
    colours = re.findall(r"^\s*(?:color|background|border)[\w-]*:\s*(.+);$", style, re.MULTILINE)
    assert len(colours) > 2
    assert [each for each in colours if not re.fullmatch(r"var\(--jp-[\w-]+\)|inherit|none", each)] == []


def test_jupyterlab_finds_it_in_this_environment() -> None:
    command = [sys.executable, "-m", "jupyter", "labextension", "list"]
    listed = subprocess.run(command, capture_output=True, encoding="utf-8")
    plain = re.sub(r"\x1b\[\d+m", "", listed.stdout + listed.stderr)
    assert re.search(rf"\bgenuinely v{re.escape(genuinely.__version__)} enabled +OK\b", plain)


def test_this_environment_has_it_as_it_stands_in_the_repository() -> None:
    def files(folder: Path) -> dict[str, bytes]:
        return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}

    assert files(INSTALLED) == files(SOURCE)


def test_a_change_in_it_makes_the_next_start_install_again(course: Course) -> None:
    def digest() -> str:
        code = "from set_up.environment import digest; print(digest('course'))"
        command = [sys.executable, "-c", code]
        return subprocess.run(command, cwd=course.folder, capture_output=True, check=True, encoding="utf-8").stdout

    before = digest()
    assert digest() == before
    style = course.folder / "jupyter" / "labextension" / "static" / "style.css"
    style.write_text("/* another */", encoding="utf-8")
    assert digest() != before
