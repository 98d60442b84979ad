"""Where the course's data stands: in the wheel, or beside `src/` in a checkout."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def data(*parts: str) -> Traversable:
    """Return the file or folder `data/<parts>` that the course was installed with.

    Raises FileNotFoundError, with the remedy, if the installation has no data.
    """
    packaged = files("genuinely") / "data"
    root = packaged if packaged.is_dir() else _checkout_data()
    return root.joinpath(*parts)


def _checkout_data() -> Path:
    """The `data/` of the repository that an editable installation points at."""
    folder = Path(__file__).resolve().parents[2] / "data"
    if not folder.is_dir():
        raise FileNotFoundError(
            "The course's data is missing from this installation. Install it again: python3 course.py lab"
        )
    return folder
