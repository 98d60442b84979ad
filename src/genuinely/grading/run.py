"""Grading an assignment from end to end: from the folder of submissions into the gradebook and the graded notebooks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from genuinely.grading.changes import Stood, changes
from genuinely.grading.course import Course
from genuinely.grading.engines import Bench, Job, Outcome, in_processes, one_by_one
from genuinely.grading.grade import Graded, stamp
from genuinely.grading.gradebook import Entry, Gradebook, Standing
from genuinely.grading.gradebook_reading import ReadGradebook
from genuinely.grading.graded_files import GradedFiles
from genuinely.grading.known_texts import REFERENCES, known_texts
from genuinely.grading.lateness import parse_timestamp
from genuinely.grading.marking import Score
from genuinely.grading.memory import FILE, remember
from genuinely.grading.on_dask import on_dask
from genuinely.grading.pins import check_pin, installed, write_pin
from genuinely.grading.record import recorded
from genuinely.grading.report import Report
from genuinely.grading.source import Source, read_source
from genuinely.grading.submissions import SECRET, TIMESTAMP, Submission, read_secret, read_submission, students
from genuinely.grading.trouble import CourseError, SourceError, SubmissionError
from genuinely.scenarios import FrozenDict

CHUNK = 50
"""Submissions that are written in one transaction."""

WORTH_A_PROCESS = 40
"""Submissions for which starting one more process pays."""

Progress = Callable[[Report], None]
T = TypeVar("T")


def grade_assignment(
    course: Course,
    assignment: str,
    *,
    only: Sequence[str] = (),
    workers: int | None = 0,
    dask: str = "",
    dry_run: bool = False,
    anew: bool = False,
    progress: Progress = lambda report: None,
) -> Report:
    """Grade what was handed in, by the students in `only` or by all, and return what came of it.

    Whoever was graded before with the same result is left as they are. Written is by chunks: first the gradebook, in
    one transaction, then the files; a run that is killed between the two is mended by the next. With `dry_run`
    nothing is written. `workers` processes grade at once: as many as pay for None, this one alone for 0; with
    `dask`, the address of a scheduler, its cluster does. A submission that brings a process down or holds it up is
    then named like any other trouble.
    With `anew` everything is graded again, whatever it is pinned to and whatever was assessed before; the report then
    says what changes, and of what does not the gradebook is left as it is.
    Raises CourseError or SourceError if nothing can be graded, or no more, or if the assignment is pinned to other
    versions than those that are installed.
    """
    book = Gradebook(course, assignment)
    try:
        sources = read_sources(course, assignment, book)
        if not anew:
            check_pin(course, assignment, sources.values())
        return _Run(course, assignment, book, sources, dry_run, anew).run(only, workers, dask, progress)
    finally:
        book.close()


def pin_installed(course: Course, assignment: str, date: str) -> None:
    """Pin an assignment to what is installed now, with this as its date. Raises CourseError, SourceError."""
    book = Gradebook(course, assignment)
    try:
        write_pin(course, assignment, installed(read_sources(course, assignment, book).values()), date)
    finally:
        book.close()


def read_sources(course: Course, assignment: str, book: Gradebook | ReadGradebook) -> FrozenDict[str, Source]:
    """Return the instructor's notebooks of an assignment by name. Raises SourceError, CourseError."""
    found = {}
    for name, released in book.released().items():
        file = course.source / assignment / f"{name}.ipynb"
        try:
            raw = file.read_bytes()
        except OSError as error:
            raise SourceError(f"{file} cannot be read ({error.strerror}).", "Put the notebook back.") from error
        source = read_source(raw, name, released)
        references = course.source.parent / REFERENCES / f"{assignment}.toml"
        known = known_texts(raw, references, [item.scenario for item in source.items if item.scenario])
        found[name] = replace(source, known=known)
    if not found:
        raise CourseError(f"The gradebook has no notebook of {assignment!r}.", "Run generate_assignment.")
    return FrozenDict(found)


class _Run:
    """One run, and what it has come to."""

    def __init__(
        self,
        course: Course,
        assignment: str,
        book: Gradebook,
        sources: Mapping[str, Source],
        dry_run: bool,
        anew: bool,
    ) -> None:
        self._course = course
        self._assignment = assignment
        self._book = book
        self._memory = course.kept / FILE
        self._bench = Bench(FrozenDict(sources), None if anew else self._memory)
        self._dry_run = dry_run
        self._anew = anew
        self._stood: dict[str, dict[str, dict[str, Stood]]] = {}
        self._timestamps: dict[str, str] = {}
        self._report = Report()

    def run(self, only: Sequence[str], workers: int | None, dask: str, progress: Progress) -> Report:
        wanted = list(dict.fromkeys(only)) or students(self._course, self._assignment)
        self._report.total = len(wanted)
        if workers is None:
            workers = min(os.cpu_count() or 1, 1 + len(wanted) // WORTH_A_PROCESS)
        jobs = self._jobs(wanted)
        for chunk in _chunks(self._outcomes(jobs, workers, dask)):
            self._take(chunk)
            progress(self._report)
        for left in _chunks(iter([Entry(student, {}) for student in self._report.unchanged])):
            self._write(left, {})
        return self._report

    def _outcomes(self, jobs: Iterator[Job], workers: int, dask: str) -> Iterator[Outcome]:
        if dask:
            return on_dask(self._bench, jobs, dask)
        return in_processes(self._bench, jobs, workers) if workers else one_by_one(self._bench, jobs)

    def _jobs(self, wanted: Sequence[str]) -> Iterator[Job]:
        """Read each submission when its turn comes, and yield those that are not graded yet."""
        standings = self._book.standings()
        for student in wanted:
            try:
                submission = read_submission(self._course, student, self._assignment, list(self._bench.sources))
            except SubmissionError as error:
                self._report.troubles.append((student, error))
                continue
            self._timestamps[student] = submission.timestamp
            if self._anew:
                self._stood[student] = self._standing(submission, standings.get(student, {}))
                yield Job(student, submission.notebooks)
                continue
            before = {name: self._before(submission, name, standings.get(student, {})) for name in submission.notebooks}
            if None in before.values():
                yield Job(student, submission.notebooks)
            else:
                self._report.unchanged.append(student)
                for name, scores in before.items():
                    self._report.add(student, name, scores or ())

    def _standing(
        self, submission: Submission, standings: Mapping[tuple[str, str], Standing]
    ) -> dict[str, dict[str, Stood]]:
        """What stands of a submission, by notebook and grade id: in the gradebook, and in its graded notebooks."""
        found: dict[str, dict[str, Stood]] = {}
        for name in submission.notebooks:
            scores = {score.grade_id: score for score in recorded(self._file(submission.student, name)) or ()}
            found[name] = {
                id: Stood(standing.auto_score, standing.by_person, scores.get(id))
                for (notebook, id), standing in standings.items()
                if notebook == name
            }
        return found

    def _before(
        self, submission: Submission, name: str, standings: Mapping[tuple[str, str], Standing]
    ) -> list[Score] | None:
        """Of a notebook that is graded already, in its file and in the gradebook alike: what still needs a person."""
        made_of = stamp(submission.notebooks[name], self._bench.sources[name])
        scores = recorded(self._file(submission.student, name), made_of)
        if scores is None:
            return None
        found = [(score, standings.get((name, score.grade_id))) for score in scores]
        if any(standing is None or standing.auto_score != score.points for score, standing in found):
            return None
        return [score for score, standing in found if standing and standing.needs_person]

    def _file(self, student: str, name: str) -> Path:
        return self._course.autograded / student / self._assignment / f"{name}.ipynb"

    def _take(self, chunk: Sequence[Outcome]) -> None:
        """Write what became of a few jobs, and then count them."""
        sound = [outcome for outcome in chunk if outcome.error is None]
        entries = [Entry(each.student, self._written(each)) for each in sound]
        texts = {(each.student, name): graded.notebook for each in sound for name, graded in each.graded.items()}
        self._write(entries, texts)
        if not self._dry_run:
            remember(self._memory, {key: told for each in chunk for key, told in each.learned.items()})
        self._report.troubles += [(each.student, each.error) for each in chunk if each.error is not None]
        for outcome in sound:
            self._report.graded.append(outcome.student)
            for name, graded in outcome.graded.items():
                self._report.add(outcome.student, name, (score for score in graded.scores if score.needs_person))

    def _written(self, outcome: Outcome) -> dict[str, Graded | None]:
        """What is written of a submission; where all is graded anew, of notebooks alone in which something changes."""
        stood = self._stood.pop(outcome.student, None)
        if stood is None:
            return {**dict.fromkeys(self._bench.sources), **outcome.graded}
        found: dict[str, Graded | None] = {}
        for name, graded in outcome.graded.items():
            changed = list(changes(outcome.student, name, stood[name], graded.scores))
            self._report.changes += changed
            if changed or not stood[name]:
                found[name] = graded
        return found

    def _write(self, entries: Sequence[Entry], texts: Mapping[tuple[str, str], str]) -> None:
        if self._dry_run or not entries:
            return
        dated = [replace(entry, handed_in=self._handed_in(entry.student)) for entry in entries]
        try:
            with GradedFiles(self._course.autograded) as files:
                for (student, name), text in texts.items():
                    files.write(student, self._assignment, f"{name}.ipynb", text)
                for entry in dated:
                    if entry.handed_in is not None:
                        files.write(
                            entry.student, self._assignment, TIMESTAMP, f"{entry.handed_in.isoformat(' ')} UTC\n"
                        )
                    if secret := read_secret(self._course, entry.student, self._assignment):
                        files.write(entry.student, self._assignment, SECRET, secret)
                self._book.put(dated)
                files.put()
        except OSError as error:
            raise CourseError(
                f"{self._course.autograded} cannot be written to ({error.strerror}).",
                "What was written before is kept. Make room or mend its rights, and grade again.",
            ) from error

    def _handed_in(self, student: str) -> datetime | None:
        text = self._timestamps[student]
        found = parse_timestamp(text)
        if found is None and text.strip():
            self._report.notes.append(
                (student, "timestamp.txt says no time, so nothing is known of when it was handed in.")
            )
        return found


def _chunks(items: Iterable[T]) -> Iterator[list[T]]:
    running = iter(items)
    while chunk := list(islice(running, CHUNK)):
        yield chunk
