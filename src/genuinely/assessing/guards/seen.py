"""What the guards look at: a message and its card, each prepared once."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.grounding import stem
from genuinely.assessing.languages import foreign, is_small
from genuinely.assessing.text import Text, words
from genuinely.resources import data
from genuinely.scenarios import Scenario


@dataclass(frozen=True)
class Seen:
    """A message and its card."""

    text: Text
    scenario: Scenario

    @property
    def plain(self) -> str:
        """The whole message with its variants unified, lines kept."""
        return self.text.folded

    @cached_property
    def row(self) -> list[str]:
        """The message's words in small letters."""
        return [word.casefold() for word in words(self.plain)]

    @cached_property
    def foreign(self) -> bool:
        """Whether it is mostly in another language than English."""
        return foreign(self.row)

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Its sentences, as cues look at them."""
        return tuple(Row.of(sentence.text) for sentence in self.text.sentences)

    def has_cue(self, name: str) -> bool:
        """Whether a sentence holds one of the cues `[name]` of `data/cues/flags.toml`."""
        cues = load_cues("flags")[name]
        return any(cues.find(row) for row in self.rows)


@lru_cache(maxsize=256)
def told(scenario: Scenario) -> str:
    """All that a card tells but its draft."""
    sides = (scenario.sender, scenario.recipient)
    return "\n".join([scenario.situation, *(t for s in sides for t in (s.name, s.role, *s.facts, *s.goals))])


@lru_cache(maxsize=1024)
def long_stems(text: str) -> frozenset[str]:
    """The stems of a text's words of four letters or more, common ones too, but no small words."""
    row = (word.casefold() for word in words(text) if len(word) >= 4)
    return frozenset(stem(word) for word in row if not is_small(word))


@lru_cache(maxsize=4096)
def bare(word: str) -> str:
    """The word in small letters without accents and outer marks."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).strip(".'-")


@cache
def word_lists() -> dict[str, Any]:
    """The word lists of `data/cues/names.toml`."""
    found = tomllib.loads(data("cues", "names.toml").read_text(encoding="utf-8"))
    return {key: value if isinstance(value, list) else frozenset(value.split()) for key, value in found.items()}
