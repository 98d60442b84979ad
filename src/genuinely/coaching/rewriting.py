"""What a `%%rewrite` cell does: read the message, keep it, show the feedback."""

from __future__ import annotations

import re
from dataclasses import dataclass

from genuinely.assessing import TooLongError, assess
from genuinely.coaching.drafts import remember
from genuinely.coaching.feedback import Feedback
from genuinely.coaching.history import KIND, history
from genuinely.coaching.ids import known, shape, tidy, used_so_far, wrong_id
from genuinely.coaching.keeping_words import keep_and_tell
from genuinely.coaching.page import Notice, Shown
from genuinely.coaching.problem_sets import terms_of
from genuinely.coaching.view import View
from genuinely.coaching.wording import say
from genuinely.scenarios import load_scenario

_NBGRADER_MARK = re.compile(r"(?:^[ \t]*)?### (?:BEGIN|END) SOLUTION[ \t]*\r?\n?", re.MULTILINE)
_CODE = re.compile(r"[ \t]*(?:score|show_scenario)\s*\(.*\)[ \t;]*|[ \t]*%(?:load_ext genuinely|rewrite_history\b.*)")
_SECOND = re.compile(r"[ \t]*%%\s*rewrite\b.*")


@dataclass(frozen=True)
class Cell:
    """What a cell asks for: a scenario's id as typed, the message, and sentences on what was mended."""

    id: str
    message: str
    notes: tuple[str, ...] = ()


def rewrite(line: str, body: str, notes: tuple[str, ...] = ()) -> Shown:
    """Assess and keep the message in `body` for the scenario named in `line`, and return the feedback."""
    cell = read(line, body)
    notes = notes + cell.notes
    if not cell.id:
        return Notice((*notes, say("accident.no_id", shape=shape(), used=used_so_far())))
    if not known(cell.id):
        return Notice((*notes, *wrong_id(cell.id)))
    card = load_scenario(cell.id)
    remember(card.id, cell.message)
    try:
        assessment = assess(cell.message, card)
    except TooLongError as error:
        outcome = keep_and_tell(KIND, card.id, {"text": cell.message})
        return Notice((*notes, str(error), *outcome.troubles))
    if not assessment.attempted:
        empty = say("empty.not_attempted", shape=shape(card.id), recipient=card.recipient.name)
        return Notice((*notes, empty))
    outcome = keep_and_tell(KIND, card.id, {"text": cell.message})
    notes = (*notes, *outcome.troubles)
    if when := terms_of(card.id).opening():
        return Notice((*notes, say("later.rewrite", when=when), *filter(None, (outcome.done,))))
    return Feedback(View(cell.message, card, assessment, notes=notes, footer=outcome.done))


def rewrite_history(line: str) -> Shown:
    """Return how the levels moved from draft to draft for the scenario named in `line`."""
    id = tidy(line)
    if not id:
        return Notice((say("accident.no_id", shape="%rewrite_history SCENARIO-ID", used=used_so_far()),))
    return history(load_scenario(id)) if known(id) else Notice(wrong_id(id))


def read(line: str, body: str) -> Cell:
    """Take a cell apart: the id may be quoted, have lost its hyphens, or have the message behind it."""
    message, notes = _message(body)
    id = tidy(line)
    if not id or known(id):
        return Cell(id, message, notes)
    first, *rest = line.split(maxsplit=1)
    if rest and known(tidy(first)):
        beside = say("accident.message_beside_id")
        return Cell(tidy(first), f"{rest[0].strip()}\n{message}".strip(), (beside, *notes))
    # A whole sentence behind %%rewrite is the message: no id has so many words.
    return Cell("" if len(line.split()) > 5 else id, message, notes)


def without_marks(body: str) -> str:
    """Return a cell's text with plain line ends and without nbgrader's marks around a solution."""
    return _NBGRADER_MARK.sub("", body.replace("\r\n", "\n").replace("\ufeff", ""))


def _message(body: str) -> tuple[str, tuple[str, ...]]:
    """Return the message in a cell's text, and sentences on lines of it that were not read."""
    text = without_marks(body)
    taken: list[str] = []
    notes: list[str] = []
    for line in text.split("\n"):
        if _SECOND.fullmatch(line):
            notes.append(say("accident.second_below"))
            break
        if _CODE.fullmatch(line):
            notes.append(say("accident.code_below", line=line.strip()))
        else:
            taken.append(line)
    return "\n".join(taken).strip(), tuple(notes)
