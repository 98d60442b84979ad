"""Grades on their way out: a table of our own, or an LMS's own table, filled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from genuinely.coaching.problem_sets import load_problem_sets
from genuinely.grading.course import Course
from genuinely.grading.lms.collected import read_record
from genuinely.grading.lms.grades import Assignment, read_assignments
from genuinely.grading.lms.roster import FILE, Person, Roster, read_roster
from genuinely.grading.lms.tables import guarded, read_table, write_rows
from genuinely.grading.lms.templates import Filled, To, Wanted, fill, shown
from genuinely.grading.trouble import CourseError


@dataclass(frozen=True)
class Choices:
    """What to export. names: assignments, all of the gradebook if there are none. The rest as for `Wanted`."""

    names: Sequence[str] = ()
    template: Path | None = None
    roster: Path | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    scale: bool = False


def export(course: Course, to: To, choices: Choices) -> Filled:
    """Return a table of grades as the bytes of a CSV file. Raises CourseError."""
    assignments = read_assignments(course, choices.names)
    roster = _roster(course, choices.roster, needed=to != "csv" or choices.template is not None)
    titles = {id: found.title for id, found in load_problem_sets().items()}
    if choices.template:
        wanted = Wanted(assignments, roster, titles, choices.columns, _participants(course, assignments), choices.scale)
        done = fill(read_table(choices.template), wanted)
    else:
        rows = {"csv": _plain, "canvas": _canvas, "moodle": _moodle}[to](assignments, roster)
        done = Filled(write_rows(list(rows), mark=to == "csv"), sum(len(each.grades) for each in assignments.values()))
    for name, assignment in assignments.items():
        waiting = sum(grade.waits for grade in assignment.grades.values())
        if waiting:
            done.notes.append(
                f"{name}: answers still wait for you in Formgrader (students: {waiting}); their points may change."
            )
    return done


def _roster(course: Course, file: Path | None, *, needed: bool) -> Roster:
    if file is None and not needed and not (course.kept / FILE).is_file():
        return Roster(())
    return read_roster(file or course.kept / FILE)


def _participants(course: Course, names: Mapping[str, Assignment]) -> dict[str, dict[str, str]]:
    """By assignment and student, the number that Moodle's folders had when they were collected."""
    return {
        name: {
            student: taken.user
            for student, notebooks in read_record(course, name).items()
            for taken in notebooks.values()
            if taken.lms == "moodle"
        }
        for name in names
    }


def _plain(assignments: Mapping[str, Assignment], roster: Roster) -> Iterator[list[str]]:
    yield ["student", "name", "email", "assignment", "score", "max_score", "late_penalty", "waits_for_you"]
    for student in _students(assignments):
        person = roster.by_hub(student) or Person(student)
        for name, assignment in assignments.items():
            grade = assignment.grades.get(student)
            if grade:
                points = [shown(grade.score), shown(assignment.maximum), shown(grade.penalty)]
                told = [guarded(text) for text in (student, person.name, person.email, name)]
                yield [*told, *points, "yes" if grade.waits else ""]


def _canvas(assignments: Mapping[str, Assignment], roster: Roster) -> Iterator[list[str]]:
    """As Canvas reads it: the headings that it asks for, the row of possible points, one row for each student."""
    yield ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *map(guarded, assignments)]
    yield ["    Points Possible", "", "", "", "", *(shown(each.maximum) for each in assignments.values())]
    for person in _people(assignments, roster):
        told = (person.name or person.hub, person.lms_id, person.sis_id, person.login, "")
        yield [*map(guarded, told), *_scores(assignments, person.hub)]


def _moodle(assignments: Mapping[str, Assignment], roster: Roster) -> Iterator[list[str]]:
    """As Moodle's import of grades takes it, where each column is assigned by hand."""
    yield ["ID number", "Email address", "Username", "Full name", *(f"Assignment: {name}" for name in assignments)]
    for person in _people(assignments, roster):
        told = (person.sis_id, person.email, person.login, person.name)
        yield [*map(guarded, told), *_scores(assignments, person.hub)]


def _scores(assignments: Mapping[str, Assignment], student: str) -> Iterator[str]:
    for assignment in assignments.values():
        grade = assignment.grades.get(student)
        yield shown(grade.score) if grade else ""


def _students(assignments: Mapping[str, Assignment]) -> list[str]:
    return sorted({student for assignment in assignments.values() for student in assignment.grades})


def _people(assignments: Mapping[str, Assignment], roster: Roster) -> Iterator[Person]:
    for student in _students(assignments):
        person = roster.by_hub(student)
        if person is None:
            raise CourseError(f"{student} has points and is not in the roster.", "Add a line for them.")
        yield person
