"""The rated messages of the repository: who rated what how."""

from __future__ import annotations

import json
import statistics
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from genuinely.assessing.grammar import spoilt_by
from genuinely.assessing.grounding import takes_up_card
from genuinely.assessing.text import Text, read
from genuinely.resources import data
from genuinely.scenarios import CRITERIA, Scenario, load_scenarios

Levels = dict[str, int]


class NoRatingsError(LookupError):
    """The rated messages are not here: they come with the repository, not with the installed package."""

    def __str__(self) -> str:
        return "The rated messages are in the course's repository, not in the installed package."


@dataclass(frozen=True)
class RatedMessage:
    """A message, its card, and what each of its raters said: levels by criterion, and flags."""

    id: str
    wave: int
    card: Scenario
    message: str
    ratings: tuple[Levels, ...]
    flags: frozenset[str]

    @cached_property
    def text(self) -> Text:
        return read(self.message)

    @cached_property
    def takes_up_card(self) -> bool:
        """Whether it takes up any fact or goal of the card, of either side."""
        return takes_up_card(self.text, self.card)

    @cached_property
    def spoilt(self) -> frozenset[str]:
        """The criteria that a sentence's own words leave at 0."""
        return spoilt_by(sentence.text for sentence in self.text.sentences)

    @cached_property
    def levels(self) -> Levels:
        """The raters' median of each criterion, a tie rounded to the even level."""
        found = {}
        for criterion in CRITERIA:
            given = [levels[criterion] for levels in self.ratings if criterion in levels]
            if given:
                found[criterion] = round(statistics.median(given))
        return found


def ratings_folder() -> Path:
    """Return the folder of the rated messages. Raises NoRatingsError where there is none."""
    folder = data("ratings")
    if not isinstance(folder, Path) or not folder.is_dir():
        raise NoRatingsError
    return folder


def rated_messages(folder: Path) -> list[RatedMessage]:
    """Return every rated message, in the order of the file."""
    cards = load_scenarios()
    given: dict[str, list[Levels]] = defaultdict(list)
    flags: dict[str, set[str]] = defaultdict(set)
    for row in lines(folder / "ratings.jsonl"):
        given[row["id"]].append(row["levels"])
        flags[row["id"]] |= set(row["flags"])
    return [
        RatedMessage(
            row["id"],
            row["wave"],
            cards[row["scenario"]],
            row["message"],
            tuple(given[row["id"]]),
            frozenset(flags[row["id"]]),
        )
        for row in lines(folder / "messages.jsonl")
    ]


def among_raters(messages: list[RatedMessage]) -> dict[str, list[tuple[int, int]]]:
    """Return, for each criterion, the levels of every two raters of the same message."""
    pairs: dict[str, list[tuple[int, int]]] = {criterion: [] for criterion in CRITERIA}
    for message in messages:
        for one, two in combinations(message.ratings, 2):
            for criterion in one.keys() & two.keys():
                pairs[criterion].append((one[criterion], two[criterion]))
    return pairs


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a file that has one on each line."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)
