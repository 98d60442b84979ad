"""Everything for one workshop in one folder, with a first page that says what to print, and how many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from genuinely.workshop import checklists, handouts, minute_card, own_message, run_sheet, start_page, workshop_slides
from genuinely.workshop.asked import Asked, WorkshopError
from genuinely.workshop.catalogue import catalogue
from genuinely.workshop.laying_out import printed
from genuinely.workshop.letters import letters
from genuinely.workshop.planning import Plan, plan
from genuinely.workshop.rule import rule
from genuinely.workshop.wording import say


def planned(asked: Asked) -> Plan:
    """Return the workshop that was asked for. Raises WorkshopError or LessonDataError."""
    return plan(asked, rule(), catalogue())


def write_run_sheet(asked: Asked, folder: Path) -> tuple[Path, ...]:
    """Write run sheet and minute card and return their files, the page first. Raises WorkshopError."""
    return _written(folder, _sheets(planned(asked)))


def write_pack(asked: Asked, folder: Path) -> tuple[Path, ...]:
    """Write everything and return its files, the first page first. Raises WorkshopError or LessonDataError."""
    made = planned(asked)
    texts = [
        *_sheets(made),
        ("checklists.html", checklists.as_html(asked)),
        ("own-message.html", own_message.as_html()),
        ("slides.html", workshop_slides.as_html(made)),
    ]
    sent = letters(asked)
    texts += [(letter.file, letter.text) for letter in sent]
    texts.insert(0, ("START-HERE.html", start_page.as_html(made, sent)))
    files = _written(folder, texts)
    try:
        return (*files, *handouts.write(folder / start_page.HANDOUTS, printed(made), paper=True))
    except OSError as error:
        raise _refused(folder, error) from error


def _sheets(made: Plan) -> list[tuple[str, str]]:
    return [
        ("run-sheet.html", run_sheet.as_html(made)),
        ("run-sheet.md", run_sheet.as_markdown(made)),
        ("minute-card.html", minute_card.as_html(made)),
    ]


def _written(folder: Path, texts: Sequence[tuple[str, str]]) -> tuple[Path, ...]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts:
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise _refused(folder, error) from error
    return tuple(folder / name for name, _ in texts)


def _refused(folder: Path, error: OSError) -> WorkshopError:
    return WorkshopError(say("refused.folder", folder=folder, detail=error.strerror or error))
