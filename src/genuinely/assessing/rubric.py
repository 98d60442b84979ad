"""The rubric: the level of each criterion, the words that earned it, and the case that explains it.

`concise` follows from the length alone. Every other level follows from the moves through a small monotone model
(`levels`); the rules here say, for the level that was given, which words stand for it and which case of the rubric
it is. `data/wording/en/advice.toml` holds a sentence for each case that leaves something to do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from genuinely.assessing.assessment import ReaderName, Span
from genuinely.assessing.grammar import spoilt_by
from genuinely.assessing.grounding import takes_up_card
from genuinely.assessing.levels import Probabilities, level_chances, settle
from genuinely.assessing.moves import Move, Reading
from genuinely.assessing.readers import Witness
from genuinely.assessing.settings import Length, Rubric
from genuinely.assessing.text import Text
from genuinely.scenarios import CRITERIA, FrozenDict, Scenario


@dataclass(frozen=True)
class Message:
    """What the rules look at. `witness` is what the encoder alone says of the levels, by criterion."""

    text: Text
    readings: tuple[Reading, ...]
    scenario: Scenario
    rubric: Rubric
    reader: ReaderName = "light"
    witness: Mapping[str, Witness] = field(default_factory=FrozenDict)

    @property
    def sure(self) -> float:
        """The probability from which a level is called sure."""
        return self.rubric.certainty[self.reader].sure

    @cached_property
    def takes_up_card(self) -> bool:
        """Whether it takes up any fact or goal of either side."""
        return takes_up_card(self.text, self.scenario)

    @cached_property
    def spoilt(self) -> frozenset[str]:
        """The criteria that a sentence's own words leave at 0: a way out taken back, requests that compete."""
        return spoilt_by(reading.sentence.text for reading in self.readings)

    def moves(self, *names: str) -> tuple[Move, ...]:
        """Return the moves of these names that the message makes, the surest first."""
        made = [move for reading in self.readings for move in reading.moves if move.name in names]
        return tuple(sorted(made, key=lambda move: -move.probability))

    def likeliest(self, *names: str) -> tuple[Move, ...]:
        """Return the one place that comes nearest to making one of these moves."""
        found = [reading.move(name) for reading in self.readings for name in names]
        return (max(found, key=lambda move: move.probability),) if found else ()


Moves = tuple[Move, ...]
"""What a verdict rests on, in the order in which it is told."""

Case = tuple[str, Moves]
"""The name of a case of the rubric, and the moves that are its evidence."""


@dataclass(frozen=True)
class Verdict:
    """A level with the probability of each, the case of the rubric that it is, and the moves that are its evidence.

    firm: False if arithmetic on another processor could give another level.
    """

    level: int
    probabilities: Probabilities
    why: str
    evidence: tuple[Move, ...] = ()
    firm: bool = True

    @property
    def certainty(self) -> float:
        """The probability of the level that is given; of one that is not firm, a half at most."""
        found = self.probabilities[self.level]
        return found if self.firm else min(found, 0.5)

    @property
    def other(self) -> int:
        """The likeliest of the other levels; of two that are equally likely, the nearer."""
        others = [level for level in range(3) if level != self.level]
        return max(others, key=lambda level: (self.probabilities[level], -abs(level - self.level)))


WITHOUT_CARD = {"mutual_value": 1, "common_ground": 0, "curiosity": 1, "new_together": 1}
"""The highest level of a message that takes up nothing of the card: it could be sent to anybody."""


def held_down(
    criterion: str, probabilities: Probabilities, takes_up_card: bool, spoilt: frozenset[str]
) -> Probabilities:
    """Return the probabilities, those of levels that a message cannot have added to the highest that it can.

    It is held down where it takes up nothing of the card, and where its own words spoil a criterion.
    """
    most = 0 if criterion in spoilt else 2 if takes_up_card else WITHOUT_CARD.get(criterion, 2)
    zero, one, two = probabilities
    return (1.0, 0.0, 0.0) if most == 0 else (zero, one + two, 0.0) if most == 1 else probabilities


def judge(message: Message) -> dict[str, Verdict]:
    """Return the verdict on each criterion of the card, and on `context`, in the rubric's order."""
    names = [name for name in CRITERIA if name in message.scenario.criteria or name == "context"]
    return {name: _concise(message) if name == "concise" else _verdict(name, message) for name in names}


def judge_nothing(scenario: Scenario) -> dict[str, Verdict]:
    """Return the verdicts on a message that has not been begun: level 0 throughout, for absence."""
    names = [name for name in CRITERIA if name in scenario.criteria or name == "context"]
    return {name: Verdict(0, (1.0, 0.0, 0.0), _NOT_BEGUN.get(name, "none")) for name in names}


_NOT_BEGUN = {"easy_no": "no_request", "concise": "far_too_short", "own_voice": "flat"}


def _verdict(criterion: str, message: Message) -> Verdict:
    readings = [reading.probabilities for reading in message.readings]
    chances = level_chances(criterion, readings, message.text, message.witness.get(criterion, ()))
    probabilities = held_down(criterion, chances.probabilities, message.takes_up_card, message.spoilt)
    level = settle(probabilities)
    return Verdict(level, probabilities, *case(criterion, level, message), chances.firm)


def case(criterion: str, level: int, message: Message) -> Case:
    """Return the case that a level of a criterion is, and the words that stand for it."""
    return ("length", ()) if criterion == "concise" else _CASES[criterion](level, message)


def _concise(message: Message) -> Verdict:
    bounds = message.rubric.length[message.scenario.channel]
    amount = message.text.words if bounds.unit == "words" else message.text.characters
    level = bounds.level(amount)
    probabilities = _length_probabilities(level, amount, message.rubric, bounds)
    if level == 2:
        return Verdict(2, probabilities, "right")
    side = "long" if amount > bounds.strong[1] else "short"
    return Verdict(level, probabilities, f"{'somewhat' if level else 'far_too'}_{side}")


def _length_probabilities(level: int, amount: int, rubric: Rubric, bounds: Length) -> Probabilities:
    """How often raters gave this level for such a length; otherwise they gave the one across the nearest bound."""
    certainty = rubric.length_near if bounds.near(amount) else rubric.length_clear
    to_strong, to_emerging = (min(abs(amount - bound) for bound in side) for side in (bounds.strong, bounds.emerging))
    other = 1 if level != 1 else 2 if to_strong <= to_emerging else 0
    zero, one, two = (certainty if n == level else 1 - certainty if n == other else 0.0 for n in range(3))
    return zero, one, two


def places(moves: tuple[Move, ...]) -> set[tuple[int, int]]:
    """Return where these moves are made: several can be made by the same words."""
    return {(move.start, move.end) for move in moves}


def spans(moves: tuple[Move, ...]) -> tuple[Span, ...]:
    """Return the moves' words in the order of the message, each stretch once."""
    ordered = sorted({(move.start, move.end, move.name) for move in moves})
    return tuple(Span(start, end, name) for start, end, name in ordered)


def _clear_ask(level: int, message: Message) -> Case:
    asks, vague, big = message.moves("ask"), message.moves("vague_ask"), message.moves("big_ask")
    if level == 2:
        return "clear", asks or message.moves("question") or message.likeliest("ask", "question")
    if big:
        return ("too_big", big) if level == 0 or not asks else ("big_among_small", (*big, *asks))
    if asks and vague:
        return "mixed", (*vague, *asks)
    if level == 0 and len(vague) >= 3:
        return "endless", vague
    if len(places(asks)) > 1:
        return "several", asks
    if vague or asks:
        return "vague", vague or asks
    if questions := message.moves("question"):
        return "question_only", questions
    if questions := message.moves("generic_question"):
        return "generic_question", questions
    return ("none", ()) if level == 0 else ("nearest", message.likeliest("vague_ask", "ask", "question"))


def _mutual_value(level: int, message: Message) -> Case:
    offers, vague, seeds = message.moves("offer"), message.moves("vague_offer"), message.moves("seed")
    if level == 2:
        return "concrete", offers or message.likeliest("offer")
    if vague:
        return ("formula" if level == 0 else "vague"), vague
    if level == 0:
        return ("no_outcome" if message.scenario.kind == "thank_you" else "none"), ()
    if offers:
        return "aside", offers
    return ("only_a_seed", seeds) if seeds else ("nearest", message.likeliest("vague_offer", "offer"))


def _easy_no(level: int, message: Message) -> Case:
    if level == 2:
        return "exit", message.moves("exit") or message.likeliest("exit")
    if level == 0:
        pressure, requests = message.moves("pressure"), message.moves("big_ask", "ask", "vague_ask")
        if pressure:
            return "pressure", pressure
        return "bare_request", requests or message.likeliest("big_ask", "ask", "vague_ask")
    if softening := message.moves("soften", "exit"):
        return "polite_only", softening
    if big := message.moves("big_ask"):
        return "bare_request", big
    asks = message.moves("ask", "vague_ask", "question")
    return ("small_enough", asks) if asks else ("no_request", ())


def _common_ground(level: int, message: Message) -> Case:
    ground, links = message.moves("ground", "question"), message.moves("link")
    shallow = message.moves("shallow_link")
    if level == 2:
        both = (*(ground or message.likeliest("ground")), *(links or message.likeliest("link")))
        return "joined", both
    if level == 0:
        named = message.moves("ground")
        return ("only_named", named) if named else ("none", ())
    if ground and links:
        return "apart", (*ground, *links)
    if ground:
        return "no_link", ground
    return ("shallow", shallow) if shallow else ("nearest", message.likeliest("ground", "shallow_link", "occasion"))


def _curiosity(level: int, message: Message) -> Case:
    if level == 2:
        return "specific", message.moves("question") or message.likeliest("question")
    if level == 0:
        return "none", ()
    if generic := message.moves("generic_question"):
        return "generic", generic
    return "nearest", message.moves("question") or message.likeliest("generic_question", "question")


def _new_together(level: int, message: Message) -> Case:
    if level == 2:
        return "seed", message.moves("seed") or message.likeliest("seed")
    if level == 0:
        return "none", ()
    if wishes := message.moves("vague_seed"):
        return "wish", wishes
    return "nearest", message.moves("seed") or message.likeliest("vague_seed", "seed")


def _context(level: int, message: Message) -> Case:
    who, why = message.moves("identify")[:1], message.moves("occasion")[:1]
    if level == 2:
        return "both", (*(who or message.likeliest("identify")), *(why or message.likeliest("occasion")))
    if level == 0:
        return "none", ()
    if bool(who) == bool(why):
        return "late", (*who, *why) or message.likeliest("identify", "occasion")
    return ("no_sender", why) if why else ("no_occasion", who)


def _own_voice(level: int, message: Message) -> Case:
    worn = message.moves(*_WORN)
    if level == 2:
        return "particular", message.moves("personal") or message.likeliest("personal", "link")
    if not worn:
        return ("flat", ()) if level == 0 else ("forgettable", message.moves("personal"))
    return ("worn" if level == 0 and len(places(worn)) > 1 else worn[0].name), worn


_WORN = ("stock", "praise", "grovel", "boast", "hostile")
"""Moves that work against a voice; each alone is a case of its own."""


_CASES: dict[str, Callable[[int, Message], Case]] = {
    "clear_ask": _clear_ask,
    "mutual_value": _mutual_value,
    "easy_no": _easy_no,
    "common_ground": _common_ground,
    "curiosity": _curiosity,
    "new_together": _new_together,
    "context": _context,
    "own_voice": _own_voice,
}

CASES: dict[str, tuple[str, ...]] = {
    "clear_ask": (
        "too_big",
        "big_among_small",
        "mixed",
        "endless",
        "several",
        "vague",
        "question_only",
        "generic_question",
        "nearest",
        "none",
    ),
    "mutual_value": ("formula", "vague", "aside", "only_a_seed", "nearest", "no_outcome", "none"),
    "easy_no": ("pressure", "bare_request", "polite_only", "small_enough", "no_request"),
    "common_ground": ("only_named", "apart", "no_link", "shallow", "nearest", "none"),
    "curiosity": ("generic", "nearest", "none"),
    "new_together": ("wish", "nearest", "none"),
    "context": ("late", "no_sender", "no_occasion", "none"),
    "concise": ("far_too_long", "somewhat_long", "somewhat_short", "far_too_short"),
    "own_voice": ("worn", *_WORN, "flat", "forgettable"),
}
"""The cases that leave something to do, by criterion: each has its sentence in the wording."""
