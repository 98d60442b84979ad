"""Forgetting: what was kept is deleted for good."""

from __future__ import annotations

import contextlib
from functools import partial
from pathlib import Path

from genuinely.keeping.files import locked, patiently
from genuinely.keeping.names import safe
from genuinely.keeping.place import is_grading, work_folder

_OWN = ("*.json", ".*.tmp", "*.json.lock", "portfolio-*.md", "portfolio-*.html")


def forgettable(kind: str | None = None, name: str | None = None) -> tuple[Path, ...]:
    """Return the files that `forget` would delete: of all kinds, of one, or of one exercise.

    What was set aside as damaged counts, since it holds the learner's words as well. Other people's files in the
    folder do not.
    """
    if is_grading():
        return ()
    folder = work_folder()
    folders = [folder / safe(kind)] if kind else [each for each in sorted(folder.glob("*")) if each.is_dir()]
    found = (file for each in folders for pattern in _patterns(name) for file in sorted(each.glob(pattern)))
    return tuple(file for file in found if file.is_file() and not file.is_symlink())


def forget(files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Delete files of the work folder for good, and the folders that are empty then. Return those that resisted."""
    folder = work_folder()
    resisted = []
    for file in files:
        if file.parent.parent != folder:
            raise ValueError(f"{file} does not lie in {folder}")
        try:
            if file.suffix == ".json" and file.exists():
                with locked(file):
                    patiently(partial(file.unlink, missing_ok=True))
            else:
                patiently(partial(file.unlink, missing_ok=True))
        except OSError:
            resisted.append(file)
    for place in [*sorted({file.parent for file in files}), folder]:
        with contextlib.suppress(OSError):  # something of somebody else's is in it
            place.rmdir()
    return tuple(resisted)


def _patterns(name: str | None) -> tuple[str, ...]:
    if name is None:
        return _OWN
    own = safe(name)
    return f"{own}.json", f"{own}.damaged-*.json", f".{own}-*.tmp", f"{own}.json.lock"
