"""Whose a handed-over file is, and which notebook of the assignment it holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from genuinely.grading.lms.names import Label, stems
from genuinely.grading.lms.roster import Person, Roster
from genuinely.grading.lms.worksheet import Participant
from genuinely.grading.trouble import SubmissionError

MARK = {"canvas": "lms id", "moodle": "name", "drive": "hub name"}
"""The heading of the roster that an LMS's files are best matched by."""


def whose(
    label: Label, roster: Roster, participants: Mapping[str, Participant], notebooks: Sequence[str] = ()
) -> Person:
    """Return who handed in the file. Raises SubmissionError, with what to write into the roster."""
    named = (_may_be(_named(who, roster, notebooks), label) for who in label.who)
    for found in (_by_number(label, roster, participants), *named):
        if len(found) > 1:
            hubs = ", ".join(person.hub for person in found)
            raise SubmissionError(
                f"It may belong to each of {hubs}.",
                "Give them different names in the roster, or their `lms id`; for Moodle, add --worksheet.",
            )
        if found:
            return found[0]
    raise SubmissionError("Nobody in the roster has this name.", _add(label))


def notebook_of(label: Label, notebooks: Sequence[str]) -> str | None:
    """Return which of the notebooks a file is by its name, or None."""
    wanted = {name.casefold(): name for name in notebooks}
    for stem in stems(label.name):
        if stem.casefold() in wanted:
            return wanted[stem.casefold()]
    if label.lms == "drive":  # the student's name may stand beside the notebook's
        stem = PurePosixPath(label.name).stem.casefold()
        held = [name for name in sorted(notebooks, key=len, reverse=True) if name.casefold() in stem]
        return held[0] if held else None
    return None


def _by_number(label: Label, roster: Roster, participants: Mapping[str, Participant]) -> list[Person]:
    if label.lms == "moodle":
        participant = participants.get(label.user)
        if participant is None:
            return []
        by_id = [person for id in participant.ids for person in roster.by_id(id)]
        return list(dict.fromkeys(by_id)) or roster.by_name(participant.name)
    return [person for person in roster.by_id(label.user) if person.lms_id == label.user] if label.user else []


def _may_be(people: list[Person], label: Label) -> list[Person]:
    """Those of a name whose number is not known to be another: the test student, say, may be called like anybody."""
    if label.lms != "canvas":
        return people
    return [person for person in people if not person.lms_id or person.lms_id == label.user]


def _named(who: str, roster: Roster, notebooks: Sequence[str]) -> list[Person]:
    found = roster.find(who)
    for name in () if found else notebooks:
        at = who.casefold().find(name.casefold())
        if at >= 0:
            found = roster.find((who[:at] + who[at + len(name) :]).strip(" -_.()"))
    return found


def _add(label: Label) -> str:
    if label.lms == "canvas" and label.user.isdigit():
        return f"Write {label.user} under `lms id` into this student's line of the roster, and collect again."
    if label.lms == "canvas":
        return "It was graded anonymously: in Canvas, show the names, and download again."
    if label.lms == "moodle":
        return "Write the name as Moodle has it under `name` into the roster, or add --worksheet, and collect again."
    return "Write what the folder or file is called under `hub name` or `name` into the roster, and collect again."
