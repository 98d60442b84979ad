"""Help for one criterion, from least to most: nudge, rule, example, and one good answer after two real attempts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher

from genuinely.coaching.problem_sets import maximum
from genuinely.coaching.studio.models import model_of
from genuinely.coaching.studio.words import ladder, say
from genuinely.scenarios import Scenario

ATTEMPTS = 2
"""Real attempts after which one good answer may be seen."""

FEWEST_WORDS = 15
"""Words of the shortest attempt: a chat message of a line or two."""

ALIKE = 0.9
"""Share of words in common from which a text is the same attempt as another, or as the card's draft."""


@dataclass(frozen=True)
class Rung:
    """A step of the ladder. Where `text` is "", `locked` says what opens it. `quoted` is the model's telling words."""

    name: str
    title: str
    text: str = ""
    locked: str = ""
    note: str = ""
    quoted: str = ""

    def as_plain(self) -> dict[str, str]:
        """Return the step as the page is told of it."""
        return asdict(self)


def rungs(criterion: str, card: Scenario, attempts: int) -> tuple[Rung, ...]:
    """Return the help for a criterion of a card after so many real attempts.

    A card used for points has nudge and rule alone; a model answer is not even read before it may be seen.
    """
    counts = maximum(card.id) is not None
    names = ("nudge", "rule") if counts else ("nudge", "rule", "example")
    found = tuple(Rung(name, say(f"help.{name}"), ladder()[criterion][name]) for name in names)
    if counts:
        return found
    model = _model(criterion, card, attempts)
    return (*found, model) if model else found


def real_attempts(texts: Iterable[str], card: Scenario) -> int:
    """Count the texts that are attempts: long enough, not the card's draft, each unlike those before it."""
    counted: list[list[str]] = [card.draft.split()] if card.draft else []
    before = len(counted)
    for text in texts:
        row = text.split()
        if len(row) >= FEWEST_WORDS and not any(_alike(row, other) for other in counted):
            counted.append(row)
    return len(counted) - before


def _alike(one: list[str], other: list[str]) -> bool:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _model(criterion: str, card: Scenario, attempts: int) -> Rung | None:
    title = say("help.model")
    if attempts < ATTEMPTS:
        left = "two" if attempts == 0 else "one"
        return Rung("model", title, locked=say(f"help.model_locked_{left}")) if model_of(card.id) else None
    model = model_of(card.id)
    if model is None:
        return None
    note = say("help.model_note", recipient=card.recipient.name)
    return Rung("model", title, model.message, note=note, quoted=model.shows.get(criterion, ""))
