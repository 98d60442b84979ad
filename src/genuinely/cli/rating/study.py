"""A study: a sample of messages to be rated, blind, and each rater's order of them."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from genuinely.keeping.files import write_whole
from genuinely.scenarios import Scenario, load_scenario

STUDY, KEY = "study.json", "key.json"


class StudyError(ValueError):
    """A study that cannot be used. The message says what is wrong, and what to do."""


@dataclass(frozen=True)
class Source:
    """A message to be rated, with the id by which it is known elsewhere. Raters never see that id."""

    id: str
    scenario: str
    message: str


@dataclass(frozen=True)
class Item:
    """A message as raters know it: by its number in the study."""

    number: int
    scenario: str
    message: str

    @property
    def card(self) -> Scenario:
        return load_scenario(self.scenario)


@dataclass(frozen=True)
class Study:
    """The items in the order of their numbers. `seed` fixes every rater's own order."""

    folder: Path
    seed: str
    items: tuple[Item, ...]

    @property
    def mark(self) -> str:
        """Eight digits by which a browser tells one study from another."""
        told = "".join(f"{item.number} {item.scenario} {item.message}" for item in self.items)
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    def order(self, rater: str) -> list[Item]:
        """Return the items in a rater's own order: the cards shuffled, and the messages to each."""
        draw = Random(f"{self.seed} {rater}")
        by_card: dict[str, list[Item]] = defaultdict(list)
        for item in self.items:
            by_card[item.scenario].append(item)
        cards = sorted(by_card)
        draw.shuffle(cards)
        return [item for card in cards for item in draw.sample(by_card[card], len(by_card[card]))]


def draw_sample(sources: Sequence[Source], count: int, each: int, seed: str) -> list[Source]:
    """Return so many messages, `each` to a card, cards and messages drawn by the seed.

    A rater reads a card once for several messages; many cards keep one card's ways from counting for much.
    """
    draw = Random(seed)
    by_card: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_card[source.scenario].append(source)
    cards = sorted(by_card)
    draw.shuffle(cards)
    chosen = [one for card in cards for one in draw.sample(by_card[card], min(each, len(by_card[card])))]
    return chosen[:count]


def make(folder: Path, sources: Sequence[Source], seed: str) -> Study:
    """Write a study down. Raises StudyError if there is one already, or if there is nothing to rate."""
    if (folder / STUDY).exists():
        raise StudyError(f"There is a study in {folder} already. Take another folder, so that no ratings are lost.")
    if not sources:
        raise StudyError("There are no messages to rate.")
    folder.mkdir(parents=True, exist_ok=True)
    shuffled = Random(seed).sample(list(sources), len(sources))
    numbered = list(enumerate(shuffled, start=1))
    key = {str(number): source.id for number, source in numbered}
    items = [{"number": number, "scenario": s.scenario, "message": s.message} for number, s in numbered]
    write_whole(folder / KEY, _as_json(key))
    write_whole(folder / STUDY, _as_json({"seed": seed, "messages": items}))
    return open_study(folder)


def open_study(folder: Path) -> Study:
    """Return the study in a folder. Raises StudyError if there is none or if it is damaged."""
    try:
        found = json.loads((folder / STUDY).read_text(encoding="utf-8"))
        return Study(folder, found["seed"], tuple(Item(**item) for item in found["messages"]))
    except FileNotFoundError as error:
        raise StudyError(f"There is no study in {folder}. Begin one: genuinely rate start") from error
    except (ValueError, KeyError, TypeError) as error:
        raise StudyError(f"{folder / STUDY} is damaged ({error}). Put a copy of it back.") from error


def key_of(study: Study) -> dict[int, str]:
    """Return the id of each message by its number in the study."""
    found = json.loads((study.folder / KEY).read_text(encoding="utf-8"))
    return {int(number): id for number, id in found.items()}


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
