"""Moves: what each sentence does for its reader, from cues and from what it takes up of the card.

A reading is a list of `Move`s for each sentence. Cues say how a thing is put, grounding says what it is about, and
the rules here say what follows from both; the reasons are those of the moves' table (Swales' genre analysis).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from genuinely.assessing.cues import Row, load_cues
from genuinely.assessing.grounding import Ground, Touch, survey, touch
from genuinely.assessing.text import Sentence, Text, is_postscript, is_subject
from genuinely.scenarios import Scenario

_YOU = re.compile(r"\b(?:you|your|yours|u|ur)\b", re.IGNORECASE)
_ME = re.compile(r"\b(?:i|i'm|i've|i'd|i'll|my|mine|me|we|we've|our|ours|us)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Move:
    """A move made by a sentence's words `start` to `end`, offsets into the message as given."""

    name: str
    start: int
    end: int


@dataclass(frozen=True)
class Reading:
    """A sentence with its moves and with what it takes up of the card."""

    sentence: Sentence
    touch: Touch
    moves: tuple[Move, ...]

    def makes(self, *names: str) -> bool:
        return any(move.name in names for move in self.moves)


def read_moves(text: Text, scenario: Scenario) -> tuple[Reading, ...]:
    """Return the reading of every sentence of a message."""
    ground = survey(scenario)
    touches = [touch(sentence.text, ground) for sentence in text.sentences]
    readings = []
    for index, sentence in enumerate(text.sentences):
        view = _View(sentence, touches[index], _context(touches, index), ground, _place(text, index))
        readings.append(Reading(sentence, touches[index], tuple(view.moves())))
    return tuple(readings)


def _context(touches: list[Touch], index: int) -> frozenset[str]:
    """What the two sentences before take up of the recipient: `that` and `it` lead back to it."""
    before = touches[max(0, index - 2) : index]
    return frozenset().union(*(t.recipient for t in before))


def _place(text: Text, index: int) -> str:
    sentence = text.sentences[index]
    if is_subject(sentence):
        return "subject"
    if is_postscript(sentence):
        return "postscript"
    last = len(text.sentences) - 1 - index
    short = len(sentence.text.split()) <= 6
    if index <= 1 and short:
        return "opening"
    return "ending" if last <= 2 and short else "body"


class _View:
    """One sentence, and the questions that the rules ask of it."""

    def __init__(self, sentence: Sentence, touch: Touch, before: frozenset[str], ground: Ground, place: str) -> None:
        self.sentence = sentence
        self.touch = touch
        self.before = before
        self.place = place
        row = Row.of(sentence.text)
        self.cues = {name: found for name, cues in load_cues().items() if (found := cues.find(row))}
        self.you = _YOU.search(sentence.text) is not None
        self.me = _ME.search(sentence.text) is not None
        own = frozenset().union(ground.sender_role, ground.situation, *(t.stems for t in ground.sender))
        theirs = frozenset().union(*(t.stems for t in ground.recipient))
        self.theirs = touch.recipient - own
        self.own = touch.sender - theirs

    def has(self, *names: str) -> bool:
        return any(name in self.cues for name in names)

    @property
    def asks(self) -> bool:
        return "?" in self.sentence.text

    @property
    def about_them(self) -> bool:
        """Takes up something specific of the recipient's."""
        return len(self.touch.recipient) >= 2 or bool(self.theirs and (self.you or self.has("ground", "occasion")))

    @property
    def about_own(self) -> bool:
        """Tells of something of the sender's own."""
        return len(self.touch.sender) >= 2 or bool(self.own and (self.me or self.has("link")))

    def moves(self) -> list[Move]:
        names = self._frame() or [*self._request(), *self._interest(), *self._value(), *self._manner()]
        return [self._move(name) for name in dict.fromkeys(names)]

    def _move(self, name: str) -> Move:
        """The move with its words: the sentence, narrowed to the cue's clause where the sentence is long."""
        start, end = 0, len(self.sentence.text)
        if name in self.cues and end > _LONG:
            start, end = _clause(self.sentence.text, *self.cues[name])
        return Move(name, *self.sentence.span(start, end))

    def _frame(self) -> list[str]:
        if self.place == "opening" and self.has("greeting") and not self.asks:
            return ["greeting"]
        if self.place == "ending" and not self.has("request", "exit", "offer", "personal"):
            if self.has("closing") or len(self.sentence.text.split()) <= 3:
                return ["closing"]
        return []

    def _request(self) -> list[str]:
        names = []
        requests = self.has("request") or (self.asks and self.you)
        if requests and not self.has("offer_only"):
            if self.has("big_ask"):
                names.append("big_ask")
            elif self.has("ask") and not self.has("vague_ask"):
                names.append("ask")
            elif self.has("vague_ask", "generic_question"):
                names.append("vague_ask")
            elif self.asks and (self.about_them or self.before or self.about_own):
                names.append("ask")
        names += [name for name in ("exit", "pressure", "soften") if self.has(name)]
        return names

    def _interest(self) -> list[str]:
        names = []
        wonders = self.asks or self.has("question")
        if self.has("generic_question"):
            names.append("question" if self.asks and len(self.touch.recipient) >= 2 else "generic_question")
        elif wonders and (self.about_them or (self.before and not self.has("vague_ask", "soften", "pressure"))):
            names.append("question")
        if self.about_them:
            names.append("ground")
        if self.about_own:
            names.append("link")
        elif self.has("link") and self.me and (self.touch.recipient or self.before):
            names.append("link")
        if self.has("shallow_link"):
            names.append("shallow_link")
        return names

    def _value(self) -> list[str]:
        names = []
        if self.has("offer") and (self.touch.sender or self.touch.goals or self.touch.recipient):
            names.append("offer")
        elif self.has("vague_offer"):
            names.append("vague_offer")
        if self.has("seed") and (self.touch.sender or self.touch.recipient or self.touch.goals or self.before):
            names.append("seed")
        elif self.has("vague_seed"):
            names.append("vague_seed")
        return names

    def _manner(self) -> list[str]:
        names = [
            n for n in ("occasion", "need", "thanks", "praise", "grovel", "boast", "stock", "hostile") if self.has(n)
        ]
        if self.has("identify") or (self.touch.sender_role and self.me):
            names.append("identify")
        if self.has("personal"):
            names.append("personal")
        return names


_LONG = 110
_CLAUSE_END = re.compile(r"[;:,()]| - | – | — ")


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a cue's place to the clause around it."""
    left = max((m.end() for m in _CLAUSE_END.finditer(text, 0, start)), default=0)
    right = _CLAUSE_END.search(text, end)
    stop = right.start() if right else len(text)
    while left < start and text[left] == " ":
        left += 1
    return left, max(stop, end)
