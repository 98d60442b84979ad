"""The wheel, in an environment of its own, away from the repository."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from small_course import REPOSITORY

pytestmark = pytest.mark.slow

FOLDERS = (
    "choices",
    "cues",
    "evidence",
    "glossary",
    "lessons",
    "problem_sets",
    "quizzes",
    "reflections",
    "rubric",
    "scenarios",
    "schemes",
    "wording",
)
WORKS = """
import json
from genuinely import assess, load_scenarios
from genuinely.resources import data
cards = load_scenarios()
card = cards["coat-rack"]
print(json.dumps({
    "cards": len(cards),
    "folders": {name: len(list(data(name).iterdir())) for name in FOLDERS},
    "draft": assess(card.draft, card).total,
    "nothing": assess("", card).attempted,
    "home": str(data("scenarios")),
}))
"""


@dataclass(frozen=True)
class Installed:
    environment: Path
    folder: Path

    def run(self, program: str, *words: str) -> str:
        """Run a program of the environment in the empty folder and return what it prints."""
        scripts = self.environment / ("Scripts" if os.name == "nt" else "bin")
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "JUPYTER", "VIRTUAL"))
        }
        result = subprocess.run(
            [str(scripts / program), *words], cwd=self.folder, env=kept, capture_output=True, encoding="utf-8"
        )
        assert result.returncode == 0, result.stdout + result.stderr
        return result.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Build the sdist, the wheel from the sdist, and install it with the locked versions of what it needs."""
    place = tmp_path_factory.mktemp("wheel")
    built, environment, folder = place / "built", place / "environment", place / "empty"
    folder.mkdir()
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(built), str(REPOSITORY)]
    uv = [sys.executable, "-m", "uv"]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = built.glob("*.whl")
    locked = ["-c", str(REPOSITORY / "requirements" / "course.txt")]
    subprocess.run([*uv, "venv", "--python", sys.executable, str(environment)], check=True, capture_output=True)
    subprocess.run(
        [*uv, "pip", "install", "--python", str(environment), *locked, str(wheel)], check=True, capture_output=True
    )
    return Installed(environment, folder)


def test_cards_assessment_and_data_are_there(installed: Installed) -> None:
    found = json.loads(installed.run("python", "-c", WORKS.replace("FOLDERS", repr(FOLDERS))))
    assert found["cards"] == 94
    assert all(found["folders"].values())
    assert 0 <= found["draft"] < 85
    assert found["nothing"] is False
    assert Path(found["home"]).is_relative_to(installed.environment)


def test_its_command_gives_feedback(installed: Installed) -> None:
    (installed.folder / "message.txt").write_text("Dear Gergely, I would love to pick your brain.", encoding="utf-8")
    assert "pick your brain" in installed.run("genuinely", "assess", "coat-rack", "message.txt")
    (installed.folder / "message.txt").unlink()


def test_a_workshop_is_made_from_its_lessons(installed: Installed) -> None:
    installed.run("genuinely", "pack", "--minutes", "90", "--to", "workshop")
    assert (installed.folder / "workshop" / "START-HERE.html").is_file()
    shutil.rmtree(installed.folder / "workshop")


def test_a_kernel_knows_rewrite_without_being_told(installed: Installed) -> None:
    answer = nbformat.v4.new_code_cell("%%rewrite coat-rack\nDear Gergely, I would love to pick your brain.")
    notebook = installed.folder / "lesson.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[answer]), notebook)
    installed.run("jupyter", "execute", "--inplace", str(notebook))
    (cell,) = nbformat.read(notebook, as_version=4).cells
    assert "pick your brain" in json.dumps(cell["outputs"])
    notebook.unlink()


def test_jupyterlabs_settings_come_along(installed: Installed) -> None:
    settings = installed.environment / "share/jupyter/lab/settings/overrides.d/genuinely.json"
    assert json.loads(settings.read_text(encoding="utf-8")) == json.loads(
        (REPOSITORY / "jupyter" / "overrides.json").read_text(encoding="utf-8")
    )


def test_the_settings_for_exported_pages_come_along(installed: Installed) -> None:
    settings = installed.environment / "etc/jupyter/jupyter_config.json"
    assert settings.read_bytes() == (REPOSITORY / "jupyter" / "jupyter_config.json").read_bytes()


def test_the_extension_of_jupyterlab_comes_along(installed: Installed) -> None:
    folder = installed.environment / "share/jupyter/labextensions/genuinely"
    for file in ("package.json", "install.json", "static/remoteEntry.js", "static/style.css"):
        assert (folder / file).read_bytes() == (REPOSITORY / "jupyter" / "labextension" / file).read_bytes()


def test_the_ratings_do_not_come_along(installed: Installed) -> None:
    code = "from genuinely.resources import data; print(data('ratings').is_dir())"
    assert installed.run("python", "-c", code) == "False\n"


def test_nothing_is_written_into_the_environment(installed: Installed, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a Hub it is everybody's, and nobody but its administrator may write there."""
    monkeypatch.setenv("GENUINELY_HOME", str(installed.folder / "home"))
    before = standing(installed.environment)
    (installed.folder / "message.txt").write_text("Dear Gergely, I would love to pick your brain.", encoding="utf-8")
    installed.run("genuinely", "assess", "coat-rack", "message.txt")
    code = "from genuinely.keeping import keep; keep('messages', 'coat-rack', {'text': 'kept'})"
    installed.run("python", "-c", code)
    assert list((installed.folder / "home").rglob("messages/coat-rack.json"))
    assert standing(installed.environment) == before
    shutil.rmtree(installed.folder / "home")
    (installed.folder / "message.txt").unlink()


def standing(folder: Path) -> dict[str, int]:
    """Return when each file below a folder was last written, but for what Python compiles."""
    return {
        str(file): file.stat().st_mtime_ns for file in folder.rglob("*") if file.is_file() and file.suffix != ".pyc"
    }
