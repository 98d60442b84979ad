"""The reply simulator: what the recipient on a card might answer, composed from sentences by what the assessor saw.

It is a simulation by this assessor's rules and no prediction about people. The rules, all of them:

1. No reply where nothing is written, or where the assessor would hand the message to a person first (a flag).
2. Where common ground is 0 and curiosity is below 2 (a question that many get), the reply is short and generic: an
   opening and a piece of general advice, as the panel told of its own answers to such messages.
3. Else the reply has, in this order, a sentence for each of these criteria that the card asks for: common_ground,
   curiosity, mutual_value, new_together, clear_ask. Which sentence it is follows from the level alone (0, 1 or 2).
4. easy_no adds its sentence where it is 0 (the pressure is answered) or 2, and concise where it is 0.
5. Sentences without words (an empty text in the data file) are left out.

Each sentence carries its cause: the criterion, its level, whether the assessor is unsure, and the words that earned it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from genuinely.assessing import Assessment, assess, shortened
from genuinely.coaching.ids import known
from genuinely.coaching.rows import Row, quote, rows
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import Table, read
from genuinely.scenarios import Scenario, load_scenario

INTEREST = ("common_ground", "curiosity")
ENOUGH = {"common_ground": 1, "curiosity": 2}
"""The levels from which on a message is to somebody in particular (rule 2)."""
ANSWERED = (*INTEREST, "mutual_value", "new_together", "clear_ask")
ALL = (*ANSWERED, "easy_no", "concise")
LEVELS = ("level_0", "level_1", "level_2")
SAMPLES = ("generic", "specific")
_QUOTES = 2


@dataclass(frozen=True)
class Sentence:
    """One sentence of a reply and what caused it.

    row: the criterion with its level; None where no single one did. quotes: the words of the message that earned it.
    """

    text: str
    row: Row | None = None
    quotes: tuple[str, ...] = ()

    @property
    def length(self) -> int:
        """The number of words."""
        return len(self.text.split())


@dataclass(frozen=True)
class Reply:
    """A reply: its sentences, or `silence`: why there is none ("empty", "flagged"; "" where there is one).

    interested: whether it is a reply to somebody in particular (rule 3), or a short and generic one (rule 2).
    """

    sentences: tuple[Sentence, ...] = ()
    silence: str = ""
    interested: bool = False

    @property
    def length(self) -> int:
        """The number of words."""
        return sum(each.length for each in self.sentences)


@dataclass(frozen=True)
class Voice:
    """What one recipient answers: sentences by criterion and level, two for anybody, and two sample messages."""

    scenario: str
    opening: str
    advice: str
    samples: Mapping[str, str]
    answers: Mapping[str, Mapping[str, str]]


def reply(voice: Voice, message: str) -> Reply:
    """Return the simulated reply to a message, by the rules at the head of this module."""
    message = shortened(message)
    assessment = _assessed(message, voice.scenario)
    if not assessment.attempted:
        return Reply(silence="empty")
    if assessment.flags:
        return Reply(silence="flagged")
    card = load_scenario(voice.scenario)
    return compose(voice, message, {row.criterion: row for row in rows(message, card, assessment)})


def compose(voice: Voice, message: str, found: Mapping[str, Row]) -> Reply:
    """Return the reply for the rows of an assessment: the rules 2 to 5."""
    if not any(name in found and found[name].level >= ENOUGH[name] for name in INTEREST):
        cause = next((found[name] for name in INTEREST if name in found), None)
        quotes = _quotes(message, cause)
        return Reply((Sentence(voice.opening, cause), Sentence(voice.advice, cause, quotes)))
    sentences = (
        Sentence(text, found[name], _quotes(message, found[name]))
        for name in ALL
        if name in found and (text := voice.answers[name][LEVELS[found[name].level]])
    )
    return Reply(tuple(sentences), interested=True)


def _quotes(message: str, row: Row | None) -> tuple[str, ...]:
    return () if row is None else tuple(quote(message, marks[0]) for marks in row.quotes[:_QUOTES])


@cache
def voices() -> Mapping[str, Voice]:
    """Return the voices by scenario. Raises LessonDataError."""
    return voices_from(read("instruments", LANGUAGE, "replies.toml"))


def voices_from(file: Table) -> Mapping[str, Voice]:
    """Return the voices in a file. Raises LessonDataError."""
    file.only("anybody", "voices")
    common = _answers(file.table("anybody"), ALL)
    return {id: _voice(id, table, common) for id, table in file.table("voices").each()}


def _voice(id: str, table: Table, common: Mapping[str, Mapping[str, str]]) -> Voice:
    own = [name for name in ALL if name in table.found]
    table.only("opening", "advice", *SAMPLES, *ALL)
    if not known(id):
        table.refuse("opening", f"there is no scenario '{id}'. Name the table after one of data/scenarios/.")
    _asks_enough(table, load_scenario(id))
    answers = {**common, **_answers(table, own)}
    samples = {name: table.text(name) for name in SAMPLES}
    return Voice(id, table.text("opening"), table.text("advice"), samples, answers)


def _asks_enough(table: Table, card: Scenario) -> None:
    if not any(name in card.criteria for name in INTEREST):
        table.refuse("opening", f"'{card.id}' asks for none of {', '.join(INTEREST)}. Take another scenario.")


def _answers(table: Table, names: Iterable[str]) -> dict[str, dict[str, str]]:
    return {name: _by_level(table.table(name)) for name in names}


def _by_level(table: Table) -> dict[str, str]:
    table.only(*LEVELS)
    return {level: table.text(level, "") for level in LEVELS}


@lru_cache(maxsize=64)
def _assessed(message: str, id: str) -> Assessment:
    return assess(message, load_scenario(id))
