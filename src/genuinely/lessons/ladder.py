"""The specificity ladder: one line on four rungs, and what the assessor sees in each.

The rung of a line, by what the assessor sees: with c the level of common ground (0, 1 or 2) and q that of curiosity,

    rung = c, and one higher where q = 2;   0 anybody,  1 the field,  2 the problem,  3 only you

It is a rule of this course, and nothing measured. The rungs are the panel's idea; that rare things in common draw
people more than frequent ones is Alves 2018 (E46).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from genuinely.assessing import LONGEST, MOST_WORDS, Assessment, assess, shortened
from genuinely.assessing.grounding import stem, survey
from genuinely.assessing.text import words
from genuinely.coaching.ids import known
from genuinely.coaching.rows import Row, rows
from genuinely.coaching.wording import LANGUAGE
from genuinely.lessons.reading import Table, read
from genuinely.scenarios import Scenario, load_scenario

RUNGS = ("anybody", "field", "problem", "only_you")
PEOPLE = {"anybody": 1_000_000, "field": 10_000, "problem": 100, "only_you": 1}
"""How many people could be sent such a line, as orders of magnitude: the course's own guess, and nothing measured."""
ASKED = ("common_ground", "curiosity", "own_voice")
"""The criteria that the ladder shows. `own_voice` is of the whole message, the other two mostly of the line."""


@dataclass(frozen=True)
class Ladder:
    """Four lines to one person, and the rest of the message, the same around each."""

    scenario: str
    before: str
    after: str
    lines: Mapping[str, str]

    def message(self, line: str) -> str:
        """Return the whole message with this line in it."""
        return "\n\n".join((self.before, line.strip(), self.after))


@dataclass(frozen=True)
class Seen:
    """A line in its message, as the assessor sees it.

    rows: one for each criterion of `ASKED`. rung: by the rule at the head of this module. theirs: the words of the line
    that stand in what the recipient does, says or wants, common words left out. flags: as in an assessment.
    """

    line: str
    message: str
    rows: tuple[Row, ...]
    rung: str
    theirs: tuple[str, ...]
    flags: tuple[str, ...] = ()


def see(ladder: Ladder, line: str) -> Seen:
    """Return what the assessor sees in a line. A line longer than the assessor reads is cut."""
    card = load_scenario(ladder.scenario)
    rest = ladder.message("")
    line = shortened(line[: LONGEST - len(rest)], MOST_WORDS - len(words(rest)))
    message = ladder.message(line)
    assessment = _assessed(message, ladder.scenario)
    found = {row.criterion: row for row in rows(message, card, assessment)}
    asked = tuple(found[name] for name in ASKED)
    rung = rung_of(assessment.levels["common_ground"], assessment.levels["curiosity"])
    return Seen(line, message, asked, rung, theirs(line, card), assessment.flags)


def rung_of(common_ground: int, curiosity: int) -> str:
    """Return the rung for two levels, each 0, 1 or 2, by the rule at the head of this module."""
    return RUNGS[common_ground + (curiosity == 2)]


def theirs(line: str, card: Scenario) -> tuple[str, ...]:
    """Return the words of a line that lead to the recipient, each once, as written."""
    ground = survey(card)
    own = frozenset[str]().union(*(topic.stems for topic in (*ground.recipient, *ground.goals)))
    parts = [part for word in words(line) for part in re.split(r"[-'’]", word) if part]
    found = {stem(part): part for part in reversed(parts) if stem(part) in own}
    return tuple(reversed(found.values()))


@cache
def ladders() -> Mapping[str, Ladder]:
    """Return the ladders by scenario. Raises LessonDataError."""
    return ladders_from(read("instruments", LANGUAGE, "ladder.toml"))


def ladders_from(file: Table) -> Mapping[str, Ladder]:
    """Return the ladders in a file. Raises LessonDataError."""
    return {id: _ladder(id, table) for id, table in file.each()}


def _ladder(id: str, table: Table) -> Ladder:
    table.only("before", "after", *RUNGS)
    if not known(id):
        table.refuse("before", f"there is no scenario '{id}'. Name the table after one of data/scenarios/.")
    for name in ASKED:
        if name not in load_scenario(id).criteria:
            table.refuse("before", f"'{id}' does not ask for {name}. Take a scenario that asks for all of {ASKED}.")
    return Ladder(id, table.text("before"), table.text("after"), {rung: table.text(rung) for rung in RUNGS})


@lru_cache(maxsize=64)
def _assessed(message: str, id: str) -> Assessment:
    return assess(message, load_scenario(id))
