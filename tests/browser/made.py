"""What the course makes without a widget: outputs of a notebook, and pages that stand alone. Each with things in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path

from grading.made_class import full

from genuinely.cli.rating.sheet import sheet
from genuinely.cli.rating.study import Source, make
from genuinely.coaching.card_page import show_scenario
from genuinely.coaching.page import Shown
from genuinely.coaching.rewriting import rewrite, rewrite_history
from genuinely.grading.class_report_page import as_html as report_as_html
from genuinely.keeping import keep, work_folder
from genuinely.lessons import (
    answered_requests,
    compare,
    contrast,
    findings,
    glossary,
    hello,
    hints,
    journal,
    my_work,
    progress,
    sources,
    then_and_now,
    worked,
)
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.instruments import INSTRUMENTS, instrument
from genuinely.lessons.portfolio_files import as_html
from genuinely.lessons.portfolio_parts import gather

CARD = "coat-rack"
DRAFT = "Dear Gergely,\n\nI hope this finds you well. I would love any advice, and a job.\n\nBest wishes"
MESSAGE = (
    "Dear Gergely, Thandiwe from the coat rack, on Monday. You said that nobody reads clause nine. I read it aloud to "
    "six tenants, and four of them asked what it was for. May I send you their words? A no is fine."
)

OUTPUTS: Mapping[str, Callable[[], Shown | Instrument]] = {
    "answered_requests": lambda: answered_requests(guess="02-guess"),
    "card": lambda: show_scenario(CARD),
    "compare": lambda: compare(CARD),
    "contrast": lambda: contrast("late-trams-algebra"),
    "feedback": lambda: rewrite(CARD, MESSAGE),
    "feedback that waits for a person": lambda: rewrite(CARD, "Dear [Name], would you tell me about [topic]?"),
    "findings": findings,
    "glossary": glossary,
    "hello": hello,
    "hints": lambda: hints(CARD),
    "history": lambda: rewrite_history(CARD),
    "journal": journal,
    "my_work": my_work,
    "progress": progress,
    "sources": lambda: sources("E07", "E41", "E67"),
    "then_and_now": lambda: then_and_now("00-baseline", "05-baseline"),
    "worked": lambda: worked("veil-days"),
    **{f"{name} without its widget": partial(instrument, name) for name in INSTRUMENTS},
}


def fill(folder: Path) -> None:
    """Leave behind what a learner would: two versions of a message, a prediction, answers, a plan."""
    assert work_folder().is_relative_to(folder)
    for text in (DRAFT, MESSAGE):
        rewrite(CARD, text)
    keep("journal", f"prediction-{CARD}", {"answers": {"clear_ask": 2, "easy_no": 0}})
    keep("journal", "02-guess", {"answers": {"replied": 30, "delivered": 20}})
    keep("journal", "02-plan", {"answers": {"sign": "the kettle boils", "whom": "Ada", "question": "Why five?"}})
    for name, value in (("00-baseline", 20), ("05-baseline", 60)):
        keep("journal", name, {"answers": {"ready": value, "asks": 1, "transactional": value}})


def portfolio() -> str:
    """Return the page to take along, with names and messages of one's own."""
    return as_html(gather(names=True, own=True, today=date(2026, 3, 9)))


def class_report() -> str:
    """Return the page on a class that an instructor reads."""
    return report_as_html(full())


def rating_sheet(folder: Path) -> str:
    """Return the page on which somebody rates two messages."""
    study = make(folder / "study", [Source("a", CARD, MESSAGE), Source("b", CARD, DRAFT)], "first")
    return sheet(study, "Anna", {}, "anna.csv")


def html_of(shown: Shown | Instrument) -> str:
    """Return an output as a front end without widgets shows it."""
    bundle = shown._repr_mimebundle_()
    return str((bundle[0] if isinstance(bundle, tuple) else bundle)["text/html"])


def in_a_notebook(shown: Shown | Instrument, *, light: bool) -> str:
    """Return a page with one output in it, in JupyterLab's light theme or its dark one."""
    ground = "#ffffff" if light else "#111111"
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An output</title></head>'
        f'<body data-jp-theme-light={json.dumps(str(light).lower())} style="background: {ground}">'
        f"<main><h1>A page</h1><h2>A section</h2>{html_of(shown)}</main></body></html>"
    )
