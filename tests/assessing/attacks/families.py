"""Every family of attack by its name: how it is made, and from what."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from assessing.attacks import makers
from assessing.attacks.makers import Case, Words, ending, inside, opening, whole
from genuinely.assessing import Assessment, assess
from genuinely.resources import data
from genuinely.scenarios import load_scenarios

HERE = Path(__file__).parent
GAIN = 5.0
"""Points of `total` that an edit may gain over what it edits."""
FROM_NOTHING = 25.0
"""Points of `total` that a message made from nothing may reach."""

Kind = Literal["message", "draft", "nothing"]


@dataclass(frozen=True)
class Family:
    """`edits`: an honest message, the card's draft, or nothing."""

    name: str
    edits: Kind
    make: Callable[[Case], str]
    cold_only: bool = False


_MESSAGE: dict[str, Callable[[Case], str]] = {
    "key words added": ending("key_words"),
    "cue phrases at the end": ending("cue_phrases"),
    "cue phrases inside": inside("cue_phrases"),
    "rubric echoed": inside("rubric_echo"),
    "a sentence repeated": makers.best_sentence_again,
    "the message twice": makers.message_again,
    "every sentence again": makers.reworded_again,
    "words shuffled in sentences": makers.words_shuffled,
    "all words shuffled": makers.all_words_shuffled,
    "stretches shuffled": makers.halves_shuffled,
    "sentences shuffled": makers.sentences_shuffled,
    "facts pasted": makers.facts_pasted,
    "two facts without relation": makers.facts_in_a_frame,
    "facts as questions": makers.card_as_questions,
    "another person's facts": makers.others_facts,
    "another message added": makers.other_message_added,
    "facts of the other side": makers.facts_of_the_other_side,
    "names swapped": makers.names_swapped,
    "hollow offers": inside("hollow_offers"),
    "generic question with a name": inside("named_questions"),
    "big ask in small wording": inside("big_asks"),
    "several asks as one": inside("several_asks"),
    "a way out, then pressure": inside("exit_then_pressure"),
    "negated moves": inside("negated"),
    "sarcasm": inside("sarcasm"),
    "hostile ending": ending("hostile"),
    "hostile inside": inside("hostile"),
    "quoted below": makers.quoted_below,
    "quoted inside": makers.quoted_inside,
    "forwarded": makers.forwarded,
    "note to the grader": ending("notes"),
    "note to the grader first": opening("notes"),
    "instruction to a program": ending("instructions"),
    "open slot": inside("placeholders"),
    "wrong name": makers.other_name,
    "hidden phrase": makers.hidden_phrase,
    "invisible characters": makers.zero_width,
    "phrases in invisible characters": makers.tag_characters,
    "look-alike letters": makers.look_alikes,
    "marked up": makers.marked_up,
    "code added": ending("code"),
    "base64 added": makers.encoded_added,
    "capitals": makers.capitals,
    "emoji wall": makers.emoji_wall,
    "emoji between words": makers.emoji_between,
    "padding": makers.padded,
    "dots and letters": makers.dots,
    "phrases in links": makers.links,
    "flattery": inside("flattery"),
}
_DRAFT = {
    "draft lightly edited": makers.draft_lightly_edited,
    "draft with synonyms": makers.draft_with_synonyms,
    "draft with a good ending": makers.draft_with_good_ending,
    "draft with a good opening": makers.draft_with_good_opening,
}
_NOTHING = {
    "empty or nearly": makers.nothing,
    "another scenario's message": makers.other_message,
    "the same with this card's names": makers.other_message_renamed,
    "card's sentences strung together": makers.cards_sentences,
    "the same with small words between": makers.cards_sentences_joined,
    "nonsense with the right words": makers.nonsense,
    "word salad": makers.word_salad,
    "key words alone": makers.key_words_alone,
    "cue phrases alone": makers.cue_phrases_alone,
    "a fact of each side in a frame": makers.copied_facts_with_phrases,
    "a good message to anybody": whole("generic_whole"),
    "other languages": whole("languages"),
    "off topic": whole("off_topic"),
    "base64 alone": makers.encoded_whole,
    "code alone": whole("code"),
}
FAMILIES = (
    *(Family(name, "message", make) for name, make in _MESSAGE.items()),
    Family("invented history", "message", opening("invented_history"), cold_only=True),
    *(Family(name, "draft", make) for name, make in _DRAFT.items()),
    *(Family(name, "nothing", make) for name, make in _NOTHING.items()),
)


@dataclass(frozen=True)
class Attack:
    """One attack, carried out. `gain` is counted over what was edited, or over nothing."""

    text: str
    flags: tuple[str, ...]
    gain: float
    held: bool


@cache
def wordings(name: str = "seen") -> Words:
    """The words of `seen.toml`, `unseen.toml` or `fresh.toml`."""
    words: Words = tomllib.loads(HERE.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    return words


@cache
def cases(name: str = "seen") -> tuple[Case, ...]:
    """Each base message with the next one as the other, in a fixed order."""
    kept = HERE.joinpath("bases.txt").read_text(encoding="utf-8").split()
    lines = data("ratings", "messages.jsonl").read_text(encoding="utf-8").splitlines()
    found = {row["id"]: row for row in map(json.loads, lines)}
    rows = [found[id] for id in kept]
    cards = load_scenarios()
    return tuple(
        Case(row["message"], cards[row["scenario"]], cards[after["scenario"]], after["message"], seed, wordings(name))
        for seed, (row, after) in enumerate(zip(rows, [*rows[1:], rows[0]], strict=True))
    )


def carry_out(family: Family, name: str = "seen", every: int = 1) -> Iterator[Attack]:
    """Yield the family's attack on each base message, or one in `every` (on cold cards alone if the family says so)."""
    most = FROM_NOTHING if family.edits == "nothing" else GAIN
    for case in cases(name)[::every]:
        if family.cold_only and case.card.kind != "cold":
            continue
        base = {"message": case.message, "draft": case.card.draft, "nothing": ""}[family.edits]
        text = family.make(case)
        found = _assessed(text, case.card.id)
        gain = found.total - _assessed(base, case.card.id).total
        yield Attack(text, found.flags, round(gain, 2), bool(found.flags) or gain <= most)


@cache
def _assessed(message: str, card: str) -> Assessment:
    return assess(message, load_scenarios()[card])
