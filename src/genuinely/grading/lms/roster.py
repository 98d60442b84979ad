"""Who is in the class, and under which names: the roster by which what an LMS hands over finds its student."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from genuinely.grading.lms.tables import read_table
from genuinely.grading.student_ids import check_student_id
from genuinely.grading.trouble import CourseError, SubmissionError

FILE = "roster.csv"
"""In the folder of the gradebook, unless another is named."""

TEST_STUDENT = ("studenttest", "teststudent")
"""How Canvas calls the student whose place a teacher takes to look around, spelt as `squashed` does."""

_HEADINGS = {
    "hub": ("hub name", "hub", "hub id", "student id", "student_id"),
    "lms_id": ("lms id", "lms", "canvas id", "canvas user id", "moodle id", "id"),
    "sis_id": ("sis id", "sis user id", "id number"),
    "login": ("login", "sis login id", "username", "user name"),
    "email": ("email", "e-mail", "email address", "e-mail address", "mail"),
    "name": ("name", "full name", "student"),
    "first": ("first name", "firstname", "given name"),
    "last": ("last name", "lastname", "surname", "family name"),
}
_EXAMPLE = "hub name,lms id,sis id,email,name"


@dataclass(frozen=True)
class Person:
    """Somebody in the class. hub: the name that nbgrader knows them by; the others "" where they are not known."""

    hub: str
    lms_id: str = ""
    sis_id: str = ""
    login: str = ""
    email: str = ""
    name: str = ""

    @property
    def ids(self) -> Iterator[str]:
        """Yield everything that names this person and nobody else."""
        yield from (each for each in (self.hub, self.lms_id, self.sis_id, self.login, self.email) if each)


class Roster:
    """The class, in the order of its file, and how to find somebody in it."""

    def __init__(self, people: Iterable[Person]) -> None:
        self.people = tuple(people)

    def by_hub(self, hub: str) -> Person | None:
        """Return whom nbgrader knows by this name."""
        return self._hubs.get(hub)

    def by_id(self, id: str) -> list[Person]:
        """Return all whom this id names: in a sound roster one person, or nobody."""
        return self._ids.get(id.strip().casefold(), [])

    def by_name(self, name: str) -> list[Person]:
        """Return all who have this name, in whichever order its parts stand and however they are joined."""
        return self._names.get(squashed(name), [])

    def find(self, text: str) -> list[Person]:
        """Return all whom a text names, by an id or else by their name."""
        return self.by_id(text) or self.by_name(text)

    @cached_property
    def _hubs(self) -> dict[str, Person]:
        return {person.hub: person for person in self.people}

    @cached_property
    def _ids(self) -> dict[str, list[Person]]:
        return _index((id.casefold(), person) for person in self.people for id in set(person.ids))

    @cached_property
    def _names(self) -> dict[str, list[Person]]:
        return _index((key, person) for person in self.people for key in _spellings(person.name))


def read_roster(file: Path) -> Roster:
    """Read a roster from a CSV file with a heading for each column. A line without a Hub name is passed over.

    What Canvas or Moodle exports is a roster as soon as it has one more column, `hub name`.

    Raises CourseError, with row and remedy, if it cannot be used.
    """
    if not file.is_file():
        raise CourseError(
            f"There is no roster {file}.",
            f"Make a CSV file with one line for each student under the headings {_EXAMPLE}; columns that you do not "
            "need may be left out. Or name another file by --roster.",
        )
    table = read_table(file)
    columns = _columns(table.header)
    if "hub" not in columns:
        found = ", ".join(table.header) or "none"
        raise CourseError(
            f"{file.name} has no column for the name in nbgrader (found: {found}).",
            f"Head it `hub name`. The headings that are read are {_EXAMPLE}, first name, last name, login.",
        )
    people = []
    for row in range(1, len(table.rows)):
        said = {field: table.value(row, column) for field, column in columns.items()}
        if said["hub"]:  # an LMS's own table has rows about nobody
            people.append(_person(said, f"{file.name}, line {row + 1}"))
    _check_hubs(people, file.name)
    return Roster(people)


def squashed(name: str) -> str:
    """Return a name by which its spellings are compared: small letters and digits alone, without accents."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return "".join(sign for sign in plain.casefold() if sign.isalnum())


def _columns(header: list[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for column, heading in enumerate(header):
        for field, headings in _HEADINGS.items():
            if " ".join(heading.casefold().split()) in headings:
                found.setdefault(field, column)
    return found


def _person(said: dict[str, str], where: str) -> Person:
    name = said.pop("name", "") or " ".join(filter(None, (said.get("first", ""), said.get("last", ""))))
    said = {field: value for field, value in said.items() if field not in ("first", "last")}
    try:
        check_student_id(said["hub"])
    except SubmissionError as error:
        raise CourseError(f"{where}: {error.cause}", "Give a plain name: letters, digits, hyphens.") from error
    return Person(name=name, **said)


def _check_hubs(people: list[Person], name: str) -> None:
    seen: dict[str, str] = {}
    for person in people:
        other = seen.setdefault(person.hub.casefold(), person.hub)
        if other is not person.hub:
            same = (
                f"{person.hub!r} is there twice" if other == person.hub else f"{other!r} and {person.hub!r} are alike"
            )
            raise CourseError(
                f"{name}: the Hub name {same}.",
                "Give each student one line and a name of their own, also in small letters.",
            )


def _spellings(name: str) -> set[str]:
    """A name as it may be joined: as it stands, and with its last or its first word moved to the other end."""
    parts = re.split(r"[,\s]+", name.strip(", "))
    if not parts[0]:
        return set()
    family, comma, given = name.partition(",")
    found = {squashed(name), squashed(" ".join((parts[-1], *parts[:-1]))), squashed(" ".join((*parts[1:], parts[0])))}
    return found | ({squashed(given + family)} if comma else set()) - {""}


def _index(pairs: Iterable[tuple[str, Person]]) -> dict[str, list[Person]]:
    found: defaultdict[str, list[Person]] = defaultdict(list)
    for key, person in pairs:
        if person not in found[key]:
            found[key].append(person)
    return dict(found)
