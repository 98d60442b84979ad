"""Quotations without their writers: whatever may be a name, a number or an address is left out unless the card has it.

Nothing is known of names. A word with a capital letter is taken for one where no sentence begins with it, or where the
class never writes it small; that leaves out too much at times, and seldom too little.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from genuinely.grading.class_report import ClassWork, Work
from genuinely.grading.class_report_wording import say
from genuinely.scenarios import Scenario, load_scenario

LONGEST = 160
"""Characters of a quotation."""

FEWEST = 2
"""Words of a quotation."""

_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|@\w+|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*")
_NUMBER = re.compile(r"\+?\d[\d ()/.-]{4,}\d")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W\d_]+)*")
_OWNED = re.compile(r"['’]\w*\Z")
_BEGINS = re.compile(r"(?:\A|[.!?:\n])[\s\"'“‘(\[*-]*\Z")
_KNOWN = frozenset(
    "I Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Dr Mr Mrs Ms Mx Prof Professor Subject Dear Hi Hello English".split()
)


class Quoting:
    """Quotes words of a class's messages."""

    def __init__(self, work: ClassWork) -> None:
        self._work = work

    def quote(self, words: str, of: Work) -> str:
        """Return words of somebody's message, at most `LONGEST` characters, with nobody named in them.

        "" if too little is left to be worth quoting.
        """
        card = _on_card(load_scenario(of.item.scenario))
        hidden = say("weaknesses.hidden")
        text = words.replace(of.student, hidden) if len(of.student) > 2 else words
        text = _ADDRESS.sub(lambda found: hidden if found[0] not in card.text else found[0], text)
        text = _NUMBER.sub(lambda found: hidden if found[0] not in card.text else found[0], text)
        text = _WORD.sub(lambda found: hidden if self._is_name(found, text, card) else found[0], text)
        text = re.sub(rf"(?:{re.escape(hidden)}[\s,]*)+(?={re.escape(hidden)})", "", text)
        if len(_WORD.findall(text.replace(hidden, ""))) < FEWEST:
            return ""
        return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"

    def _is_name(self, found: re.Match[str], text: str, card: _Card) -> bool:
        word = found[0]
        if not any(letter.isupper() for letter in word) or word in _KNOWN or _OWNED.sub("", word) in _KNOWN:
            return False
        parts = {word.casefold(), _OWNED.sub("", word).casefold(), *(part.casefold() for part in word.split("-"))}
        if parts & card.words:
            return False
        begins = bool(_BEGINS.search(text[: found.start()]))
        return not (begins and parts & self._small)

    @cached_property
    def _small(self) -> frozenset[str]:
        """Every word that somebody in the class wrote without a capital letter."""
        return frozenset(
            word for work in self._work.works for word in _WORD.findall(work.message) if word == word.casefold()
        )


class _Card:
    """All that stands on a card, as one text and as its words in small letters."""

    def __init__(self, scenario: Scenario) -> None:
        people = (scenario.sender, scenario.recipient)
        facts = [text for person in people for text in (person.name, person.role, *person.facts, *person.goals)]
        self.text = "\n".join((scenario.title, scenario.situation, *facts))
        said = _WORD.findall(self.text)
        self.words = frozenset(part.casefold() for word in said for part in (word, _OWNED.sub("", word)))


@lru_cache(maxsize=256)
def _on_card(scenario: Scenario) -> _Card:
    return _Card(scenario)
