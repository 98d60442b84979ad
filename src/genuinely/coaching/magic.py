"""What `%load_ext genuinely` adds to a notebook."""

from __future__ import annotations

from typing import Any

from genuinely.coaching import card_page, choice_scoring, choosing, drafts, reflecting, repairs, rewriting, scoring
from genuinely.coaching.ids import shape, used_so_far
from genuinely.coaching.page import Notice, show
from genuinely.coaching.wording import say

_AT_HAND = {
    "score": scoring.score,
    "score_choice": choice_scoring.score_choice,
    "score_quote": choice_scoring.score_quote,
    "show_choice": choosing.show_choice,
    "show_scenario": card_page.show_scenario,
}


def load_ipython_extension(ip: Any) -> None:
    """Register the magics and the mending of accidents, and put what a notebook's cells call at hand.

    Loading it again changes nothing.
    """
    ip.register_magic_function(_rewrite, "cell", "rewrite")
    ip.register_magic_function(_rewrite_history, "line", "rewrite_history")
    ip.register_magic_function(_says, "cell", "genuinely_says")
    ip.register_magic_function(_prose, "cell", "genuinely_prose")
    ip.register_magic_function(_choose, "cell", "choose")
    ip.register_magic_function(_reflect, "cell", "reflect")
    ip.push(_AT_HAND, interactive=False)
    transforms = ip.input_transformer_manager.cleanup_transforms
    if not any(isinstance(each, Mending) for each in transforms):
        transforms.insert(0, Mending(ip))


class Mending:
    """The cell's lines on their way to Python."""

    def __init__(self, ip: Any) -> None:
        self._ip = ip

    def __call__(self, lines: list[str]) -> list[str]:
        return repairs.mend(lines, self._ip.user_ns)


def _rewrite(line: str, cell: str) -> None:
    """Read the message below this line as its recipient would, keep it, and show the feedback."""
    note, rest = _note(line)
    id = rewriting.read(rest, "").id
    notes = (say(f"accident.{note}", shape=shape(id)),) if note else ()
    show(rewriting.rewrite(rest, cell, notes))


def _rewrite_history(line: str) -> None:
    """Show how the levels moved from draft to draft."""
    show(rewriting.rewrite_history(line))


def _choose(line: str, cell: str) -> None:
    """Read the choice, the words that decided it and the reason, keep them, and show what was read."""
    show(choosing.choose(line, cell))


def _reflect(line: str, cell: str) -> None:
    """Look whether a reflection is written, and show what a reader looks for once it is."""
    show(reflecting.reflect(line, cell))


def _says(line: str, cell: str) -> None:
    """Say what became of a cell that could not be run: `cell` names the accident, `line` is Python's word on it."""
    show(Notice((say(f"accident.{cell}", shape=shape(), used=used_so_far(), python=line),)))


def _prose(line: str, cell: str) -> None:
    """Say that the message in `cell` has lost its first line, and lay it by in case it is graded so."""
    drafts.lay_by(rewriting.read("", cell).message)
    _says(line, "prose")


def _note(line: str) -> tuple[str, str]:
    """Split off what the mending passed on: which accident there was."""
    if not line.startswith("--"):
        return "", line
    note, _, rest = line[2:].partition(" ")
    return (note, rest) if note in ("mended", "lines_above") else ("", line)
