"""Every kernel of this environment knows %%rewrite, even after a restart that skipped the first cell."""

try:
    from genuinely import load_ipython_extension  # noqa: F401
except Exception:  # a kernel without the course, or with a damaged one, starts as if this file were not there
    pass
else:
    c.InteractiveShellApp.extensions.append("genuinely")  # noqa: F821  (IPython puts c here)
