"""Takes the README's pictures of the feedback in JupyterLab: `python tests/browser/pictures.py`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browsers import started  # noqa: E402

from browser.lab import running  # noqa: E402

MESSAGE = """Dear Gergely,

I was in the third row on Tuesday. You said that users press 'Clear' nine times in ten, then sign, then ring you. \
I teach people to read in bad faith, and "although" is where my students misread first.

Would you send me one summary that ended in such a call? I would mark where it can be read two ways, \
and tell you which word did it.

If that is not yours to share, no answer is fine too.

Best wishes"""


def main() -> None:
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place, started() as browser, running(Path(place) / "lab", browser) as lab:
        lab.page.set_viewport_size({"width": 1180, "height": 1000})
        lab.open("writing", ["%load_ext genuinely", f"%%rewrite coat-rack\n{MESSAGE}"])
        lab.page.evaluate("jupyterapp.shell.collapseLeft()")
        lab.page.evaluate("jupyterapp.shell.collapseRight()")
        lab.run(0)
        lab.run(1)
        for name, theme in (("light", "JupyterLab Light"), ("dark", "JupyterLab Dark")):
            lab.theme(theme)
            lab.page.evaluate("document.querySelectorAll('.jp-Cell')[1].scrollIntoView()")
            lab.page.wait_for_timeout(700)
            lab.page.screenshot(path=folder / f"feedback-{name}.png")


if __name__ == "__main__":
    main()
