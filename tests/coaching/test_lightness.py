"""The extension costs a notebook next to nothing."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import sys, time
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
start = time.perf_counter()
import genuinely
genuinely.load_ipython_extension(shell)
took = time.perf_counter() - start
heavy = {"matplotlib", "pandas", "numpy", "anywidget", "ipywidgets", "nbgrader"} & set(sys.modules)
print(took, *sorted(heavy))
"""


def test_loading_it_is_quick_and_brings_nothing_heavy() -> None:
    runs = [
        subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(3)
    ]
    assert [heavy for _, *heavy in runs] == [[]] * 3
    # Other work on the machine makes a run slow, never quick: the quickest tells what loading costs.
    assert min(float(took) for took, *_ in runs) < 0.2
