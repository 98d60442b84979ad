"""Pages of feedback for an assignment: from submissions and gradebook into the folder that nbgrader releases from."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice
from pathlib import Path

from genuinely.coaching.problem_sets import load_problem_sets
from genuinely.coaching.wording import LANGUAGE
from genuinely.grading.answers import find_answers
from genuinely.grading.course import Course
from genuinely.grading.feedback_page import Sheet, feedback_page, page_style
from genuinely.grading.grade import stamp
from genuinely.grading.gradebook_reading import ReadGradebook, Told
from genuinely.grading.graded_files import GradedFiles
from genuinely.grading.memory import FILE, Remembering, remember
from genuinely.grading.notebooks import read_cells
from genuinely.grading.record import recorded
from genuinely.grading.run import CHUNK, read_sources
from genuinely.grading.source import Source
from genuinely.grading.submissions import SECRET, TIMESTAMP, Submission, read_secret, read_submission, students
from genuinely.grading.trouble import CourseError, GradingError, SubmissionError
from genuinely.resources import data
from genuinely.scenarios import FrozenDict

_FORM = "1"
"""Of the page. Another number makes every page be written anew."""

_BEGINNING = 300
"""Bytes of a page in which the digits stand that it was made from."""


@dataclass
class FeedbackReport:
    """What became of the pages, as far as it has come.

    written, unchanged: students with all of whose pages it was so. pages: each with its student, in that order.
    troubles: for each student without, why.
    """

    total: int = 0
    written: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    pages: list[tuple[str, Path]] = field(default_factory=list)
    troubles: list[tuple[str, GradingError]] = field(default_factory=list)

    @property
    def done(self) -> int:
        """Return how many students were dealt with."""
        return len(self.written) + len(self.unchanged) + len(self.troubles)


Progress = Callable[[FeedbackReport], None]


@dataclass(frozen=True)
class _Page:
    """A page that is to be written: its notebook's name and its text."""

    notebook: str
    text: str


def write_feedback(
    course: Course,
    assignment: str,
    only: Sequence[str] = (),
    *,
    progress: Progress = lambda report: None,
) -> FeedbackReport:
    """Write a page for each student in `only`, or for all, and each notebook that was graded.

    A page that would say the same is left as it is. Each is written beside its place first and then moved there, so
    that a run may be killed at any moment, and the next goes on. Nothing else than pages is written.
    Raises CourseError or SourceError if no page can be written, or no more.
    """
    book = ReadGradebook(course, assignment)
    sources = read_sources(course, assignment, book)
    return _Writing(course, assignment, sources, book.told()).run(only, progress)


class _Writing:
    """One run, and what it has come to."""

    def __init__(
        self,
        course: Course,
        assignment: str,
        sources: FrozenDict[str, Source],
        told: dict[tuple[str, str], Told],
    ) -> None:
        self._course = course
        self._assignment = assignment
        self._sources = sources
        self._told = told
        self._assessor = Remembering(course.kept / FILE)
        found = load_problem_sets().get(assignment)
        self._title = found.title if found else assignment
        self._report = FeedbackReport()

    def run(self, only: Sequence[str], progress: Progress) -> FeedbackReport:
        wanted = list(dict.fromkeys(only)) or students(self._course, self._assignment)
        self._report.total = len(wanted)
        waiting = iter(wanted)
        while chunk := list(islice(waiting, CHUNK)):
            self._write(chunk)
            remember(self._course.kept / FILE, self._assessor.learned())
            progress(self._report)
        return self._report

    def _write(self, chunk: Sequence[str]) -> None:
        try:
            with GradedFiles(self._course.feedback) as files:
                done = [(student, self._one(student, files)) for student in chunk]
                files.put()
        except OSError as error:
            raise CourseError(
                f"{self._course.feedback} cannot be written to ({error.strerror}).",
                "Pages that were written before are whole. Make room or mend its rights, and do it again.",
            ) from error
        for student, outcome in done:
            if isinstance(outcome, GradingError):
                self._report.troubles.append((student, outcome))
                continue
            pages, written = outcome
            (self._report.written if written else self._report.unchanged).append(student)
            self._report.pages += [(student, page) for page in pages]

    def _one(self, student: str, files: GradedFiles) -> tuple[list[Path], bool] | GradingError:
        """The places of a student's pages, and whether any is written now; or why there are none."""
        try:
            submission = read_submission(self._course, student, self._assignment, list(self._sources))
            made = list(self._made(submission))
            secret = read_secret(self._course, student, self._assignment)
        except GradingError as error:
            return error
        for page in made:
            if page.text:
                files.write(student, self._assignment, f"{page.notebook}.html", page.text)
        if any(page.text for page in made):
            _beside(files, student, self._assignment, self._course.autograded, secret)
        return [self._place(student, page.notebook) for page in made], any(page.text for page in made)

    def _made(self, submission: Submission) -> Iterator[_Page]:
        """The pages of a submission; their text is "" where the one that is there says the same."""
        for name, raw in submission.notebooks.items():
            source, told = self._sources[name], self._told.get((submission.student, name))
            graded = stamp(raw, source)
            file = self._course.autograded / submission.student / self._assignment / f"{name}.ipynb"
            if told is None or not _complete(told, source) or recorded(file, graded) is None:
                raise SubmissionError(
                    f"{name}.ipynb is not graded, or was handed in anew since.",
                    f"Run `genuinely grade {self._assignment}`, and then this again.",
                )
            made_from = _digits(_FORM, graded, self._title, repr(told), _words())
            if _says(self._place(submission.student, name), made_from):
                yield _Page(name, "")
                continue
            answers = find_answers(read_cells(raw), source)
            sheet = Sheet(submission.student, self._title, source, answers, told)
            yield _Page(name, feedback_page(sheet, self._assessor, made_from))

    def _place(self, student: str, notebook: str) -> Path:
        return self._course.feedback / student / self._assignment / f"{notebook}.html"


def _complete(told: Told, source: Source) -> bool:
    return all(item.grade_id in told.grades for item in source.items)


def _beside(files: GradedFiles, student: str, assignment: str, graded: Path, secret: str) -> None:
    """What `nbgrader release_feedback` looks for beside a page."""
    timestamp = graded / student / assignment / TIMESTAMP
    if timestamp.is_file():
        files.write(student, assignment, TIMESTAMP, timestamp.read_text(encoding="utf-8"))
    if secret:
        files.write(student, assignment, SECRET, secret)


def _says(page: Path, made_from: str) -> bool:
    try:
        with page.open("rb") as file:
            return made_from.encode("ascii") in file.read(_BEGINNING)
    except OSError:
        return False


@cache
def _words() -> str:
    """Digits of all that a page says in the course's own words, and of how it looks."""
    wording = sorted(data("wording", LANGUAGE).iterdir(), key=lambda file: file.name)
    return _digits(page_style(), *(file.read_text(encoding="utf-8") for file in wording if file.is_file()))


def _digits(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
