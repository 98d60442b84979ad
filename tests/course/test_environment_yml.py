"""environment.yml asks for what pyproject.toml asks for."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from small_course import REPOSITORY

CONDA_NAMES = {"matplotlib": "matplotlib-base"}


@pytest.fixture
def project() -> dict[str, Any]:
    return dict(tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"])


@pytest.fixture
def environment() -> dict[str, Any]:
    return dict(yaml.safe_load((REPOSITORY / "environment.yml").read_text(encoding="utf-8")))


def specifiers(lines: list[str]) -> dict[str, str]:
    """Return name to versions, each set of versions in one order."""
    found = (Requirement(line) for line in lines)
    return {requirement.name: ",".join(sorted(map(str, requirement.specifier))) for requirement in found}


def test_the_versions_are_pyprojects(project: dict[str, Any], environment: dict[str, Any]) -> None:
    asked = specifiers([f"python{project['requires-python']}", *project["dependencies"]])
    given = specifiers([line for line in environment["dependencies"] if isinstance(line, str) and line != "pip"])
    assert given == {CONDA_NAMES.get(name, name): versions for name, versions in asked.items()}


def test_the_course_itself_comes_through_pip(environment: dict[str, Any]) -> None:
    assert environment["dependencies"][-1] == {"pip": ["--editable ."]}
    assert "pip" in environment["dependencies"]


def test_only_conda_forge_is_asked(environment: dict[str, Any]) -> None:
    assert environment["channels"] == ["conda-forge", "nodefaults"]
