"""Loading the extension brings nothing heavy into a notebook."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
before = set(sys.modules)
import genuinely
genuinely.load_ipython_extension(shell)
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""


def test_loading_it_brings_nothing_heavy() -> None:
    run = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    loaded = set(run.stdout.split())
    assert "genuinely" in loaded
    assert {"matplotlib", "pandas", "numpy", "anywidget", "ipywidgets", "nbgrader"} & loaded == set()
