"""What can be wrong, each with its remedy."""

from __future__ import annotations


class GradingError(Exception):
    """Something that keeps work from being graded: what it is, and what to do about it."""

    def __init__(self, cause: str, remedy: str) -> None:
        self.cause = cause
        self.remedy = remedy
        super().__init__(cause, remedy)

    def __str__(self) -> str:
        return f"{self.cause} {self.remedy}"


class SubmissionError(GradingError):
    """What one student handed in cannot be graded. Nobody else's work is touched by it."""


class SourceError(GradingError):
    """The instructor's own notebook cannot be graded with; its cell is named in the cause."""


class CourseError(GradingError):
    """The course's settings, folders or gradebook cannot be used."""
