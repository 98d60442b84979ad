"""Takes a picture of every instrument, as it opens and filled in, in both themes, to be looked at:

    python tests/browser/instrument_pictures.py FOLDER [NAME ...]

Each is written to FOLDER as NAME-STATE-THEME.png, such as coupling-opening-dark.png. With `narrow` among the names they
are taken on a page as narrow as half a laptop's.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browsers import started  # noqa: E402

from browser.instruments import INSTRUMENTS, cell_of, shown  # noqa: E402
from browser.lab import Lab, running  # noqa: E402

THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}
WIDE, NARROW = 1240, 620
TALL = 3000
"""Pixels: so that the tallest instrument stands in the window as a whole."""


def take(lab: Lab, folder: Path, name: str, width: int) -> None:
    """Write the four pictures of one instrument."""
    lab.page.set_viewport_size({"width": width, "height": TALL})
    lab.open(name, [cell_of(name), cell_of(name, filled=True)])
    lab.page.evaluate("jupyterapp.shell.collapseLeft()")
    lab.page.evaluate("jupyterapp.shell.collapseRight()")
    for index, state in enumerate(("opening", "filled")):
        widget = shown(lab, index)
        for theme, called in THEMES.items():
            lab.theme(called)
            widget.scroll_into_view_if_needed()
            lab.page.wait_for_timeout(500)
            narrow = "-narrow" if width == NARROW else ""
            widget.screenshot(path=folder / f"{name}-{state}-{theme}{narrow}.png")


def main() -> None:
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    folder, names = Path(sys.argv[1]), [name for name in sys.argv[2:] if name != "narrow"]
    if unknown := sorted(set(names) - set(INSTRUMENTS)):
        sys.exit(f"There is no instrument called {unknown[0]}. There are: {', '.join(INSTRUMENTS)}.")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, started() as browser, running(Path(place) / "lab", browser) as lab:
        for name in names or INSTRUMENTS:
            take(lab, folder, name, NARROW if "narrow" in sys.argv[2:] else WIDE)
            print(folder / f"{name}-….png")


if __name__ == "__main__":
    main()
