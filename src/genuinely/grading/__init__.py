"""Floor 5: a class. Submissions are read as data, graded by a pure function, and put into nbgrader's gradebook."""

from __future__ import annotations

from genuinely.grading.installing import install

__all__ = ["install"]
