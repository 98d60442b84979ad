"""Every sentence of the wording files reaches a learner: a tour through the product has to meet each of them."""

from __future__ import annotations

import errno
import os
import string
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape

import pytest

from coaching.made import CARD, NAMES, assessment, span
from coaching.notebook import Notebook
from genuinely.assessing import Doubt
from genuinely.coaching import feedback, problem_sets, scoring
from genuinely.coaching import history as history_module
from genuinely.coaching.studio.desk import Desk
from genuinely.coaching.studio.session import Session
from genuinely.coaching.terms import Terms
from genuinely.coaching.widget import Exercise
from genuinely.coaching.wording import sentences
from genuinely.coaching.wording_keys import SENTENCES
from genuinely.keeping import file_of, keep
from genuinely.keeping import files as keeping_files
from genuinely.scenarios import FrozenDict

TEXT = "Dear Gergely,\nyou said that users press Clear. Could you name one clause?"
CELLS = (
    f"%%rewrite\n{TEXT}",
    'show_scenario("coat-rack")',
    f"%%rewrite\n{TEXT}",
    f"%%rewrite coat-wreck\n{TEXT}",
    f"%rewrite coat-rack\n{TEXT}",
    f"%%rewrite coat-rack Dear Gergely,\n{TEXT}",
    f"# mine\n%%rewrite coat-rack\n{TEXT}",
    f'%%rewrite coat-rack\n{TEXT}\nscore("coat-rack")\n%%rewrite coat-rack',
    TEXT,
    f"x = 1\n%%rewrite coat-rack\n{TEXT}",
    "%%rewrite coat-rack\n",
    'score("coat-rack")',
    'score("jury-question")',
    "%rewrite_history jury-question",
)


@pytest.fixture
def tour(notebook: Notebook, worth_ten: None, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything that was shown on the way, HTML and plain."""
    assert worth_ten is None
    seen: list[str] = []

    def look(cell: str) -> None:
        output = notebook.run(cell)
        seen.extend([output.all, *output.htmls])

    for cell in CELLS:
        look(cell)
    seen += _feedback() + _history(monkeypatch) + _widget()
    with monkeypatch.context() as patch:
        patch.setattr(scoring, "assess", lambda *_: assessment(flags=("stuffed",)))
        look(f"%%rewrite coat-rack\n{TEXT}")
        look('score("coat-rack")')
    _refusals(look, monkeypatch)
    with monkeypatch.context() as patch:
        seen += _later(look, patch)
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    look(f"%%rewrite coat-rack\n{TEXT}")
    look('score("coat-rack")')
    look("%rewrite_history coat-rack")
    return unescape("\n".join(seen))


def _feedback() -> list[str]:
    spans = tuple(span(TEXT, word, "ask") for word in ("Dear", "you said", "users", "press"))
    made = [
        assessment(evidence={"clear_ask": spans}),
        assessment(levels=dict.fromkeys(NAMES, 2)),
        assessment(flags=("stuffed",)),
        assessment(evidence={"clear_ask": spans}, doubts={"clear_ask": Doubt(2, spans, "Is it?")}),
        assessment(doubts={"clear_ask": Doubt(2, spans, "Is it?")}),
        replace(assessment(), reader="light"),
    ]
    return [render(TEXT, CARD, each) for each in made for render in (feedback.html, feedback.plain)]


def _history(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    levels = iter([1])

    def made(text: str, card: object) -> object:
        return assessment(levels={"clear_ask": next(levels, 1)}, flags=("stuffed",) if "7" in text else ())

    for number in range(8):
        keep("messages", CARD.id, {"text": f"draft {number}"})
    shown: list[str] = []
    for at_most in (6, 99):
        levels = iter([0, 2, 1, 1])
        with monkeypatch.context() as patch:
            patch.setattr(history_module, "SHOWN_AT_MOST", at_most)
            patch.setattr(history_module, "assess", made)
            table = history_module.history(CARD)
            shown += [table.html(), table.plain()]
    return shown


def _widget() -> list[str]:
    widget = Exercise("What struck you?", "struck")
    bundle = widget._repr_mimebundle_()
    return [*widget.words.values(), (bundle[0] if isinstance(bundle, tuple) else bundle)["text/plain"]]


def _later(look: Callable[[str], None], patch: pytest.MonkeyPatch) -> list[str]:
    terms = Terms(levels_from=datetime(2999, 1, 1, tzinfo=UTC))
    sets = {"ps": problem_sets.ProblemSet("ps", "A set", FrozenDict({"coat-rack": 10.0}), terms=terms)}
    patch.setattr(problem_sets, "load_problem_sets", lambda: sets)
    for cell in (f"%%rewrite coat-rack\n{TEXT}", 'score("coat-rack")', "%rewrite_history coat-rack"):
        look(cell)
    return Session(CARD, Desk(CARD.id)).answer({"ask": "predict", "text": TEXT})["said"]  # type: ignore[no-any-return]


def _refusals(look: Callable[[str], None], monkeypatch: pytest.MonkeyPatch) -> None:
    file = file_of("messages", "coat-rack")
    file.write_text("{", encoding="utf-8")
    look(f"%%rewrite coat-rack\n{TEXT} 1")
    for code in (errno.ENOSPC, errno.EACCES, errno.EIO):

        def refuse(_: int, code: int = code) -> None:
            raise OSError(code, os.strerror(code))

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", refuse)
            look(f"%%rewrite coat-rack\n{TEXT} {code}")
    lock = file.with_name(f"{file.name}.lock")
    lock.touch()
    with monkeypatch.context() as patch:
        patch.setattr(keeping_files, "WAIT_AT_MOST", 0.05)
        look(f"%%rewrite coat-rack\n{TEXT} busy")
    lock.unlink()


def telling(sentence: str) -> str:
    """The longest stretch of a sentence that stands there as it is, whatever is filled in."""
    literals = [literal for literal, *_ in string.Formatter().parse(sentence)]
    return max((part for literal in literals for part in literal.split("`")), key=len)


def test_every_sentence_is_met_on_the_tour(tour: str) -> None:
    told = {
        f"{section}.{key}": telling(sentence)
        for section, entries in sentences().items()
        for key, sentence in entries.items()
    }
    shown = " ".join(tour.split())  # an error is shown in short lines
    assert [key for key, part in told.items() if " ".join(part.split()) not in shown] == []


def test_the_course_has_no_sentence_that_it_does_not_use() -> None:
    assert {section: set(keys) for section, keys in sentences().items()} == {
        section: set(keys) for section, keys in SENTENCES.items()
    }
