"""nbgrader's own Autograde on the way of this course: by its command and by Formgrader's button alike.

Both make an `nbgrader.converters.autograde.Autograde` and call its method `start`. That method is the one point at
which something else is put in nbgrader's place.
"""

from __future__ import annotations

import sys
from typing import Any

TESTED = ("0.9.5", "0.9.6")
"""The versions of nbgrader in which both were seen to go through that point, and through no other."""

_UNKNOWN = (
    "Autograde is switched off: nbgrader {version} is not one of the versions that this course was tested with "
    "({tested}), and its own autograde would run students' code on this machine. "
    "Grade with `genuinely grade ASSIGNMENT`, or install nbgrader {newest}."
)


def install() -> None:
    """Make nbgrader's Autograde grade as `genuinely grade` does, so that nothing of a student's is run.

    Called by `nbgrader_config.py`, as often as nbgrader reads it. Where nbgrader is not loaded, the file is read for
    its settings alone, and nothing is done. Under a version of nbgrader that was not tested, Autograde refuses with a
    sentence instead. Raises SystemExit where not even that can be had.
    """
    if "nbgrader" not in sys.modules:
        return
    import nbgrader  # type: ignore[import-untyped]

    version = str(nbgrader.__version__)
    try:
        from nbgrader.converters import NbGraderException  # type: ignore[import-untyped]
        from nbgrader.converters.autograde import Autograde  # type: ignore[import-untyped]
    except ImportError:
        raise SystemExit(_refusal(version)) from None
    if version in TESTED:
        Autograde.start = _start
        return

    def refuse(converter: Any, *_: Any, **__: Any) -> None:
        converter.log.error("%s", _refusal(version))
        raise NbGraderException(_refusal(version))

    # However another version may come to a notebook, it does not come past one of these.
    for name in ("start", "init_notebooks", "convert_notebooks", "convert_single_notebook"):
        setattr(Autograde, name, refuse)


def _start(converter: Any) -> None:
    from genuinely.grading.autograding import autograde

    autograde(converter)


def _refusal(version: str) -> str:
    return _UNKNOWN.format(version=version, tested=", ".join(TESTED), newest=TESTED[-1])
