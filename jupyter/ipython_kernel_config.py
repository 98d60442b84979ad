"""Every kernel of this environment knows %%rewrite, even after a restart that skipped the first cell."""

from importlib.util import find_spec

# IPython puts `c` here. A kernel without the course must start as if this file were not there.
if find_spec("genuinely") is not None:
    c.InteractiveShellApp.extensions.append("genuinely")  # noqa: F821
