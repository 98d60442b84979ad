"""Collecting a class: what an LMS handed over, into nbgrader's tree, with a word on everything that was not taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from genuinely.grading.course import Course
from genuinely.grading.lms.archive import Entry, Source, as_utc, opened
from genuinely.grading.lms.collected import Record, Taken, read_record, write_record
from genuinely.grading.lms.grades import Assignment, read_assignments
from genuinely.grading.lms.matching import notebook_of, whose
from genuinely.grading.lms.names import Label, Lms, copies, read_label
from genuinely.grading.lms.placing import Place
from genuinely.grading.lms.reporting import Collected
from genuinely.grading.lms.roster import TEST_STUDENT, Person, Roster, squashed
from genuinely.grading.lms.tables import read_table
from genuinely.grading.lms.worksheet import Participant, read_participants
from genuinely.grading.trouble import CourseError, SubmissionError

_NO_DUE_DATE = (
    "It is late, but the gradebook knows no due date. Enter it in Formgrader (the pencil beside the assignment), and "
    "collect again."
)


@dataclass(frozen=True)
class Options:
    """How to collect.

    lms: whose pattern the names follow, None for whichever they look like. worksheet: Moodle's, for names and times.
    times: whether the files' own dates say when they were handed in. replace: whether a submission that may be the
    earlier one takes the place of what is there.
    """

    lms: Lms | None = None
    worksheet: Path | None = None
    times: bool = False
    replace: bool = False
    dry_run: bool = False


@dataclass(frozen=True)
class _Handed:
    """A notebook on its way: its entry, and what its name says."""

    entry: Entry
    label: Label

    @property
    def order(self) -> tuple[int, datetime, int]:
        """Later ones are greater."""
        return (self.label.upload or 0, self.entry.changed or datetime.min, copies(self.label.name))


def collect(course: Course, source: Path, assignment: str, roster: Roster, options: Options) -> Collected:
    """Put what was handed in where nbgrader looks for it.

    A submission that is there is replaced by a later one alone, and then kept in another folder.
    Raises CourseError if nothing can be collected, or no more.
    """
    notebooks = notebooks_of(course, assignment)
    run = _Run(course, assignment, notebooks, roster, options)
    with opened(source) as found:
        run.take(found)
    return run.done()


def notebooks_of(course: Course, assignment: str) -> list[str]:
    """Return the names of the assignment's notebooks. Raises CourseError if it has none."""
    folder = course.source / assignment
    is_plain = assignment == folder.name and folder.is_dir()
    found = sorted(file.stem for file in folder.glob("*.ipynb")) if is_plain else []
    if not found:
        there = sorted(each.name for each in course.source.iterdir()) if course.source.is_dir() else []
        raise CourseError(
            f"There is no assignment {assignment!r} in {course.source}.", f"There are: {', '.join(there) or 'none'}."
        )
    return found


class _Run:
    def __init__(
        self, course: Course, assignment: str, notebooks: Sequence[str], roster: Roster, options: Options
    ) -> None:
        self._course, self._name, self._notebooks = course, assignment, notebooks
        self._roster, self._options = roster, options
        others = course.source.glob("*/*.ipynb")
        self._elsewhere = sorted({file.stem for file in others if file.parent.name != assignment} - set(notebooks))
        self._participants: Mapping[str, Participant] = {}
        if options.worksheet:
            self._participants = read_participants(read_table(options.worksheet))
        self._record: Record = read_record(course, assignment)
        self._graded = _graded(course, assignment)
        self._report = Collected()

    def take(self, source: Source) -> None:
        handed: defaultdict[str, defaultdict[str, list[_Handed]]] = defaultdict(lambda: defaultdict(list))
        others: defaultdict[str, list[_Handed]] = defaultdict(list)
        people: dict[str, Person] = {}
        for entry in source.entries:
            label = read_label(entry.parts, self._options.lms)
            if not self._is_notebook(entry, label):
                continue
            if any(squashed(who) in TEST_STUDENT for who in label.who) and label.lms == "canvas":
                self._note(entry.path, "It is of Canvas's test student, and was left out.")
                continue
            try:
                person = whose(label, self._roster, self._participants, self._notebooks)
            except SubmissionError as error:
                self._report.unmatched.append((entry.path, error))
                continue
            name = notebook_of(label, self._notebooks)
            if name is None and notebook_of(label, self._elsewhere):
                self._note(entry.path, "It belongs to another assignment, and was left out.")
                continue
            people[person.hub] = person
            (handed[person.hub][name] if name else others[person.hub]).append(_Handed(entry, label))
        self._report.unmatched += source.refused
        for hub in [person.hub for person in self._roster.people if person.hub in people]:
            self._take_student(hub, handed[hub], others[hub])

    def done(self) -> Collected:
        """Return the report, with the record written."""
        taken = {hub for hub, _ in self._report.placed}
        self._report.absent = [
            person.hub
            for person in self._roster.people
            if person.hub not in taken and not (self._course.submitted / person.hub / self._name).is_dir()
        ]
        if not self._options.dry_run and self._record:
            try:
                write_record(self._course, self._name, self._record)
            except OSError as error:
                raise CourseError(
                    f"{self._course.kept} cannot be written to ({error.strerror}).",
                    "Mend its rights, and collect again.",
                ) from error
        return self._report

    def _is_notebook(self, entry: Entry, label: Label) -> bool:
        if label.kind == "file" and label.name.casefold().endswith(".ipynb"):
            return True
        if label.lms != "drive":
            self._report.notes.append((entry.path, "It is not a notebook, and was left out."))
        return False

    def _take_student(self, hub: str, handed: Mapping[str, list[_Handed]], others: list[_Handed]) -> None:
        handed = dict(handed)
        if others and not handed and len(self._notebooks) == 1:
            handed = {self._notebooks[0]: others}
            last = max(others, key=lambda each: each.order)
            self._note(hub, f"Handed in as {last.label.name!r}; taken for {self._notebooks[0]}.ipynb.")
            others = []
        for each in others:
            self._report.unmatched.append(
                (
                    each.entry.path,
                    SubmissionError(
                        f"{hub} handed it in under another name than a notebook of {self._name} has.",
                        f"If it is meant, rename it to {self._notebooks[0]}.ipynb, and collect again.",
                    ),
                )
            )
        for name, several in handed.items():
            *earlier, last = sorted(several, key=lambda each: each.order)
            if earlier:
                self._note(hub, f"{len(several)} files for {name}; the last one counts: {last.label.name!r}.")
            try:
                self._put(hub, name, last)
            except SubmissionError as error:
                self._report.unmatched.append((last.entry.path, error))

    def _put(self, hub: str, name: str, handed: _Handed) -> None:
        raw = handed.entry.read()
        label, changed = handed.label, handed.entry.changed
        taken = Taken(
            label.lms, label.kept, label.user, label.upload, changed.isoformat() if changed else "", label.late
        )
        place = Place(self._course, hub, self._name, name)
        there = place.read()
        if there == raw:
            self._report.unchanged.append(hub)
            self._remember(hub, name, taken)
            if not self._options.dry_run and not place.has_time:
                place.tell_time(self._handed_in(hub, handed))
            return
        before = self._record.get(hub, {}).get(name) or place.as_taken()
        if there is not None and not self._options.replace and not taken.is_later_than(before):
            said = (
                "an earlier one than what is there"
                if taken.is_later_than(before) is False
                else "perhaps the earlier one"
            )
            self._report.kept.append((hub, f"{handed.entry.path} is {said}; --replace would take it all the same."))
            return
        if not self._options.dry_run:
            place.put(raw, self._handed_in(hub, handed))
        else:
            self._handed_in(hub, handed)
        self._report.placed.append((hub, "new" if there is None else "replaces an earlier one, which is kept"))
        self._remember(hub, name, taken)

    def _remember(self, hub: str, name: str, taken: Taken) -> None:
        self._record.setdefault(hub, {})[name] = taken

    def _handed_in(self, hub: str, handed: _Handed) -> datetime | None:
        """When it was handed in, in UTC without a zone, as far as the source says it."""
        participant = self._participants.get(handed.label.user) if handed.label.lms == "moodle" else None
        due = self._graded.due_for(hub) if self._graded else None
        if participant and participant.handed_in:
            return as_utc(participant.handed_in)
        late = participant.late if participant else None
        is_late = late is not None or handed.label.late
        if is_late and due is None:
            self._note(hub, _NO_DUE_DATE)
        elif is_late and late is None:
            self._note(
                hub,
                "Canvas calls it late and does not say by how much, so it counts as one second late. If more depends "
                "on it, write the true time into timestamp.txt.",
            )
        if is_late and due is not None:
            return due + (late or timedelta(seconds=1))
        return as_utc(handed.entry.changed) if self._options.times and handed.entry.changed else None

    def _note(self, hub: str, said: str) -> None:
        self._report.notes.append((hub, said))


def _graded(course: Course, assignment: str) -> Assignment | None:
    """What the gradebook says of the assignment; None while it says nothing, which keeps nobody from collecting."""
    try:
        return read_assignments(course, [assignment])[assignment]
    except CourseError:
        return None
