"""The reply simulator: choose a reader, read two messages and what comes back, and write a third."""

from __future__ import annotations

from functools import cache, partial

from genuinely.assessing import assess, shortened
from genuinely.lessons.controls import Control, Values, choice, text
from genuinely.lessons.instrument import Instrument
from genuinely.lessons.replies import SAMPLES, reply, voices
from genuinely.lessons.replies_picture import ReplyScene
from genuinely.lessons.script import Script, needs, read_script
from genuinely.scenarios import load_scenario

MINE = "mine"

SENTENCES = needs(
    label="name",
    picture_title="",
    generic="",
    specific="",
    mine="",
    axis="",
    text_bar="which count parts",
    text_parts="parts",
    text_part="title count",
    general="",
    silence_empty="",
    silence_flagged="reasons",
    message_title="",
    reply_title="",
    cause_title="",
    cause="sentence title word",
    cause_general="sentence",
    quotes="quotes",
    no_quotes="",
    said_general="",
    said_interested="count",
)


@cache
def controls() -> tuple[Control, ...]:
    """Return the controls; the readers are those of the data file. Raises LessonDataError."""
    ids = tuple(voices())
    return (
        choice("scenario", *ids, start=ids[0], part="message"),
        choice("which", *SAMPLES, MINE, start=SAMPLES[0], part="message"),
        text("mine", rows=10, part="message"),
    )


def reply_simulator(place: str = "") -> Instrument:
    """Return the simulator. `place` keeps the messages of two lessons apart ("": one memory for all)."""
    script = words()
    return Instrument(script, controls(), partial(scene, script), place=place)


def scene(script: Script, values: Values) -> ReplyScene:
    """Return what is shown for these values."""
    voice, which = voices()[values["scenario"]], values["which"]
    messages = dict(voice.samples)
    if values["mine"].strip() or which == MINE:
        messages[MINE] = values["mine"]
    replies = {name: reply(voice, message) for name, message in messages.items()}
    card = load_scenario(voice.scenario)
    flagged = replies[which].silence == "flagged"
    reasons = " ".join(assess(shortened(messages[which]), card).reasons.values()) if flagged else ""
    return ReplyScene(script, card.recipient.name, replies, which, messages[which], reasons)


@cache
def words() -> Script:
    """Return the words of the simulator. Raises LessonDataError."""
    return read_script("replies", controls(), SENTENCES)
