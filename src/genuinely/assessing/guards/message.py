"""Whether it is a message to a person at all: in English, not code, not key words, not an insult."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from genuinely.assessing.cues import common_words
from genuinely.assessing.grounding import stems
from genuinely.assessing.guards.anybody import to_anybody
from genuinely.assessing.guards.code import is_code
from genuinely.assessing.guards.echoes import rubric_echoed
from genuinely.assessing.guards.elsewhere import of_another_card
from genuinely.assessing.guards.listed import key_words_listed
from genuinely.assessing.guards.marking import speaks_of_marking
from genuinely.assessing.guards.markup import marked_up
from genuinely.assessing.guards.order import disordered
from genuinely.assessing.guards.phrases import for_anybody, phrases_alone
from genuinely.assessing.guards.places import below_the_name, misplaced
from genuinely.assessing.guards.quoted import quotes_others
from genuinely.assessing.guards.scattered import scattered
from genuinely.assessing.guards.seen import Seen, told
from genuinely.assessing.languages import english_share
from genuinely.assessing.text import words
from genuinely.scenarios import Scenario

_CRITERIA = re.compile(
    r"clear[ _-]asks?|mutual[ _-]value|easy[ _-]no|common[ _-]ground|new[ _-]together|own[ _-]voice", re.IGNORECASE
)
_I = frozenset("i me my mine myself we us our ours i'm i've i'd i'll im ive we're we've we'd we'll".split())
_ME = _I - frozenset("we us our ours we're we've we'd we'll".split())
_YOU = frozenset("you your yours you're you've you'd you'll yourself u ur ya yer".split())


def not_a_message(seen: Seen) -> bool:
    """Code, a note to whoever marks it, gibberish, or a text about something else that speaks to nobody."""
    return (
        is_code(seen)
        or seen.has_cue("to_the_grader")
        or speaks_of_marking(seen)
        or _gibberish(seen)
        or _off_topic(seen)
        or _pictures(seen)
        or disordered(seen)
        or misplaced(seen)
        or scattered(seen)
        or quotes_others(seen)
        or marked_up(seen)
        or of_another_card(seen)
    )


def stuffed(seen: Seen) -> bool:
    """Criteria are named, a sentence comes again and again, or phrases and key words stand for what they should say."""
    named = {name.casefold().rstrip("s")[:6] for name in _CRITERIA.findall(seen.plain)}
    said = Counter(" ".join(row).casefold() for s in seen.text.sentences if len(row := words(s.text)) >= 4)
    total, repeated = said.total(), said.total() - len(said)
    listed = len(seen.row) >= 20 and english_share(seen.row) <= 0.05 and not seen.foreign
    again = repeated >= 3 or 0 < total <= repeated * 2 or _echoes(seen.row)
    return (
        len(named) >= 3
        or again
        or phrases_alone(seen)
        or below_the_name(seen)
        or for_anybody(seen)
        or to_anybody(seen)
        or key_words_listed(seen)
        or rubric_echoed(seen)
        or (listed and not _gibberish(seen))
    )


def hostile(seen: Seen) -> bool:
    """Insult, threat, or words that take back what the message says."""
    return seen.has_cue("hostile")


def not_english(seen: Seen) -> bool:
    """Mostly in another language."""
    return seen.foreign


def _gibberish(seen: Seen) -> bool:
    """Hardly a word of it is a common one or stands on the card, or it is too little to be read."""
    row = seen.row
    if len(row) < 3:
        return True
    if seen.foreign:
        return False
    known = _known_words(seen.scenario)
    share = sum(word in known or word.removesuffix("'s") in known for word in row) / len(row)
    return share < 0.3 or (len(row) >= 8 and len(set(row)) <= len(row) / 5)


def _echoes(row: list[str]) -> bool:
    """A quarter or more of its runs of five words come more than once; in rated messages three in a hundred at most."""
    runs = Counter(zip(*(row[i:] for i in range(5)), strict=False))
    return runs.total() >= 20 and sum(count for count in runs.values() if count > 1) >= runs.total() / 4


def _pictures(seen: Seen) -> bool:
    """It has one pictograph or more for every four words, and a dozen at least."""
    count = sum(unicodedata.category(sign) == "So" for sign in seen.plain if not sign.isascii())
    return count >= 12 and count * 4 >= len(seen.row)


def _off_topic(seen: Seen) -> bool:
    """It is long enough to tell, speaks from nobody or to nobody, and takes up nothing of the card."""
    row = set(seen.row)
    if len(seen.row) < 30 or seen.foreign or _names(seen.scenario) & row:
        return False
    taken_up = len(stems(seen.plain) & stems(told(seen.scenario)))
    if not _ME & row and taken_up == 0:
        return True
    if _YOU & row and (_I & row or "?" in seen.plain):
        return False
    return taken_up <= (1 if (_YOU | _I) & row else 2)


@lru_cache(maxsize=256)
def _names(scenario: Scenario) -> frozenset[str]:
    """The words of both names, in small letters."""
    people = (scenario.sender, scenario.recipient)
    return frozenset(word.casefold() for person in people for word in words(person.name) if len(word) > 2)


@lru_cache(maxsize=256)
def _known_words(scenario: Scenario) -> frozenset[str]:
    return common_words() | {word.casefold() for word in words(told(scenario))}
