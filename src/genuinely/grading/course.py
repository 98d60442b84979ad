"""A course as nbgrader knows it: its folders and its gradebook, from the same settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from genuinely.grading.trouble import CourseError

CONFIG = "nbgrader_config"
_STRUCTURE = "{nbgrader_step}/{student_id}/{assignment_id}"
_SETTINGS = {
    "directory_structure": _STRUCTURE,
    "course_id": "",
    "source_directory": "source",
    "release_directory": "release",
    "submitted_directory": "submitted",
    "autograded_directory": "autograded",
    "feedback_directory": "feedback",
    "db_url": "",
}
"""Of nbgrader's `CourseDirectory`, those that are used, with what nbgrader takes for each that is not set."""


@dataclass(frozen=True)
class Course:
    """Where an instructor's course stands.

    source, release, submitted, autograded, feedback: folders. db_url: the gradebook, as SQLAlchemy writes it.
    config: all of nbgrader's settings, for the parts of it that are used.
    """

    id: str
    source: Path
    release: Path
    submitted: Path
    autograded: Path
    feedback: Path
    db_url: str
    config: Any

    @property
    def kept(self) -> Path:
        """Return the folder of the gradebook's own files, beside what is submitted."""
        return self.submitted.parent


def find_course(here: Path, db_url: str | None = None) -> Course:
    """Return the course that the folder `here` lies in, with another gradebook if `db_url` is given.

    Raises CourseError if there is none, or if its settings cannot be used.
    """
    root = next((up for up in (here, *here.parents) if (up / f"{CONFIG}.py").is_file()), None)
    if root is None:
        raise CourseError(f"There is no {CONFIG}.py in {here} or above.", "Go to the folder of the course.")
    config = _load(root)
    settings = dict(config.CourseDirectory)
    if db_url is not None:
        settings["db_url"] = db_url
    return _course(settings, root, config)


def course_of(directory: Any, config: Any) -> Course:
    """Return the course of an nbgrader `CourseDirectory`, whatever its settings come from. Raises CourseError."""
    return _course({name: getattr(directory, name) for name in ("root", *_SETTINGS)}, Path(directory.root), config)


def _course(settings: Mapping[str, Any], root: Path, config: Any) -> Course:
    top = Path(settings.get("root", str(root)))
    said = {"db_url": f"sqlite:///{(top / 'gradebook.db').as_posix()}", **settings}
    value = {name: str(said.get(name, default)) for name, default in _SETTINGS.items()}
    if value["directory_structure"].replace("\\", "/") != _STRUCTURE:
        raise CourseError("CourseDirectory.directory_structure is set to another order of folders.", "Take it out.")
    return Course(
        id=value["course_id"],
        source=top / value["source_directory"],
        release=top / value["release_directory"],
        submitted=top / value["submitted_directory"],
        autograded=top / value["autograded_directory"],
        feedback=top / value["feedback_directory"],
        db_url=value["db_url"],
        config=config,
    )


def _load(root: Path) -> Any:
    """Read the settings as nbgrader does: the user's and the system's, and above all the course's own."""
    from jupyter_core.paths import jupyter_config_path
    from traitlets.config.application import Application

    reader = Application(raise_config_file_errors=True)
    try:
        reader.load_config_file(CONFIG, path=[str(root), *jupyter_config_path()])
    except Exception as error:  # whatever a settings file does wrong
        raise CourseError(f"The settings in {CONFIG}.py cannot be read ({error}).", "Mend them.") from error
    return reader.config
