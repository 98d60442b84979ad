"""Where an instructor's own cards stand: in a folder `scenarios` that is found from wherever the work is done.

It may lie in the folder of the notebook or in any folder above, which is where a course has it (beside
`nbgrader_config.py`); in the checkout that the package was installed from; or where GENUINELY_SCENARIOS says, which is
for a server on which the course and the work lie apart.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from genuinely.resources import data

FOLDER = "scenarios"
VARIABLE = "GENUINELY_SCENARIOS"


def own_folders() -> Iterator[Path]:
    """Yield the folders that are there, the nearest first."""
    named = os.environ.get(VARIABLE, "")
    try:
        here = Path.cwd()
        above = [here, *here.parents]
    except OSError:  # the folder was deleted under a running kernel
        above = []
    home = data()
    checkout = [home.parent] if isinstance(home, Path) and (home.parent / "pyproject.toml").is_file() else []
    places = [*([Path(named)] if named else []), *(up / FOLDER for up in (*above, *checkout))]
    for place in dict.fromkeys(places):
        if place.is_dir():
            yield place


def own_files(*parts: str) -> dict[str, Path]:
    """Return the TOML files in `scenarios/<parts>` by their names without `.toml`; of two of a name the nearest."""
    found: dict[str, Path] = {}
    for folder in own_folders():
        inside = folder.joinpath(*parts)
        if inside.is_dir():
            for file in sorted(inside.glob("*.toml")):
                found.setdefault(file.stem, file)
    return found
