"""Where the course's own folder is: the lessons are in it, not in the installed package."""

from __future__ import annotations

from pathlib import Path

import genuinely

FIRST_LESSON = Path("notebooks", "00_start_here.ipynb")


def repository(here: Path) -> Path | None:
    """Return the folder with `course.py`: the one that was installed from, or the nearest upward from `here`."""
    installed_from = Path(genuinely.__file__).resolve().parents[2]
    places = (installed_from, here, *here.parents)
    return next((place for place in places if (place / "course.py").is_file()), None)
