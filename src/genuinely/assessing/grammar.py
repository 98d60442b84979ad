"""What the words of a sentence decide, whatever a model reads in it: pressure, requests in a row, a move denied.

The cues are in `data/cues/grammar.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.moves import Reading
from genuinely.scenarios import FrozenDict

_SILENCED = {
    "negated_ask": ("ask", "vague_ask", "question", "exit", "soften"),
    "negated_offer": ("offer", "vague_offer", "seed"),
    "negated_seed": ("seed", "vague_seed", "offer"),
    "negated_link": ("link", "shallow_link", "ground"),
    "negated_interest": ("question", "generic_question", "ground", "link"),
}
"""The moves that a sentence does not make where it denies them."""

_DOES = (
    "look|read|review|tell|introduce|share|send|recommend|refer|suggest|speak|help|check|give|connect|forward|pass|put|"
    "mark|hand|explain|show|write|point|mentor|edit|proofread|correct|call|meet|teach|train|name|list|rewrite|go|get"
)
_NO_VERB = (
    "for|by|with|from|in|on|at|of|about|after|before|during|who|which|how|what|why|when|where|if|whether|the|an?|my|your|"
    "i|so|that|because"
)
_OBJECT = "me|my|us|your|it|them|the|an?"
_REQUEST = re.compile(r"\b(?:(?:could|can|would|will|if|whether) you(?: could)?|please)\b([^?.!]*)", re.IGNORECASE)
_STEP = re.compile(
    r"(?:\A|,|\band\b|\bor\b|\bthen\b|;)\s*(?:(?:also|perhaps|maybe|then|and|or|could|you|please|to) ){0,4}"
    rf"(?:(?:{_DOES})\b|(?!(?:{_NO_VERB})\b)[a-z]{{2,12}} (?:(?:through|up|at|out|over|for|to|with) )?(?:{_OBJECT})\b)",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(
    r"\b(?:one|single|only|just|my)\b[^.:?!]{0,25}\b(?:ask|request|question|thing|favou?r|wish)\b[^.:?!]{0,12}:([^.?!]*)",
    re.IGNORECASE,
)
_THING = re.compile(r"(?:,|\band)\s+(?:and )?(?:your|a|an|two|three|the|some)\b", re.IGNORECASE)
_SEVERAL = 3
"""Requests in one sentence that compete; in the rated messages all such sentences have level 0 in clear_ask."""


def heard(reading: Reading) -> Reading:
    """Return the reading without the moves that its sentence denies, and with those that its words put beyond doubt."""
    changed = decided(reading.sentence.text)
    if not changed:
        return reading
    bare = Reading(reading.sentence, FrozenDict({**reading.probabilities, **changed}), ())
    sure = sorted(move for move, probability in changed.items() if probability)
    kept = tuple(move for move in reading.moves if move.name not in changed)
    return Reading(bare.sentence, bare.probabilities, (*map(bare.move, sure), *kept))


def decided(sentence: str) -> dict[str, float]:
    """Return the moves that a sentence's words decide: 0 for each that it denies, 1 for each beyond doubt."""
    row = Row.of(sentence)
    denied = {move for cue, moves in _SILENCED.items() if load_cues("grammar")[cue].find(row) for move in moves}
    sure = {move for move, applies in (("pressure", presses), ("big_ask", asks_much)) if applies(sentence)}
    return dict.fromkeys(denied, 0.0) | dict.fromkeys(sure, 1.0)


def spoilt_by(sentences: Iterable[str]) -> frozenset[str]:
    """Return the criteria that some sentence's own words leave at 0: a way out taken back, requests that compete."""
    every = list(sentences)
    found = {"easy_no": presses, "clear_ask": asks_much}
    return frozenset(name for name, applies in found.items() if any(map(applies, every)))


def presses(sentence: str) -> bool:
    """Whether a sentence sets terms, so that a no is not free."""
    return load_cues("grammar")["pressure"].find(Row.of(sentence)) is not None


def asks_much(sentence: str) -> bool:
    """Whether a sentence makes several requests at once, a large one in small words, or one that is too large."""
    row = Row.of(sentence)
    grammar = load_cues("grammar")
    large = grammar["large"].find(row) or load_cues()["big_ask"].find(row)
    if grammar["too_large"].find(row) is not None:
        return True
    return _several(sentence) or (large is not None and grammar["small_words"].find(row) is not None)


def _several(text: str) -> bool:
    steps = (len(_STEP.findall(asked[1].lstrip())) for asked in _REQUEST.finditer(text))
    things = (len(_THING.findall(named[1])) for named in _ANNOUNCED.finditer(text))
    return max(steps, default=0) >= _SEVERAL or max(things, default=0) >= _SEVERAL - 1
