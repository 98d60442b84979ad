"""The rubric: the level of each criterion, and the words that earned it, from the moves of a message.

Each rule returns a `Verdict`, whose `why` names the case, so that every level can be told in one sentence
(`data/wording/en/advice.toml` holds the sentences by criterion and case).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from genuinely.assessing.moves import Move, Reading
from genuinely.assessing.settings import Rubric
from genuinely.assessing.text import Text
from genuinely.scenarios import Scenario


@dataclass(frozen=True)
class Message:
    """What the rules look at."""

    text: Text
    readings: tuple[Reading, ...]
    scenario: Scenario
    rubric: Rubric

    def moves(self, *names: str) -> tuple[Move, ...]:
        """Return the moves of these names, in the order of the message."""
        return tuple(move for reading in self.readings for move in reading.moves if move.name in names)


@dataclass(frozen=True)
class Verdict:
    """A level, the case of the rubric that gave it, and the moves that are its evidence."""

    level: int
    why: str
    evidence: tuple[Move, ...] = ()


def judge(message: Message) -> dict[str, Verdict]:
    """Return the verdict on each criterion of the card, and on `context`, in the rubric's order."""
    return {
        name: rule(message) for name, rule in _RULES.items() if name in message.scenario.criteria or name == "context"
    }


def _clear_ask(message: Message) -> Verdict:
    asks, vague, big = message.moves("ask"), message.moves("vague_ask"), message.moves("big_ask")
    if big:
        return Verdict(1, "big_among_small", asks) if len(asks) > len(big) else Verdict(0, "too_big", big)
    if asks and vague:
        return Verdict(1, "mixed", (*asks, *vague))
    if asks:
        return Verdict(2, "clear", asks)
    if vague:
        return Verdict(1, "vague", vague) if len(vague) <= 2 else Verdict(0, "endless", vague)
    if questions := message.moves("question"):
        return Verdict(2, "question_is_the_ask", questions)
    if questions := message.moves("generic_question"):
        return Verdict(1, "generic_question", questions)
    return Verdict(0, "none")


def _mutual_value(message: Message) -> Verdict:
    if offers := message.moves("offer"):
        return Verdict(2, "concrete", offers)
    if offers := message.moves("vague_offer"):
        return Verdict(1, "vague", offers)
    if seeds := message.moves("seed"):
        return Verdict(1, "only_a_seed", seeds)
    return Verdict(0, "none")


def _easy_no(message: Message) -> Verdict:
    if pressure := message.moves("pressure"):
        return Verdict(0, "pressure", pressure)
    if exits := message.moves("exit"):
        return Verdict(2, "exit", exits)
    if softening := message.moves("soften"):
        return Verdict(1, "polite_only", softening)
    if big := message.moves("big_ask"):
        return Verdict(0, "bare_request", big)
    asks = message.moves("ask", "vague_ask", "question")
    return Verdict(1, "small_enough", asks) if asks else Verdict(1, "no_request")


def _common_ground(message: Message) -> Verdict:
    ground, links = message.moves("ground", "question"), message.moves("link")
    if ground and links:
        return Verdict(2, "joined", (*ground, *links))
    if ground:
        return Verdict(1, "no_link", ground)
    if shallow := message.moves("shallow_link"):
        return Verdict(1, "shallow", shallow)
    return Verdict(0, "none")


def _curiosity(message: Message) -> Verdict:
    if questions := message.moves("question"):
        return Verdict(2, "specific", questions)
    if questions := message.moves("generic_question"):
        return Verdict(1, "generic", questions)
    return Verdict(0, "none")


def _new_together(message: Message) -> Verdict:
    if seeds := message.moves("seed"):
        return Verdict(2, "seed", seeds)
    if seeds := message.moves("vague_seed"):
        return Verdict(1, "wish", seeds)
    return Verdict(0, "none")


def _context(message: Message) -> Verdict:
    who, why = message.moves("identify"), message.moves("occasion")
    if who and why:
        return Verdict(2, "both", (*who[:1], *why[:1]))
    if why:
        return Verdict(1, "no_sender", why[:1])
    if who:
        return Verdict(1, "no_occasion", who[:1])
    return Verdict(0, "none")


def _concise(message: Message) -> Verdict:
    bounds = message.rubric.length[message.scenario.channel]
    amount = message.text.words if bounds.unit == "words" else message.text.characters
    level = bounds.level(amount)
    if level == 2:
        return Verdict(2, "right")
    side = "long" if amount > bounds.strong[1] else "short"
    return Verdict(level, f"{'somewhat' if level else 'far_too'}_{side}")


def _own_voice(message: Message) -> Verdict:
    worn = message.moves("stock", "praise", "grovel", "boast", "hostile")
    personal = message.moves("personal")
    if len(worn) >= message.rubric.stock_for_missing and len(worn) > len(personal):
        return Verdict(0, "worn", worn)
    if len(worn) >= message.rubric.stock_for_emerging:
        return Verdict(1, "some_worn", worn)
    if personal:
        return Verdict(2, "particular", personal)
    return Verdict(1, "forgettable", worn)


_RULES: dict[str, Callable[[Message], Verdict]] = {
    "clear_ask": _clear_ask,
    "mutual_value": _mutual_value,
    "easy_no": _easy_no,
    "common_ground": _common_ground,
    "curiosity": _curiosity,
    "new_together": _new_together,
    "context": _context,
    "concise": _concise,
    "own_voice": _own_voice,
}
