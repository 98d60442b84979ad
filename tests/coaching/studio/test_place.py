"""Where what is written goes, said truly, and one user told from another."""

from __future__ import annotations

from pathlib import Path

import pytest

from genuinely.coaching.studio.place import place, place_sentences

FOLDER = Path("somewhere") / "my_work"


@pytest.mark.parametrize(
    ("environ", "system", "host", "where"),
    [
        ({}, "linux", "localhost", "own"),
        ({}, "win32", "127.0.0.1", "own"),
        ({}, "darwin", "", "own"),
        ({}, "linux", "lab.localhost", "own"),
        ({}, "linux", "hub.university.example", "server"),
        ({}, "linux", "192.168.1.7", "server"),
        ({"JUPYTERHUB_USER": "ada"}, "linux", "localhost", "server"),
        ({"CODESPACES": "true"}, "linux", "localhost", "server"),
        ({"BINDER_SERVICE_HOST": "1.2.3.4", "JUPYTERHUB_USER": "x"}, "linux", "hub.example", "temporary"),
        ({"COLAB_RELEASE_TAG": "r"}, "linux", "", "temporary"),
        ({}, "emscripten", "course.example", "browser"),
    ],
)
def test_the_place_is_known_from_kernel_and_address(
    environ: dict[str, str], system: str, host: str, where: str
) -> None:
    assert place(environ, system, host) == where


def test_the_folder_is_named_and_who_could_read_it() -> None:
    assert str(FOLDER) in place_sentences("own", FOLDER)[0]
    assert "Nothing is sent anywhere" in place_sentences("own", FOLDER)[0]
    assert "could read it" in place_sentences("server", FOLDER)[0]
    assert "Take your work along before you leave" in place_sentences("temporary", FOLDER)[0]


def test_that_the_browser_holds_copies_is_said() -> None:
    assert any("stays in this browser" in said for said in place_sentences("own", FOLDER))
    assert "kept in this browser" in place_sentences("browser", FOLDER)[0]
