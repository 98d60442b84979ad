"""Which folder is the learner's own, and when it is left alone."""

from __future__ import annotations

import json
import os
from pathlib import Path

FOLDER = "my_work"
_COURSE_FILES = ("course.py", "nbgrader_config.py")
_ASSIGNMENT_PLACES = frozenset(
    {"exercises", "solutions", "gradebook", "source", "release", "submitted", "autograded", "feedback"}
)


def is_grading() -> bool:
    """Whether nbgrader is executing this notebook: then nothing of the learner's is read or written."""
    return bool(os.environ.get("NBGRADER_EXECUTION") or os.environ.get("NBGRADER_VALIDATING"))


def work_folder() -> Path:
    """Return the folder for the learner's own work, whether or not it exists yet.

    `$GENUINELY_HOME/my_work`, else beside the nearest `course.py` upward from the current folder, else
    `~/genuinely/my_work`; the last one too where the rule would lead into an assignment's folder, since
    whatever lies there is handed in.
    """
    chosen = os.environ.get("GENUINELY_HOME", "").strip()
    if chosen:
        place = Path(chosen).expanduser().absolute()
        inside = any(_has_assignment(folder) for folder in (place, *place.parents))
    else:
        place = _beside_course()
        # A stray assignment further up, in Downloads say, is no reason to keep work elsewhere than beside the course.
        inside = _has_assignment(place)
    return (_at_home() if inside or _in_course_place(place) else place) / FOLDER


def _beside_course() -> Path:
    here = Path.cwd()
    beside = (folder for folder in (here, *here.parents) if (folder / "course.py").is_file())
    return next(beside, _at_home())


def _at_home() -> Path:
    return Path.home() / "genuinely"


def _in_course_place(place: Path) -> bool:
    return any(_is_course_place(folder) for folder in (place, *place.parents))


def _is_course_place(folder: Path) -> bool:
    """Whether it is `exercises/`, `submitted/` and the like of a course, not any folder of that name."""
    if folder.name.lower() not in _ASSIGNMENT_PLACES:
        return False
    return any((folder.parent / name).is_file() for name in _COURSE_FILES)


def _has_assignment(folder: Path) -> bool:
    try:
        return any(_is_assignment(file) for file in folder.glob("*.ipynb"))
    except OSError:
        return False


def _is_assignment(notebook: Path) -> bool:
    try:
        text = notebook.read_bytes()
        if b'"nbgrader"' not in text:
            return False
        return any("nbgrader" in cell.get("metadata", {}) for cell in json.loads(text)["cells"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
